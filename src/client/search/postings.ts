import type { Cbor } from '../../search/cbor.ts';

/** A word on one page. */
export interface Posting {
  readonly page: number;
  /** Places in the text of the page, ascending. */
  readonly at: readonly number[];
  /** Sum of the weights of these places; a word of plain text weighs 1. */
  readonly weight: number;
  /** Part of the title that the word is, 0 to 1; 1 when it is all of it. */
  readonly title: number;
  /** The page is about what is called so: an account, a person, a day. */
  readonly subject: boolean;
  /** The page stands for a name without a note. */
  readonly ghost: boolean;
}

/** Weight of plain text in the index. */
const UNIT = 24;
/** Weight that all words of a title share (`record.ts`); those of a ghost share that of one word. */
const WHOLE_TITLE = 10 * UNIT;

type Entry = readonly [page: number, places: readonly number[], fields: readonly number[]];

/**
 * Reads a word of an index file: pages, each as the distance to the one before it, with the places of the word, and the same again for every
 * spelling with accents. A negative number among places changes the weight of those after it, and starts counting anew. `fields` are the
 * names of the metadata fields.
 */
export function postingsOf(word: Cbor, fields: readonly string[]): readonly Posting[] {
  const [, plain, spellings] = word as unknown as readonly [string, readonly Entry[], readonly (readonly [string, readonly Entry[]])[]];
  if (spellings.length === 0) return readPages(plain, fields);
  const merged = new Map<number, Posting>();
  for (const entries of [plain, ...spellings.map(([, pages]) => pages)]) {
    for (const posting of readPages(entries, fields)) {
      const before = merged.get(posting.page);
      merged.set(posting.page, before ? joined(before, posting) : posting);
    }
  }
  return [...merged.values()].sort((a, b) => a.page - b.page);
}

/** The two as one. */
export function joined(a: Posting, b: Posting, damp = 1): Posting {
  return {
    page: a.page,
    at: [...new Set([...a.at, ...b.at])].sort((x, y) => x - y),
    weight: a.weight + b.weight * damp,
    title: Math.max(a.title, b.title * damp),
    subject: a.subject || b.subject,
    ghost: a.ghost || b.ghost,
  };
}

function readPages(entries: readonly Entry[], fields: readonly string[]): readonly Posting[] {
  let page = 0;
  return entries.map(([step, places, inFields]) => {
    page += step;
    const named = fieldsOf(inFields, fields);
    const ghost = named.has('ghost');
    const whole = ghost ? UNIT : named.has('title') ? WHOLE_TITLE : null;
    return { page, ...placesOf(places, whole), subject: named.has('subject') || named.has('date'), ghost };
  });
}

/** `whole`: what all words of the title weigh, when the word is one of them. */
function placesOf(places: readonly number[], whole: number | null): Pick<Posting, 'at' | 'weight' | 'title'> {
  const at: number[] = [];
  let unit = UNIT;
  let place = 0;
  let weight = 0;
  let first = Number.POSITIVE_INFINITY;
  let share = 0;
  for (const number of places) {
    if (number < 0) {
      unit = -number - 1;
      place = 0;
    } else {
      place += number;
      at.push(place);
      weight += unit / UNIT;
      if (place < first) {
        first = place;
        share = whole === null ? 0 : unit / whole;
      }
    }
  }
  const sorted = at.length > 1 ? [...new Set(at)].sort((x, y) => x - y) : at;
  // The title comes first in the text, so a word of it stands there first.
  return { at: sorted, weight, title: Math.min(share, 1) };
}

function fieldsOf(codes: readonly number[], names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const code of codes) if (code < 0) found.add(names[-code - 1] ?? '');
  return found;
}
