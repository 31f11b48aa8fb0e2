import type { HLJSApi } from 'highlight.js';
import { loadHighlighter, loadLanguage } from '../vault/late-packages.ts';
import type { CodeLanguage } from './code-languages.ts';
import { escapeHtml } from './escape.ts';

/** Characters of one block that are coloured; a larger one stays plain. */
const MAX_BLOCK = 30_000;
/** Some grammars take time by the square of the lines. */
const MAX_LINES = 1500;
/** How much longer than others the slowest grammars can take. */
const SLOW: Readonly<Record<string, number>> = { shell: 10, csharp: 5, vim: 4, ini: 3, latex: 3, nix: 3, haskell: 2 };
/** What one block may cost, and all that a page draws. */
const MAX_COST = 150_000;
export const COLOUR_BUDGET = 400_000;

/** Blocks kept, so that a note shown on several pages, or drawn again, is coloured once. */
const KEPT = 2000;

const kept = new Map<string, string>();

/**
 * What colouring a block costs, in characters; null for one that stays plain: it is too large, or holds control characters, which pages
 * leave out. Some grammars look ahead as far as the line goes, so that long lines count for more than they hold.
 */
export function colourCost(code: string, grammar: string): number | null {
  if (code.length > MAX_BLOCK || /[^\P{Cc}\t\n\r]/u.test(code)) return null;
  const lines = code.split('\n');
  if (lines.length > MAX_LINES) return null;
  let cost = code.length;
  for (const line of lines) cost += line.length ** 2 / 40;
  cost *= SLOW[grammar] ?? 1;
  return cost > MAX_COST ? null : cost;
}

/**
 * Code as HTML with the classes of `styles/code.css`. Pure but for memory: the same code gives the same answer, whatever was
 * coloured before.
 */
export function colouredHtml(code: string, grammar: string, inner: CodeLanguage['inner']): string {
  const key = `${grammar} ${code}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const highlighter = highlighterFor(grammar, inner);
  const html = htmlFromMarkup(highlighter.highlight(code, { language: grammar, ignoreIllegals: true }).value, code);
  if (kept.size >= KEPT) for (const first of kept.keys()) if (kept.delete(first)) break;
  kept.set(key, html);
  return html;
}

const highlighters = new Map<string, HLJSApi>();

/** A highlighter that knows one grammar and those inside it, and no other: some grammars try all that are known. */
function highlighterFor(grammar: string, inner: readonly string[]): HLJSApi {
  const known = highlighters.get(grammar);
  if (known !== undefined) return known;
  const highlighter = loadHighlighter().newInstance();
  for (const name of [grammar, ...inner]) highlighter.registerLanguage(name, loadLanguage(name));
  highlighter.configure({ classPrefix: '' });
  highlighters.set(grammar, highlighter);
  return highlighter;
}

/** Our class by the first word of the highlighter's scope. Scopes that are not here leave their text plain. */
const CLASSES: Readonly<Record<string, string>> = {
  keyword: 'k',
  'selector-tag': 'k',
  'template-tag': 'k',
  doctag: 'k',
  literal: 'n',
  number: 'n',
  symbol: 'n',
  bullet: 'n',
  string: 's',
  regexp: 's',
  'char escape_': 's',
  quote: 's',
  link: 's',
  code: 's',
  comment: 'c',
  meta: 'm',
  'meta prompt_': 'm',
  built_in: 't',
  type: 't',
  class: 't',
  'title class_': 't',
  'title class_ inherited__': 't',
  name: 't',
  'selector-class': 't',
  'selector-id': 't',
  title: 'f',
  'title function_': 'f',
  'title function_ invoke__': 'f',
  section: 'h',
  attr: 'a',
  attribute: 'a',
  property: 'a',
  'selector-attr': 'a',
  'selector-pseudo': 'a',
  variable: 'v',
  'variable language_': 'k',
  'variable constant_': 'n',
  'template-variable': 'v',
  addition: 'd',
  deletion: 'r',
  strong: 'b',
  emphasis: 'e',
};

/** The highlighter's spans with our classes. Its text is escaped already; anything else than its spans would leave the code plain. */
function htmlFromMarkup(markup: string, code: string): string {
  const open: boolean[] = [];
  let out = '';
  for (const part of markup.split(/(<[^>]*>)/u)) {
    if (!part.startsWith('<')) {
      if (/[<>]/u.test(part)) return escapeHtml(code);
      out += part;
    } else if (part === '</span>') {
      if (open.pop() === true) out += '</span>';
    } else {
      const scope = /^<span class="([\w -]*)">$/u.exec(part)?.[1];
      if (scope === undefined) return escapeHtml(code);
      const name = Object.hasOwn(CLASSES, scope) ? CLASSES[scope] : undefined;
      open.push(name !== undefined);
      if (name !== undefined) out += `<span class="c-${name}">`;
    }
  }
  return open.length === 0 ? out : escapeHtml(code);
}
