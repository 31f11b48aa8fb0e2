/**
 * What is a word, for the index and for queries alike. Pagefind finds words at white space only, so text of scripts that are written
 * without spaces is cut here; and letters that are other letters with a stroke are told apart in a way that lets both be typed. Runs at
 * build and in the browser: no `node:*`, no DOM.
 */

const UNSPACED_CLASS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー';
const UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, 'u');
const UNSPACED_RUN = new RegExp(`[${UNSPACED_CLASS}]+`, 'gu');
const HAN_WORD = /^\p{Script=Han}{2,}$/u;

/** Stands at the end of an indexed word that had no space after it, and between the characters of a Han word. */
const GLUE = '|';

/** Invisible, and no letter to Pagefind: marks a plain letter that stands for another one in the index. */
const MARK = '\u034f';

/** At the end of a word that only the index has: a part of the one before it. */
const PART = `${MARK}${MARK}`;
/** A part of a word, such as a model or a host, that Pagefind would cut between its letters and digits (`summit-gw2`). */
const CODED = /^[a-z]+\d[a-z\d]*$/;
const MOST_PARTS = 4;
const LONGEST = 40;
const PARTS = new RegExp(` \\S+${PART}`, 'gu');

/** Letters that no decomposition folds, as the index holds them. Each reads back: `shownWord`. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: `s${MARK}s`,
  ẞ: `S${MARK}S`,
  ø: `o${MARK}`,
  Ø: `O${MARK}`,
  ł: `l${MARK}`,
  Ł: `L${MARK}`,
  đ: `d${MARK}`,
  Đ: `D${MARK}`,
  ı: `i${MARK}`,
  æ: `a${MARK}e`,
  Æ: `A${MARK}E`,
  œ: `o${MARK}e`,
  Œ: `O${MARK}E`,
};
const PLAIN = new Map(Object.entries(FOLDED).map(([letter, plain]) => [plain, letter]));
const STROKED = /[ßẞøØłŁđĐıæÆœŒ]/gu;
const MARKED = new RegExp(`s${MARK}s|S${MARK}S|[ao]${MARK}e|[AO]${MARK}E|[oOlLdDi]${MARK}`, 'gu');
/** Typographic ligatures, which look the same taken apart. */
const LIGATURE = /[ﬀ-ﬆ]/gu;
const UNUSUAL = /\u034f|[|ßẞøØłŁđĐıæÆœŒﬀ-ﬆ]/u;

/** The dictionary for unspaced scripts is the same in every locale; a fixed one keeps builds equal. */
const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('en', { granularity: 'word' }) : null;

/** Whether a text has letters of scripts that are written without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** The words of a run of one of the unspaced scripts. */
export function wordsOfRun(run: string): readonly string[] {
  return segmenter ? Array.from(segmenter.segment(run), (part) => part.segment) : Array.from(run);
}

/** Dashes, arrows and the like, which stand between words with or without spaces. Hyphens are none: `two-site` is a word. */
const BETWEEN_CLASS = '\u2012-\u2015\u2022\u2025\u2026\u2190-\u21ff\u2212\u27f0-\u27ff\u2900-\u297f';
const HAS_BETWEEN = new RegExp(`\\S[${BETWEEN_CLASS}]\\S`, 'u');
const BETWEEN = new RegExp(`(\\S)([${BETWEEN_CLASS}])(?=\\S)`, 'gu');
/** Words of text that is not indexed: what stands between white space, those signs and scripts that are written without spaces. */
export const WORDS = new RegExp(`[^\\s${BETWEEN_CLASS}${UNSPACED_CLASS}]+`, 'gu');

/** Text of a query with spaces between the words of unspaced scripts, and about signs that stand between words. */
export function spacedRuns(text: string): string {
  const apart = text.replace(BETWEEN, '$1 ');
  return UNSPACED.test(apart) ? apart.replace(UNSPACED_RUN, (run) => ` ${wordsOfRun(run).join(' ')} `) : apart;
}

/**
 * Text as Pagefind should read it: words of unspaced scripts set apart by `| `, which `shownText` takes back.
 * The characters of a Han word are set apart by `|`: Pagefind then finds it by each of them too, so that a query
 * whose words are cut elsewhere still meets it. Words with a dash or an arrow between them are set apart in the same way. A `|` of the text itself
 * becomes `¦`. A word with a part such as `gw2`, or a number after `#`, is followed by its parts, which are not shown.
 */
