import { assets } from 'virtual:theme-assets';
import { SPRITE_PLACE, spriteFrom } from './icons.ts';
import { type Feature, marksOf, type PageMarks } from './page-marks.ts';

/** What finishing needs to know of a page. */
interface FinishedPage {
  /** Leads from the page to the root of the site. */
  readonly root: string;
  readonly lang: string;
}

/** What a page loads for one of its features. */
interface Load {
  readonly style?: string | undefined;
  readonly script?: string | undefined;
  /** The script changes what is seen at first: the page is shown once it has run, so that nothing moves. */
  readonly first?: boolean;
  /** Told to the script: the file of its engine. */
  readonly engine?: string | undefined;
}

/** In the order in which pages name them. */
const LOADS: readonly (readonly [Feature, Load])[] = [
  ['formula', { style: assets.math }],
  ['code', { style: assets.code, script: assets.copy }],
  ['diagram', { script: assets.diagrams, engine: assets.engine }],
  ['language', { style: assets.languages }],
  ['layout', { style: assets.layouts }],
  ['mdx', { style: assets.mdx }],
  ['canvas', { style: assets.canvas }],
  ['record', { style: assets.record }],
  ['findings', { style: assets.findings, script: assets.copyFindings }],
  ['log', { script: assets.log, first: true }],
  ['cover', { style: assets.cover }],
  ['contacts', { script: assets.contacts, first: true }],
  ['home', { style: assets.home, script: assets.visits, first: true }],
  ['lists', { style: assets.board, script: assets.lists, first: true }],
  ['timeline', { style: assets.calendar, script: assets.lists, first: true }],
];

/** A drawn page with what its text asks for: the glyphs it refers to, in the place kept for them, and styles and scripts in its head. */
export function finishPage(html: string, page: FinishedPage): string {
  const head = html.indexOf('</head>');
  const place = html.indexOf(SPRITE_PLACE, head);
  // A page that stands alone loads nothing.
  if (head === -1 || place === -1) return html;
  const marks = marksOf(html);
  return (
    html.slice(0, head) + extrasFrom(marks, page) + html.slice(head, place) + spriteFrom(marks) + html.slice(place + SPRITE_PLACE.length)
  );
}

function extrasFrom({ features }: PageMarks, { root, lang }: FinishedPage): string {
  // A page that is in English from top to bottom names no language but its own, and no direction.
  const wanted = (feature: Feature): boolean => features.has(feature) || (feature === 'language' && !lang.startsWith('en'));
  return LOADS.map(([feature, load]) => (wanted(feature) ? tagsOf(load, root) : '')).join('');
}

function tagsOf({ style, script, first, engine }: Load, root: string): string {
  const told = engine === undefined ? '' : ` data-engine="${root}${engine}"`;
  return (
    (style === undefined ? '' : `<link rel="stylesheet" href="${root}${style}">`) +
    (script === undefined ? '' : `<script defer${first ? ' blocking="render"' : ''} src="${root}${script}"${told}></script>`)
  );
}
