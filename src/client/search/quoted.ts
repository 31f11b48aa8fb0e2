import { isPart, keyOf } from '../../search/words.ts';
import type { Fragment, Index } from './read-index.ts';
import type { Term } from './term.ts';

/** Pages whose text is looked at: two screens of results. */
const LOOKED_AT = 20;

/**
 * Of the first pages, those that have the quoted words as they are written, then those that have other forms of them: the index knows words by their
 * stems, so `"internal links"` finds “internal link” too. Pages keep their order otherwise, and stay as they are where nothing is quoted.
 */
export async function writtenSoFirst(index: Index, terms: readonly Term[], pages: readonly number[]): Promise<readonly number[]> {
  const quoted = terms.filter(({ text }) => text.startsWith('“'));
  if (quoted.length === 0 || pages.length < 2) return pages;
  const top = pages.slice(0, LOOKED_AT);
  const written = await Promise.all(
    top.map(async (page) => {
      const has = wordsOf(await index.fragment(page));
      return quoted.every(({ any }) => any.some(({ keys }) => has.some((words) => words.includes(` ${keys.join(' ')} `))));
    }),
  );
  const so = (wanted: boolean): readonly number[] => top.filter((_, at) => written[at] === wanted);
  return [...so(true), ...so(false), ...pages.slice(LOOKED_AT)];
}

/** The keys of a page's words with spaces about them: of words as they are written, and with the parts of words beside them. */
function wordsOf({ content }: Fragment): readonly string[] {
  const words = content.split(' ');
  return [words.filter((word) => !isPart(word)), words].map((some) => ` ${some.map(keyOf).join(' ')} `);
}
