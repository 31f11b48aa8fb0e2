/** Words that say nothing of a subject. */
const STOP_WORDS = new Set(
  'a an the and or but if of to in on at by for from with without into over under as is are was were be been being it its this that these those will would can could should may might must not no nor do does did done has have had having he she they we you i our their his her them us who whom which what when where why how than then so such per via about after before between during each every any all some only more most less least very just also too up out off down only vs need needs'.split(
    ' ',
  ),
);

/** The significant words of a text, folded and crudely stemmed: lower case, no diacritics, plural and verb endings off. In order, each once. */
export function subjectWords(text: string): readonly string[] {
  const words = new Set<string>();
  for (const word of foldText(text).split(' ')) {
    const subject = subjectOf(word);
    if (subject !== '') words.add(subject);
  }
  return [...words];
}

/** Words met before: a vault has many texts and few words. Forgotten when there are more than a language has. */
const subjects = new Map<string, string>();
const MOST_WORDS = 200_000;

/** The stem of a folded word; '' for one that says nothing. */
function subjectOf(word: string): string {
  const known = subjects.get(word);
  if (known !== undefined) return known;
  const subject = word === '' || STOP_WORDS.has(word) || (word.length < 2 && !/\d/u.test(word)) ? '' : stem(word);
  if (subjects.size >= MOST_WORDS) subjects.clear();
  subjects.set(word, subject);
  return subject;
}

function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=..)s$/u, '');
  return word.replace(/(?:ies)$/u, 'y').replace(/(?:ations?|ings?|ed|es|s)$/u, '');
}

/** Text with all differences of case, accents, space and typographic signs taken out, for comparison: words parted by one space. */
export function foldText(text: string): string {
  // Most text is ASCII, for which the cheap way gives the same.
  if (/^[\x20-\x7e]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** One text to compare with: an id and its words. */
export interface Candidate<T> {
  readonly item: T;
  /** How many words the text has. */
  readonly size: number;
  /** Kept instead of its words, which would be most of a graph's memory. */
  readonly text: string;
}

/** An inverted index of texts, so that a search costs what it shares, not what there is. */
export interface SimilarIndex<T> {
  readonly candidates: readonly Candidate<T>[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byFold: ReadonlyMap<string, readonly number[]>;
}

/** Builds the index over texts in the given order; order decides ties. */
export function similarIndex<T>(items: readonly { readonly item: T; readonly text: string }[]): SimilarIndex<T> {
  const byWord = new Map<string, number[]>();
  const byFold = new Map<string, number[]>();
  const candidates = items.map(({ item, text }, i) => {
    const words = subjectWords(text);
    push(byFold, foldText(text), i);
    for (const word of words) push(byWord, word, i);
    return { item, size: words.length, text };
  });
  return { candidates, byWord, byFold };
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/**
 * Items that share words with a text, with the share of the smaller and of the joint set (0–1), best first, ties in index order. Words that
 * more than `common` items hold are passed over: they tell nothing and cost most.
 */
export function similarTo<T>(
  index: SimilarIndex<T>,
  text: string,
  common = Math.max(50, index.candidates.length / 3),
): readonly { readonly item: T; readonly said: string; readonly shared: number; readonly overlap: number; readonly jaccard: number }[] {
  const words = subjectWords(text);
  const shared = new Map<number, number>();
  for (const word of words) {
    const at = index.byWord.get(word) ?? [];
    if (at.length > common) continue;
    for (const i of at) shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  return [...shared]
    .flatMap(([i, count]) => {
      const candidate = index.candidates[i];
      if (candidate === undefined) return [];
      const smaller = Math.min(words.length, candidate.size);
      return [
        {
          i,
          item: candidate.item,
          said: candidate.text,
          shared: count,
          overlap: count / Math.max(1, smaller),
          jaccard: count / Math.max(1, words.length + candidate.size - count),
        },
      ];
    })
    .sort((a, b) => b.jaccard - a.jaccard || a.i - b.i);
}
