import { recount } from './ages.ts';
import { moveByKeys } from './keys.ts';
import { followOutline } from './outline.ts';
import { previewLinks } from './preview.ts';
import { siftTimeline } from './sift.ts';
import { sortTables } from './table-sort.ts';
import { rememberTheme } from './theme-choice.ts';
import { today } from './today.ts';

// What pages do beyond reading. Loaded as a classic, deferred script; every page is whole without it.
recount(today());
rememberTheme();
sortTables();
siftTimeline();
moveByKeys();
followOutline();
previewLinks();
