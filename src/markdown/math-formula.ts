import type Temml from 'temml';
import { loadTemml } from '../vault/late-packages.ts';
import { filterMath } from './math-filter.ts';
import { definitionsIn, expandMacros, type Macro, type Macros, mayDefine } from './math-macros.ts';

/** A formula for the page, or why it can not be one. */
export type Formula =
  /** What goes into `<math>`; empty when the formula only defines macros. */
  | { readonly kind: 'read'; readonly mathml: string }
  /** `reason`: a clause without full stop, to follow a colon. */
  | { readonly kind: 'unread'; readonly reason: string };

/** A longer one is no formula that a page could show. */
const MAX_LENGTH = 6000;
/** Chemistry is read by rules that look far ahead. */
const MAX_CHEMISTRY = 2000;
const CHEMISTRY = /\\(?:ce|pu)(?![A-Za-z])/u;
/** Cells of the largest table: short rows are filled up, so a few thousand signs could ask for millions. */
const MAX_CELLS = 10_000;
/** What the formulas of one note or page may cost together: some thousands of short ones, two or three of the longest. */
export const FORMULA_BUDGET = 400_000;

/** Why a formula beyond the budget is not read. */
export const OVER_BUDGET: Formula = { kind: 'unread', reason: 'there are too many formulas' };

/** What reading a formula costs: at worst more than its length says. */
export function formulaCost(tex: string): number {
  return 100 + tex.length + Math.round(tex.length ** 2 / (CHEMISTRY.test(tex) ? 40 : 200));
}

/** Formulas kept, so that reading a note and drawing its pages do the work once. */
const KEPT = 5000;

const kept = new Map<string, Formula>();

/**
 * The MathML of a formula. Obsidian's rules as far as MathJax's full set with mhchem goes; `macros` are those of the note. References
 * give the tag of a line of the same formula, else the label's name. Links, ids, classes and files in a formula are never followed.
 * Pure but for memory: the same formula gives the same answer.
 */
export function formulaFromTex(tex: string, display: boolean, macros: Macros): Formula {
  const own = definitionsIn(tex);
  const all = new Map<string, Macro>([...SAFE, ...macros, ...own.macros]);
  const expanded = expandMacros(own.rest, all);
  const key = `${display ? 'd' : 'i'}${expanded ?? `!${tex}`}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const formula = expanded === null ? unread('its macros grow too large') : read(expanded, display);
  if (kept.size >= KEPT) for (const first of kept.keys()) if (kept.delete(first)) break;
  kept.set(key, formula);
  return formula;
}

function read(expanded: string, display: boolean): Formula {
  if (expanded.length > (CHEMISTRY.test(expanded) ? MAX_CHEMISTRY : MAX_LENGTH)) return unread('it is too long');
  if (mayDefine(expanded.replaceAll('\\def\\arraystretch', '')) || /\\(?:[ex]def|futurelet)(?![A-Za-z])/u.test(expanded))
    return unread('it holds a definition in a form that is not read');
  const refused = /\\(?:includegraphics|url)(?![A-Za-z])/u.exec(expanded)?.[0];
  if (refused !== undefined) return unread(`${refused} is not allowed`);
  const source = withoutNumbering(withReferences(expanded), display).trim();
  if (source === '') return { kind: 'read', mathml: '' };
  if (cellsOf(source) > MAX_CELLS) return unread('it has too many cells');
  try {
    const markup = loadTemml().renderToString(source, { ...OPTIONS, displayMode: display, wrap: display ? 'none' : 'tex' });
    const filtered = filterMath(markup);
    return filtered === null ? TOO_DEEP : { kind: 'read', mathml: filtered.html };
  } catch (error) {
    return error instanceof RangeError ? TOO_DEEP : unread(reasonOf(error));
  }
}

const OPTIONS: Parameters<typeof Temml.renderToString>[1] = {
  throwOnError: true,
  trust: false,
  strict: false,
  maxExpand: 1000,
  maxSize: [50, 500],
};

const TOO_DEEP = unread('it is nested too deeply or too large');

function unread(reason: string): Formula {
  return { kind: 'unread', reason };
}

/** Commands that would lead out of the formula, or load what is there already: only what they show is kept. And some that Temml lacks. */
const SAFE: Macros = new Map([
  ['strut', { args: 0, optional: null, body: '\\mathstrut' }],
  ['mathbfit', { args: 1, optional: null, body: '\\boldsymbol{#1}' }],
  ['require', { args: 1, optional: null, body: '' }],
  ['bbox', { args: 2, optional: '', body: '{#2}' }],
  ...['texttip', 'mathtip'].map((name) => [name, { args: 2, optional: null, body: '{#1}' }] as const),
  ...['href', 'class', 'cssId', 'id', 'style', 'data', 'htmlClass', 'htmlId', 'htmlStyle', 'htmlData'].map(
    (name) => [name, { args: 2, optional: null, body: '{#2}' }] as const,
  ),
]);

/** `\ref` and `\eqref` as text, and no labels: a formula has no anchors of its own. */
function withReferences(tex: string): string {
  if (!/\\(?:label|(?:eq)?ref)(?![A-Za-z])/u.test(tex)) return tex;
  const tags = new Map<string, string>();
  for (const row of tex.split('\\\\')) {
    const label = /\\label\s*\{([^{}]*)\}/u.exec(row)?.[1];
    const tag = /\\tag\*?\s*\{([^{}]*)\}/u.exec(row)?.[1];
    if (label !== undefined && tag !== undefined) tags.set(label, tag);
  }
  return tex
    .replace(/\\label\s*\{[^{}]*\}/gu, '')
    .replace(/\\(eq)?ref\s*\{([^{}]*)\}/gu, (_, inBrackets: string | undefined, label: string) => {
      const words = tags.get(label) ?? label.replace(/[^\p{L}\p{N} .:-]/gu, ' ');
      return `\\text{${inBrackets === undefined ? words : `(${words})`}}`;
    });
}

/** Obsidian numbers no equations by itself. In a line of text, the environments that fill a line become those that do not. */
function withoutNumbering(tex: string, display: boolean): string {
  if (!tex.includes('\\begin')) return tex;
  return tex.replace(/\\(begin|end)\s*\{(align|alignat|gather|equation|multline|split)\*?\}/gu, (whole, command: string, name: string) => {
    if (display) return name === 'split' ? whole : `\\${command}{${name}*}`;
    if (name === 'equation') return command === 'begin' ? '{' : '}';
    return `\\${command}{${IN_LINE[name] ?? name}}`;
  });
}

const IN_LINE: Readonly<Record<string, string>> = {
  align: 'aligned',
  alignat: 'alignedat',
  gather: 'gathered',
  multline: 'gathered',
  split: 'aligned',
};

function cellsOf(tex: string): number {
  let widest = 0;
  const rows = tex.split(/\\\\|\\cr(?![A-Za-z])/u);
  for (const row of rows) widest = Math.max(widest, row.split('&').length);
  return widest * rows.length;
}

/** Temml's message in one line, without the place, which would be one in the text after macros. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error && error.name === 'ParseError' ? error.message : '';
  const [first = ''] = text.trim().split(/\n| at (?:position \d+|end of input:)/u);
  const clean = first
    .replace(/[^\P{M}\p{L}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean === '' ? 'it could not be read' : clean.slice(0, 200);
}