export function indexText(text: string): string {
  const letters = UNUSUAL.test(text) ? plainLetters(text) : text;
  const plain = withParts(HAS_BETWEEN.test(letters) ? letters.replace(BETWEEN, `$1$2${GLUE} `) : letters);
  if (!UNSPACED.test(plain)) return plain;
  return plain.replace(UNSPACED_RUN, (run: string, offset: number, whole: string) => {
    const words = wordsOfRun(run).map((word) => (HAN_WORD.test(word) ? Array.from(word).join(GLUE) : word));
    const before = offset > 0 && !/\s/u.test(whole.charAt(offset - 1)) ? `${GLUE} ` : '';
    const next = whole.charAt(offset + run.length);
    const after = next !== '' && !/\s/u.test(next) ? `${GLUE} ` : '';
    return before + words.join(`${GLUE} `) + after;
  });
}

const HAS_CODE = /[a-z]\d|#\S*\d/iu;
const NUMBERED = /^#([^#]*\d[^#]*)$/u;

function withParts(text: string): string {
  if (!HAS_CODE.test(text)) return text;
  return text.replace(/\S+/gu, (word) => {
    if (word.length > LONGEST || !HAS_CODE.test(word) || UNSPACED.test(word)) return word;
    const numbered = NUMBERED.exec(keyOf(word))?.[1];
    if (numbered !== undefined) return `${word} ${numbered}${PART}`;
    const parts = partsOf(word);
    if (parts.length > MOST_PARTS || !parts.some((part) => CODED.test(part))) return word;
    return [word, ...parts.map((part) => part + PART)].join(' ');
  });
}

/** Whether an indexed word is a part of the one before it. */
export function isPart(word: string): boolean {
  return word.endsWith(PART);
}

function plainLetters(text: string): string {
  return text
    .replaceAll(MARK, '')
    .replaceAll(GLUE, ' ¦ ')
    .replace(LIGATURE, (ligature) => ligature.normalize('NFKC'))
    .replace(STROKED, (letter) => FOLDED[letter] ?? letter);
}

/** One indexed word for reading, empty for one that is not shown, and whether a space follows it. */
export function shownWord(word: string): { readonly text: string; readonly spaced: boolean } {
  if (isPart(word)) return { text: '', spaced: false };
  return { text: shown(word), spaced: !word.endsWith(GLUE) };
}

/** Indexed text for reading: the inverse of `indexText`, up to white space. */
export function shownText(indexed: string): string {
  return shown((indexed.includes(PART) ? indexed.replace(PARTS, '') : indexed).replaceAll(`${GLUE} `, ''));
}

function shown(indexed: string): string {
  const bare = indexed.includes(GLUE) ? indexed.replaceAll(GLUE, '') : indexed;
  return bare.includes(MARK) ? bare.replace(MARKED, (plain) => PLAIN.get(plain) ?? plain) : bare;
}

/** Signs that make a word another word: `C` is not `C++`. Pagefind is told to keep them. */
export const KEPT_SIGNS = '+#';

/** What no key of the index holds: all but letters, digits, connecting punctuation and the kept signs. */
const NO_KEY = /[^\p{Alphabetic}\p{N}\p{Pc}+#]+/gu;
/** Combining marks; the two of Japanese make other letters and stay. */
const MARKS = /(?![\u3099\u309a])\p{M}/gu;
const ASCII_KEY = /^[a-z\d_+#]+$/u;

/** A word without case, accents and punctuation, as Pagefind keys it before it takes off endings. Empty for punctuation. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII_KEY.test(lower)) return lower;
  const bare = lower
    .replace(LIGATURE, (ligature) => ligature.normalize('NFKC'))
    .replace(STROKED, (letter) => (FOLDED[letter] ?? letter).replace(MARK, ''))
    .normalize('NFD')
    .replace(MARKS, '');
  return (/[\u3099\u309a]/u.test(bare) ? bare.normalize('NFC') : bare).replace(NO_KEY, '');
}

/** The parts of a word with punctuation inside (`two-site`, `mara@north.example`), each a key; none for a plain word. */
export function partsOf(word: string): readonly string[] {
  if (HAN_WORD.test(word)) return Array.from(word);
  const parts = word
    .split(/[!-/:-@[-`{-~]+/u)
    .map(keyOf)
    .filter((part) => part !== '');
  return parts.length > 1 ? parts : [];
}
