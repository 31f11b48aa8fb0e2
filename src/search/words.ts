/**
 * Words of scripts that are written without spaces. Pagefind finds words at white space only, so such text is cut here,
 * the same way for what is indexed and for what is asked. Runs at build and in the browser: no `node:*`, no DOM.
 */

const UNSPACED_CLASS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, 'u');
const UNSPACED_RUN = new RegExp(`[${UNSPACED_CLASS}]+`, 'gu');
const HAN_WORD = /^\p{Script=Han}{2,}$/u;

/** Stands at the end of an indexed word that had no space after it, and between the characters of a Han word. */
const GLUE = '|';

/** The dictionary for unspaced scripts is the same in every locale; a fixed one keeps builds equal. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity: 'word' }) : null;

function wordsOf(run: string): readonly string[] {
  return segmenter ? Array.from(segmenter.segment(run), (part) => part.segment) : Array.from(run);
}

/**
 * Text as Pagefind should read it: words of unspaced scripts set apart by `| `, which `shownText` takes back.
 * The characters of a Han word are set apart by `|`: Pagefind then finds it by each of them too, so that a query
 * whose words are cut elsewhere still meets it. A `|` of the text itself becomes `¦`.
 */
export function indexText(text: string): string {
  const plain = text.includes(GLUE) ? text.replaceAll(GLUE, ' ¦ ') : text;
  if (!UNSPACED.test(plain)) return plain;
  return plain.replace(UNSPACED_RUN, (run: string, offset: number, whole: string) => {
    const words = wordsOf(run).map((word) => (HAN_WORD.test(word) ? Array.from(word).join(GLUE) : word));
    const before = offset > 0 && !/\s/u.test(whole.charAt(offset - 1)) ? `${GLUE} ` : '';
    const next = whole.charAt(offset + run.length);
    const after = next !== '' && !/\s/u.test(next) ? `${GLUE} ` : '';
    return before + words.join(`${GLUE} `) + after;
  });
}

/** A query as Pagefind should read it. Symbols are dropped, as Pagefind drops them from what it indexes. */
export function queryText(text: string): string {
  return text
    .replace(UNSPACED_RUN, (run: string) => ` ${wordsOf(run).join(' ')} `)
    .replace(/[$+<=>^`|~]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** One indexed word for reading, and whether a space follows it. */
export function shownWord(word: string): { readonly text: string; readonly spaced: boolean } {
  return { text: word.replaceAll(GLUE, ''), spaced: !word.endsWith(GLUE) };
}

/** Indexed text for reading: the inverse of `indexText`, up to white space. */
export function shownText(indexed: string): string {
  return indexed.replaceAll(`${GLUE} `, '').replaceAll(GLUE, '');
}
