import { shownWord } from '../../search/words.ts';

/** A piece of text, marked when it answers the query. Drawn as text nodes and `mark` elements, never as HTML. */
export interface Run {
  readonly text: string;
  readonly mark: boolean;
}

/** Length of an excerpt in characters, about two lines. */
const EXCERPT = 180;
/** Words shown before the first marked one, so that it is read in its sentence. */
const LEAD = 6;

/**
 * Indexed words `from` to `to` (exclusive) for reading, those at `hits` marked without the punctuation around them.
 * Neighbouring pieces of the same kind are one run.
 */
export function runsOf(words: readonly string[], hits: ReadonlySet<number>, from: number, to: number): readonly Run[] {
  const runs: Run[] = [];
  const push = (text: string, mark: boolean): void => {
    const last = runs.at(-1);
    if (text === '') return;
    if (last && last.mark === mark) runs[runs.length - 1] = { text: last.text + text, mark };
    else runs.push({ text, mark });
  };
  for (let at = from; at < to; at += 1) {
    const { text, spaced } = shownWord(words[at] ?? '');
    if (hits.has(at)) {
      const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? [];
      push(before, false);
      push(core, true);
      push(after, false);
    } else {
      push(text, false);
    }
    if (spaced && at + 1 < to) push(' ', false);
  }
  return runs;
}

/**
 * The part of `from`…`to` that holds the most hits, about two lines of it, with `…` where it is cut.
 * Without a hit in the range, its beginning. `hits` are positions in `words`, in ascending order.
 */
export function excerptOf(words: readonly string[], hits: readonly number[], from: number, to: number): readonly Run[] {
  const end = Math.min(to, words.length);
  if (from >= end) return [];
  const inside = hits.filter((at) => at >= from && at < end);
  const first = startOf(words, inside, from, end);
  const last = endOf(words, first, end);
  const runs = runsOf(words, new Set(inside), first, last);
  return [...(first > from ? [{ text: '… ', mark: false }] : []), ...runs, ...(last < end ? [{ text: ' …', mark: false }] : [])];
}

/** The start whose window holds the most hits; the earliest of equals. */
function startOf(words: readonly string[], hits: readonly number[], from: number, to: number): number {
  let best = from;
  let most = 0;
  for (const [index, hit] of hits.entries()) {
    const start = Math.max(from, hit - LEAD);
    const end = endOf(words, start, to);
    let count = 0;
    for (let next = index; next < hits.length && (hits[next] ?? end) < end; next += 1) count += 1;
    if (count > most) {
      most = count;
      best = start;
    }
  }
  return best;
}

function endOf(words: readonly string[], start: number, to: number): number {
  let length = 0;
  let at = start;
  while (at < to && length < EXCERPT) {
    length += (words[at] ?? '').length + 1;
    at += 1;
  }
  return at;
}
