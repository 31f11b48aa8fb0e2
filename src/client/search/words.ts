import { formatDay } from '../../components/days.ts';
import type { FacetName } from '../../search/table.ts';
import { glyph } from './dom.ts';

interface KindName {
  readonly one: string;
  readonly many: string;
  readonly paths: string;
}

const NOTE_PATH = 'M3.5 2h6l3 3v9h-9zM9.5 2v3h3';
const NOTE: KindName = { one: 'Note', many: 'Notes', paths: NOTE_PATH };

const KINDS: ReadonlyMap<string, KindName> = new Map([
  ['account', { one: 'Account', many: 'Accounts', paths: 'M2.5 14V4.5l6-2.5v12M8.5 6.5l5 1.5v6M1.5 14h13M5 6.5v.1M5 9.5v.1M11 10.5v.1' }],
  ['meeting', { one: 'Meeting', many: 'Meetings', paths: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5' }],
  [
    'person',
    {
      one: 'Person',
      many: 'People',
      paths: 'M10.75 5.25a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0M2.75 14c.5-3 2.5-4.25 5.25-4.25s4.75 1.25 5.25 4.25',
    },
  ],
  ['project', { one: 'Project', many: 'Projects', paths: 'M2.5 2.5v11h11M5 11l3-3.5 2 2 3.5-5' }],
  ['daily', { one: 'Daily note', many: 'Daily notes', paths: NOTE_PATH }],
  ['note', NOTE],
  ['canvas', { one: 'Canvas', many: 'Canvases', paths: 'M2 3h5v4H2zM9 9h5v4H9zM4.5 7v4H9' }],
  ['base', { one: 'Base', many: 'Bases', paths: 'M2 3h12v10H2zM2 6.5h12M2 9.75h12M6.5 6.5V13' }],
  ['ghost', { one: 'No note yet', many: 'Without a note', paths: NOTE_PATH }],
]);

export function kindName(kind: string): { readonly one: string; readonly many: string } {
  return KINDS.get(kind) ?? NOTE;
}

export function kindGlyph(kind: string): SVGSVGElement {
  return glyph((KINDS.get(kind) ?? NOTE).paths, kind === 'ghost');
}

export function searchGlyph(): SVGSVGElement {
  return glyph('M11.75 7a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0M10.5 10.5 14 14');
}

/** A calendar date in the page's language. */
export function dateName(date: string): string {
  return formatDay(date, document.documentElement.lang || 'en', 'full');
}

/** `1 result`, `23 results`. */
export function resultCount(total: number): string {
  return total === 1 ? '1 result' : `${total} results`;
}

interface FacetWords {
  readonly legend: string;
  readonly one: string;
  readonly many: string;
}

const FACET_WORDS: Readonly<Record<FacetName, FacetWords>> = {
  kind: { legend: 'Kind', one: 'a kind', many: 'kinds' },
  account: { legend: 'Account', one: 'an account', many: 'accounts' },
  person: { legend: 'Person', one: 'a person', many: 'people' },
  tag: { legend: 'Tag', one: 'a tag', many: 'tags' },
  year: { legend: 'Year', one: 'a year', many: 'years' },
};

export function facetWords(name: FacetName): FacetWords {
  return FACET_WORDS[name];
}
