import type { Found } from './match.ts';
import type { Posting } from './postings.ts';
import type { Index } from './read-index.ts';

/** How soon more of a word stops to matter, and how much long pages are held back: the usual values of BM25, for notes of some length. */
const SATURATION = 1.4;
const LENGTH = 0.5;
/** What a word in the title adds, in a title it is all of, and on the page of what is called so by all words; in rarities of the word. */
const IN_TITLE = 1.2;
const WHOLE_TITLE = 3;
const SUBJECT = 3.5;
/** How fast being called so stops to matter with each word that the name lacks: `halden audit` asks for something about Halden. */
const ABOUT = 3;
/** What two words side by side add, as they were asked. */
const TOGETHER = 1;
/** What the newest pages have over the oldest. */
const RECENT = 0.15;
/** A name without a note comes after pages that say something, unless all of it was asked for, in several words. */
const GHOST = 0.5;
const NAMED = 0.75;

/** Pages that meet every term, best first; equals in the order of the index. */
export function ranked(index: Index, pages: readonly number[], terms: readonly Found[]): readonly number[] {
  const count = index.lengths.length;
  const average = index.lengths.reduce((sum, length) => sum + length, 0) / Math.max(count, 1);
  const rarities = terms.map((found) => Math.log(1 + (count - found.size + 0.5) / (found.size + 0.5)));
  const scores = new Map(pages.map((page) => [page, scoreOf(index, page, terms, rarities, average)]));
  return [...pages].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
}

function scoreOf(index: Index, page: number, terms: readonly Found[], rarities: readonly number[], average: number): number {
  const held = 1 - LENGTH + LENGTH * ((index.lengths[page] ?? average) / average);
  let score = 0;
  let share = 0;
  let titled = 0;
  let subject = 0;
  const unnamed = isUnnamedGhost(terms.map((found) => found.get(page)));
  let before: Posting | undefined;
  for (const [at, found] of terms.entries()) {
    const rarity = rarities[at] ?? 0;
    const posting = found.get(page);
    if (!posting) {
      before = undefined;
      continue;
    }
    const often = (posting.weight * (SATURATION + 1)) / (posting.weight + SATURATION * held);
    const title = unnamed ? 0 : posting.title;
    score += rarity * (often + (title > 0 ? IN_TITLE : 0));
    if (posting.subject || (posting.ghost && !unnamed)) subject += rarity;
    if (before && adjoin(before, posting)) score += ((rarity + (rarities[at - 1] ?? 0)) / 2) * TOGETHER;
    share += title;
    if (title > 0 || posting.subject) titled += 1;
    before = posting;
  }
  const rarest = rarities.reduce((most, rarity) => Math.max(most, rarity), 0);
  score += rarest * Math.min(share, 1) * (titled === terms.length ? WHOLE_TITLE : 1);
  score += subject * SUBJECT * (titled / terms.length) ** ABOUT;
  score += rarest * RECENT * (index.ages[page] ?? 0);
  return unnamed ? score * GHOST : score;
}

function isUnnamedGhost(postings: readonly (Posting | undefined)[]): boolean {
  if (!postings.some((posting) => posting?.ghost)) return false;
  return postings.length < 2 || postings.reduce((share, posting) => share + (posting?.title ?? 0), 0) < NAMED;
}

/** Whether one stands right before the other, or in the same word. */
function adjoin(a: Posting, b: Posting): boolean {
  let from = 0;
  for (const place of a.at) {
    while (from < b.at.length && (b.at[from] ?? 0) < place) from += 1;
    const next = b.at[from];
    if (next === undefined) return false;
    if (next <= place + 1) return true;
  }
  return false;
}
