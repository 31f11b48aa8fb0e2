import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { NoteFile, Properties } from '../vault/vault.ts';
import { propertyKey, propertyValue, textsFromValue } from './properties.ts';

/** Layouts that a note may ask for by `cssclasses`: those of the Minimal theme and of Obsidian's help that change how text is laid out. */
const KNOWN: readonly string[] = [
  'wide',
  'max',
  ...['table', 'code', 'img', 'iframe'].flatMap((block) => [`${block}-wide`, `${block}-max`]),
  'table-small',
  'table-tiny',
  'table-nowrap',
  'table-wrap',
  'table-center',
  'table-numbers',
  'table-tabular',
  'table-lines',
  'row-lines',
  'col-lines',
  'row-alt',
  'col-alt',
  'row-hover',
  'cards',
  'cards-align-bottom',
  'cards-cover',
  'cards-16-9',
  'cards-1-1',
  'cards-2-1',
  'cards-2-3',
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((count) => `cards-cols-${count}`),
  'list-cards',
  'img-grid',
  'center-images',
  'embed-strict',
  'soft-embed',
  'no-outline',
  'no-properties',
];

/** Other names for the same, from other themes and snippets. */
const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'wide-page': 'wide',
    'page-wide': 'wide',
    'wide-view': 'wide',
    'full-width': 'max',
    'full-page': 'max',
    'page-max': 'max',
    'page-100': 'max',
    fullwidth: 'max',
    full: 'max',
    'wide-table': 'table-wide',
    widetable: 'table-wide',
    'full-width-table': 'table-max',
    'table-100': 'table-max',
    'table-full': 'table-max',
    'code-100': 'code-max',
    'img-100': 'img-max',
    'iframe-100': 'iframe-max',
    'image-grid': 'img-grid',
    'img-center': 'center-images',
    'center-image': 'center-images',
    'embed-clean': 'embed-strict',
    'clean-embeds': 'embed-strict',
    'embed-soft': 'soft-embed',
    'list-cards-mobile-full': 'list-cards',
    'no-toc': 'no-outline',
    'hide-outline': 'no-outline',
    'hide-toc': 'no-outline',
    'hide-properties': 'no-properties',
    'hide-metadata': 'no-properties',
    noyaml: 'no-properties',
  }),
);

const known: ReadonlySet<string> = new Set(KNOWN);

/** Class names that a note asks for, sorted and in one spelling; and those that mean nothing here, as written. */
export interface CssClasses {
  readonly classes: readonly string[];
  readonly unknown: readonly string[];
}

/**
 * Reads `cssclasses` and `cssclass`, in any case, as a list or as one text with spaces or commas (Obsidian's rule). Only names of the list above come
 * back in `classes`: a note can ask for no other class.
 */
export function cssClassesFrom(properties: Properties | null): CssClasses {
  const words = ['cssclasses', 'cssclass']
    .flatMap((key) => textsFromValue(propertyValue(properties, key)))
    .flatMap((text) => text.split(/[\s,]+/u))
    .map((word) => word.replace(/^\./u, ''))
    .filter((word) => word !== '');
  const classes = new Set<string>();
  const unknown = new Set<string>();
  for (const word of words) {
    const lower = word.toLowerCase();
    const name = ALIASES.get(lower) ?? lower;
    if (known.has(name)) classes.add(name);
    else unknown.add(word);
  }
  return { classes: [...classes].sort(), unknown: [...unknown] };
}

/** At most one finding a note: names that the site does not know and leaves out. */
export function cssClassFindings(file: NoteFile): readonly Diagnostic[] {
  const { unknown } = cssClassesFrom(file.properties);
  if (unknown.length === 0) return [];
  const key = propertyKey(file.properties, 'cssclasses') ?? propertyKey(file.properties, 'cssclass') ?? '';
  const names = unknown.slice(0, 8).map((name) => `"${name}"`);
  if (unknown.length > names.length) names.push(`${unknown.length - names.length} more`);
  const message = `${names.join(', ')}: no layout of this site is called so.`;
  return [diagnostic('cssclass-unknown', { path: file.path, line: file.propertyLines[key] ?? null, message })];
}

/** The names a note may use, for the manual: every layout with its other names. */
export const CSS_CLASSES: readonly { readonly name: string; readonly aliases: readonly string[] }[] = KNOWN.map((name) => ({
  name,
  aliases: [...ALIASES].filter(([, of]) => of === name).map(([alias]) => alias),
}));
