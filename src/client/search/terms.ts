import { keyOf, partsOf, spacedRuns } from '../../search/words.ts';
import { datesIn, daysOf } from './dates.ts';
import type { Sequence, Term } from './term.ts';

/** A phrase in quotes of any kind, the last of which may still be missing; or a word. */
const TOKEN = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s"“”„«»]+)/gu;

/** What a query asks for. Every term must be met. `language` is that of the page: dates are read in it and in English. */
export function termsOf(query: string, language: string): readonly Term[] {
  const terms: Term[] = [];
  // The index has no bars: see `indexText`.
  const text = query.normalize('NFC').replaceAll('|', ' ');
  for (const token of text.matchAll(TOKEN)) {
    const [whole, phrase, words] = token;
    const last = (token.index ?? 0) + whole.length === text.length;
    if (words === undefined) terms.push(...phraseTerm(phrase ?? ''));
    else for (const word of spacedRuns(words).trim().split(/\s+/u)) terms.push(...wordTerm(word, last));
  }
  // A sign alone says little beside words: `Ctrl + P`.
  const said = terms.filter(({ text }) => !/^[+#]+$/u.test(text));
  return closed(datesIn(said.length > 0 ? said : terms, language));
}

/** Short words that may have been written as one with their neighbour (`2 factor`, `e mail`): that meets both. */
function closed(terms: readonly Term[]): readonly Term[] {
  const keyed = terms.map(({ any: [first], text }) =>
    first?.keys.length === 1 && !first.open && !text.startsWith('“') ? (first.keys[0] ?? '') : '',
  );
  const join = (at: number): readonly Sequence[] => {
    const [a = '', b = ''] = [keyed[at], keyed[at + 1]];
    return a !== '' && b !== '' && Math.min(a.length, b.length) <= SHORT ? asOne([a, b]) : [];
  };
  return terms.map((term, at) => ({ ...term, any: [...term.any, ...join(at - 1), ...join(at)] }));
}

/** Words as one: `email`, and `ctrl+p`, where the index keeps the sign. */
function asOne(keys: readonly string[]): readonly Sequence[] {
  return [keys.join(''), keys.join('+')].map((key) => ({ keys: [key], open: false }));
}

/** Letters of a word that is seldom looked for alone. */
const SHORT = 1;

function phraseTerm(text: string): readonly Term[] {
  const words = spacedRuns(text)
    .trim()
    .split(/\s+/u)
    .filter((word) => keyOf(word) !== '');
  const keys = words.flatMap((word) => {
    const parts = partsOf(word);
    return parts.length > 0 && parts.every(isIndexed) ? parts : [keyOf(word)];
  });
  if (keys.length === 0) return [];
  const whole = words.length === 1 && keys.length > 1 ? [{ keys: [keyOf(words[0] ?? '')], open: false }] : [];
  return [{ text: `“${text.trim()}”`, any: [...whole, { keys, open: false }], typing: false, word: null }];
}

function wordTerm(text: string, last: boolean): readonly Term[] {
  const key = keyOf(text);
  if (key === '') return [];
  const parts = partsOf(text);
  const any: Sequence[] = [{ keys: [key], open: /^\d{4}-\d{2}(?:-\d{2})?$/u.test(text) }];
  if (parts.length > 1 && parts.every(isIndexed)) any.push({ keys: parts, open: false });
  if (/^\p{L}+-/u.test(text) && parts.some((part) => !isIndexed(part))) any.push({ keys: [parts.join('+')], open: false });
  for (const day of daysOf(text)) if (day !== key) any.push({ keys: [day], open: false });
  const narrow = keyOf(text.normalize('NFKC'));
  if (narrow !== key && narrow !== '') any.push({ keys: [narrow], open: false });
  if (key.startsWith('#') && key.length > 1) any.push({ keys: [key.slice(1)], open: false });
  return [{ text, any, typing: last, word: /^\p{L}{3,}$/u.test(key) ? key : null }];
}

/** Pagefind leaves out parts of one byte. */
function isIndexed(part: string): boolean {
  return part.length > 1 || part.charCodeAt(0) > 127;
}
