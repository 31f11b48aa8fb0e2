import type { KnownWord } from '../../search/vocabulary.ts';

/** Letters that may be wrong, missing, too many or exchanged, in a word of so many. */
function slips(length: number): number {
  return length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3;
}

interface Candidate {
  readonly text: string;
  readonly cost: number;
}

/**
 * Words of the site that may have been meant, the likeliest first: near spellings, words that begin so, and two words written as one.
 * Names and frequent words come before others that are as near.
 */
export function nearWords(words: readonly KnownWord[], key: string, most: number): readonly string[] {
  const limit = slips(key.length);
  const found: Candidate[] = [];
  for (const known of words) {
    const distance = known.key.startsWith(key) ? 0.5 : distanceWithin(key, known.key, limit);
    if (distance === null) continue;
    const likely = known.weight * 0.06 + (known.name ? 0.5 : 0) + (known.key[0] === key[0] ? 0.4 : 0);
    found.push({ text: known.word, cost: distance - likely });
  }
  found.push(...splits(words, key));
  return found
    .sort((a, b) => a.cost - b.cost || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map(({ text }) => text);
}

/** Words that begin so, the most frequent first. */
export function completions(words: readonly KnownWord[], key: string, most: number): readonly KnownWord[] {
  return words
    .filter((known) => known.key.startsWith(key))
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .slice(0, most);
}

function splits(words: readonly KnownWord[], key: string): readonly Candidate[] {
  if (key.length < 6) return [];
  const known = new Map(words.map((word) => [word.key, word]));
  const found: Candidate[] = [];
  for (let at = 3; at <= key.length - 3; at += 1) {
    const [first, second] = [known.get(key.slice(0, at)), known.get(key.slice(at))];
    if (first && second) found.push({ text: `${first.word} ${second.word}`, cost: 0.6 - Math.min(first.weight, second.weight) * 0.06 });
  }
  return found;
}

/**
 * How many slips lead from one word to the other (letters changed, left out, added, or two neighbours exchanged: optimal string alignment),
 * or to its beginning, at half a slip more; null when there are more than the limit.
 */
export function distanceWithin(typed: string, known: string, limit: number): number | null {
  if (limit === 0 || known.length < typed.length - limit) return null;
  const width = Math.min(known.length, typed.length + limit);
  let twoBefore: number[] = [];
  let before = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row];
    let least = row;
    for (let at = 1; at <= width; at += 1) {
      const same = typed[row - 1] === known[at - 1];
      let cost = Math.min((before[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1, (before[at - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && at > 1 && typed[row - 1] === known[at - 2] && typed[row - 2] === known[at - 1]) {
        cost = Math.min(cost, (twoBefore[at - 2] ?? 0) + 1);
      }
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return null;
    [twoBefore, before] = [before, line];
  }
  const whole = width === known.length ? (before[width] ?? limit + 1) : limit + 1;
  const begun = typed.length < 5 ? limit + 1 : Math.min(...before) + 0.5;
  const distance = Math.min(whole, begun);
  return distance > limit ? null : distance;
}
