/** A text in lower case, composed, every run of white space one space; `at` gives the offset in the given text of an offset in the folded one. */
export interface Folded {
  readonly text: string;
  readonly at: (offset: number) => number;
}

/** Signs whose fold is of another length: what may combine, and letters that grow in lower case. */
const UNEVEN = /[\p{M}\u0130\u1100-\u11ff]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII, without which nothing combines
const BEYOND_ASCII = /[^\x00-\x7f]/;
const WIDE_SPACE = /[^\S\t][^\S\t]/;
/** White space, the parts of a Korean syllable, a letter with what combines with it. */
const GROUP = /[^\S\t]+|[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|\P{M}\p{M}*|\p{M}+/gu;

/** Folds a text for comparing names in it. Tabs, which part the cells of a table, stay. */
export function foldedText(text: string): Folded {
  if (!WIDE_SPACE.test(text) && (!BEYOND_ASCII.test(text) || !UNEVEN.test(text))) {
    const lower = text.toLowerCase();
    if (lower.length === text.length) return { text: oneSigma(lower).replace(/[^\S\t ]/g, ' '), at: (offset) => offset };
  }
  const offsets: number[] = [];
  let out = '';
  for (const { 0: group, index } of text.matchAll(GROUP)) {
    const folded = /^[^\S\t]/u.test(group) ? ' ' : oneSigma(group.normalize('NFC').toLowerCase());
    for (let i = 0; i < folded.length; i += 1) offsets.push(index);
    out += folded;
  }
  offsets.push(text.length);
  return { text: out, at: (offset) => offsets[offset] ?? text.length };
}

/** True for a sign, or several, that fold the same whatever stands around them, to as many units. */
export function foldsAlone(signs: string): boolean {
  return !UNEVEN.test(signs) && signs.normalize('NFC') === signs && signs.toLowerCase().length === signs.length;
}

/** The two small forms of one Greek letter. */
function oneSigma(text: string): string {
  return text.includes('ς') ? text.replaceAll('ς', 'σ') : text;
}
