import { assets } from 'virtual:theme-assets';
import { SPRITE_PLACE, spriteFrom } from './icons.ts';
import { type Feature, Marks, marksOf } from './page-marks.ts';

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

/** Stands in the head of a page where the styles and scripts of its features go. */
export const LOADS_PLACE = '<!--loads-->';

/** A drawn page, cut at the places that are filled last. */
export interface CutPage {
  /** Up to the place of the loads. */
  readonly head: string;
  /** On to the place of the sprite. */
  readonly middle: string;
  readonly rest: string;
  /** Of all that follows the head. */
  readonly marks: Marks;
}

/** A drawn page with what its text asks for: styles and scripts in its head, and the glyphs it refers to. */
export function finishPage(html: string, page: FinishedPage): string {
  const loads = html.indexOf(LOADS_PLACE);
  const sprite = html.indexOf(SPRITE_PLACE, loads);
  // A page that stands alone loads nothing.
  if (loads === -1 || sprite === -1) return html;
  const middle = html.slice(loads + LOADS_PLACE.length, sprite);
  const rest = html.slice(sprite + SPRITE_PLACE.length);
  return finishCutPage({ head: html.slice(0, loads), middle, rest, marks: marksOf(middle + rest) ?? new Marks() }, page);
}

export function finishCutPage({ head, middle, rest, marks }: CutPage, page: FinishedPage): string {
  return head + loadsFrom(marks, page) + middle + spriteFrom((glyph) => marks.refersTo(glyph), marks.due) + rest;
}

function loadsFrom(marks: Marks, { root, lang }: FinishedPage): string {
  let tags = '';
  for (const [feature, load] of LOADS) {
    // A page that is in English from top to bottom names no language but its own, and no direction.
    if (marks.has(feature) || (feature === 'language' && !lang.startsWith('en'))) tags += tagsOf(load, root);
  }
  return tags;
}

function tagsOf({ style, script, first, engine }: Load, root: string): string {
  const told = engine === undefined ? '' : ` data-engine="${root}${engine}"`;
  return (
    (style === undefined ? '' : `<link rel="stylesheet" href="${root}${style}">`) +
    (script === undefined ? '' : `<script defer${first ? ' blocking="render"' : ''} src="${root}${script}"${told}></script>`)
  );
}
