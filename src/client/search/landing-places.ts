import { isUnspaced, keyOf, partsOf, WORDS } from '../../search/words.ts';

/** Parameter of an address: the words that led to the page, as they stand there. */
export const LANDING = 'hl';

/** Words looked for at most, and places marked. */
const MOST_WORDS = 12;
const MOST_PLACES = 500;

/** The words that an address names; none for an address without any. */
export function landingWords(query: string): readonly string[] {
  const words = (new URLSearchParams(query).get(LANDING) ?? '').split(/\s+/u).filter((word) => keyOf(word) !== '');
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** Where words stand in a text: from, to. Words are the same when their keys are; so `Rollback,` is found by `rollback`. */
export function placesOf(text: string, words: readonly string[]): readonly (readonly [from: number, to: number])[] {
  const keys = new Set(words.map(keyOf));
  const places: (readonly [number, number])[] = [];
  for (const { 0: token, index } of text.matchAll(WORDS)) {
    if (!keys.has(keyOf(token)) && !partsOf(token).some((part) => keys.has(part))) continue;
    const lead = /^[^\p{L}\p{N}#+]*/u.exec(token)?.[0].length ?? 0;
    const tail = /[^\p{L}\p{M}\p{N}#+]*$/u.exec(token)?.[0].length ?? 0;
    places.push([index + lead, index + token.length - tail]);
  }
  for (const word of words.filter(isUnspaced)) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) places.push([at, at + word.length]);
  }
  return apart(places.filter(([from, to]) => from < to));
}

function apart(places: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const place of [...places].sort(([a], [b]) => a - b)) if (place[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(place);
  return kept;
}

/** The places of words in the text below an element, in the order of the page. Text that is never drawn is left out. */
export function rangesIn(root: Element, words: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && ranges.length < MOST_PLACES; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    if (text.trim() === '' || node.parentElement?.closest('script, style, noscript, template, svg, [hidden], .vh')) continue;
    for (const [from, to] of placesOf(text, words)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
  return ranges;
}
