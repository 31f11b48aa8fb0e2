import { isPart, isUnspaced, keyOf, partsOf, shownWord } from '../../search/words.ts';
import { excerptOf, type Run, runsOf } from './excerpt.ts';
import { LANDING } from './landing-places.ts';
import type { Fragment } from './read-index.ts';

/** One page that answers a query. */
export interface Hit {
  /** Whether it has the words themselves, or one that begins as the last of them does. */
  readonly match: HitMatch;
  /** Relative to the page the reader is on. */
  readonly href: string;
  readonly title: readonly Run[];
  readonly kind: string;
  readonly accounts: readonly string[];
  /** `YYYY-MM-DD`; null when the page has no date. */
  readonly date: string | null;
  /** From the text before the first heading; from the start of the page when only its name answers. Empty when the sections say it all. */
  readonly excerpt: readonly Run[];
  /** The sections that answer, in the order of the page, at most three. */
  readonly sections: readonly HitSection[];
  /** How many other sections answer too. */
  readonly moreSections: number;
}

export type HitMatch = 'exact' | 'begun';

export interface HitSection {
  readonly href: string;
  readonly title: readonly Run[];
  readonly excerpt: readonly Run[];
}

const MOST_SECTIONS = 3;

interface Span {
  readonly id: string;
  /** Words of the heading. */
  readonly heading: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly hits: readonly number[];
}

/**
 * What to show of a page. `positions` are the words that answer, as the index counts them in the fragment's content; the record
 * puts the title first, then names, then an empty `i` element from which the page's own text runs.
 */
export function hitFrom(fragment: Fragment, positions: readonly number[], root: string, match: HitMatch = 'exact'): Hit {
  const words = fragment.content.split(' ');
  const hits = [...new Set(positions.map((at) => shownPlace(words, at)))].sort((a, b) => a - b);
  const page = root + fragment.url;
  const found = landingQuery(words, hits);
  const textFrom = fragment.anchors.find((anchor) => anchor.element === 'i')?.location ?? 0;
  const spans = spansOf(fragment, hits, words.length);
  const introTo = spans[0]?.from ?? words.length;
  const sections = strongest(spans).map((span) => sectionOf(span, words, page + found));
  const inIntro = hits.some((at) => at >= textFrom && at < introTo);
  const title = (fragment.meta.title ?? fragment.meta.ghost ?? fragment.url).split(' ');
  return {
    match,
    href: page + found,
    title: runsOf(title, new Set(hits), 0, title.length),
    kind: fragment.filters.kind?.[0] ?? 'note',
    accounts: fragment.filters.account ?? [],
    date: dateOf(fragment.meta.date ?? fragment.meta.last),
    excerpt: inIntro || sections.length === 0 ? excerptOf(words, hits, textFrom, inIntro ? introTo : words.length) : [],
    sections,
    moreSections: spans.filter(({ hits }) => hits.length > 0).length - sections.length,
  };
}

/** The place of the word that a part belongs to; of any other word its own. */
function shownPlace(words: readonly string[], at: number): number {
  let place = at;
  while (place > 0 && isPart(words[place] ?? '')) place -= 1;
  return place;
}

/** Words named in the address of a page at most, and their characters. */
const MOST_NAMED = 12;
const LONGEST = 100;

/** The words that led to a page as they stand there, which it marks when it is opened (`landing.ts`). */
function landingQuery(words: readonly string[], hits: readonly number[]): string {
  const named = new Map<string, string>();
  for (const found of runsFrom(words, hits)) {
    const word = found.replace(/^[^\p{L}\p{N}#+]+|[^\p{L}\p{M}\p{N}#+]+$/gu, '');
    const key = keyOf(word);
    if (key !== '' && word.length <= LONGEST && !named.has(key)) named.set(key, word.toLowerCase());
    if (named.size === MOST_NAMED) break;
  }
  // A word that has another one among its parts (`topic/rollback`) is found by that.
  const apart = [...named.values()].filter((word) => isUnspaced(word) || !partsOf(word).some((part) => named.has(part)));
  return apart.length === 0 ? '' : `?${new URLSearchParams({ [LANDING]: apart.join(' ') })}`;
}

/** The words at these places as they are shown. Those of one run of a script without spaces are one. */
function* runsFrom(words: readonly string[], hits: readonly number[]): Iterable<string> {
  let run = '';
  for (const [i, at] of hits.entries()) {
    const { text, spaced } = shownWord(words[at] ?? '');
    run += text;
    const next = hits[i + 1] === at + 1 && !spaced ? shownWord(words[at + 1] ?? '').text : '';
    if (isUnspaced(text) && isUnspaced(next)) continue;
    yield run;
    run = '';
  }
}

function spansOf(fragment: Fragment, hits: readonly number[], end: number): readonly Span[] {
  const headings = fragment.anchors.filter((anchor) => /^h[2-6]$/.test(anchor.element)).sort((a, b) => a.location - b.location);
  return headings.map((anchor, index) => {
    const to = headings[index + 1]?.location ?? end;
    const heading = (anchor.text ?? '').split(/\s+/u).filter((word) => word !== '');
    return { id: anchor.id, heading, from: anchor.location, to, hits: hits.filter((at) => at >= anchor.location && at < to) };
  });
}

/** A hit in a heading says more than one in the text below it. */
const HEADING_HIT = 4;

function strongest(spans: readonly Span[]): readonly Span[] {
  const score = ({ hits, from, heading }: Span): number =>
    hits.reduce((sum, at) => sum + (at < from + heading.length ? HEADING_HIT : 1), 0);
  return spans
    .filter((span) => span.hits.length > 0)
    .sort((a, b) => score(b) - score(a) || a.from - b.from)
    .slice(0, MOST_SECTIONS)
    .sort((a, b) => a.from - b.from);
}

function sectionOf({ id, heading, from, to, hits }: Span, words: readonly string[], page: string): HitSection {
  const inHeading = new Set(hits.map((at) => at - from));
  return {
    href: `${page}#${id.replaceAll('%', '%25')}`,
    title: runsOf(heading, inHeading, 0, heading.length),
    excerpt: excerptOf(words, hits, from + heading.length, to),
  };
}

function dateOf(digits: string | undefined): string | null {
  return digits && /^\d{8}$/.test(digits) ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : null;
}
