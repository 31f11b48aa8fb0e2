import { WORDS_FILE } from '../../search/files.ts';
import { type KnownWord, readVocabulary } from '../../search/vocabulary.ts';
import { type Found, type Match, pagesOf, pagesWith } from './match.ts';
import { completions, nearWords } from './near.ts';
import { ranked } from './rank.ts';
import type { Index } from './read-index.ts';
import type { Term } from './term.ts';
import { termsOf } from './terms.ts';

/** What to show of a query that no page answers. */
export interface Offer {
  readonly missing: readonly string[];
  readonly instead: string | null;
  readonly queries: readonly string[];
  /** Best first. */
  readonly pages: readonly number[];
  readonly found: readonly Found[];
}

export interface Guesser {
  /** What to offer instead; null when there is nothing. */
  readonly offer: (terms: readonly Term[], matches: readonly Match[]) => Promise<Offer | null>;
  /**
   * Pages with words that begin so, where the index does not show it: it holds words without their endings, and the reader has typed into one
   * (`rehearsa`).
   */
  readonly begun: (term: Term) => Promise<Found>;
}

/** Near spellings tried of one word, and queries offered. */
const TRIED = 5;
const OFFERED = 3;
/** Words that complete one at most. */
const COMPLETED = 12;
/** Part of the words that a page must have when none has all. */
const MOST_OF = 0.5;

/** Looks for what may have been meant. The words of the site are fetched when the first query goes wrong. */
export function guesser(index: Index, language: string, match: (term: Term) => Promise<Match>): Guesser {
  let words: Promise<readonly KnownWord[]> | null = null;
  const known = (): Promise<readonly KnownWord[]> => {
    words ??= index.text(WORDS_FILE).then(readVocabulary, () => {
      words = null;
      return [];
    });
    return words;
  };

  /** The query asked as it stands; null when no page answers. */
  const tried = async (query: string): Promise<Pick<Offer, 'pages' | 'found'> | null> => {
    const matches = await Promise.all(termsOf(`${query} `, language).map(match));
    const { exact } = pagesOf(matches);
    const found = matches.map(({ exact }) => exact);
    return exact.length === 0 ? null : { pages: ranked(index, exact, found), found };
  };

  const begun: Guesser['begun'] = async ({ word }) => {
    const longer = word === null ? [] : completions(await known(), word, COMPLETED);
    return pagesWith(
      index,
      longer.map(({ key }) => key),
    );
  };

  const offer: Guesser['offer'] = async (terms, matches) => {
    const lacking = terms.filter((_, at) => (matches[at]?.exact.size ?? 0) + (matches[at]?.begun.size ?? 0) === 0);
    const missing = lacking.map((term) => term.text);
    const mended = lacking.length === 0 ? [] : mendedQueries(terms, lacking, await known());
    const queries: string[] = [];
    let best: Pick<Offer, 'pages' | 'found'> | null = null;
    for (const query of mended) {
      const answer = queries.length < OFFERED ? await tried(query) : null;
      if (!answer) continue;
      best ??= answer;
      queries.push(query);
    }
    if (best) return { missing, instead: queries[0] ?? null, queries, ...best };
    const rest = matches
      .filter(({ exact, begun }) => exact.size + begun.size > 0)
      .map(({ exact, begun }) => (exact.size > 0 ? exact : begun));
    const pages = holdingMost(rest);
    return rest.length === 0 ? null : { missing, instead: null, queries: [], pages: ranked(index, pages, rest), found: rest };
  };

  return { offer, begun };
}

/** The query with its unknown words mended, the likeliest first: one word after the other when there are several. */
function mendedQueries(terms: readonly Term[], lacking: readonly Term[], words: readonly KnownWord[]): readonly string[] {
  const near = new Map(lacking.map((term) => [term, term.word === null ? [] : nearWords(words, term.word, TRIED)]));
  if ([...near.values()].some((found) => found.length === 0)) return [];
  return Array.from({ length: TRIED }, (_, at) => at).flatMap((at) => {
    if (lacking.every((term) => (near.get(term)?.length ?? 0) <= at)) return [];
    return [terms.map((term) => near.get(term)?.[at] ?? near.get(term)?.[0] ?? term.text).join(' ')];
  });
}

/** Pages that hold so many of the words: which of them says more than how many, since questions come with `how`, `the` and `is`. */
function holdingMost(found: readonly Found[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const pages of found) for (const page of pages.keys()) counts.set(page, (counts.get(page) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= found.length * MOST_OF).map(([page]) => page);
}
