import { tellChanges } from './changes.ts';
import { recountOverview } from './overview.ts';
import { today } from './today.ts';

// What the first page does beyond other pages; runs after their script, which has counted its due dates again.
recountOverview(today());
void tellChanges();
