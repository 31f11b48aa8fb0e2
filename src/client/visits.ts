import { CONTENT_LETTERS, NAME_LETTERS } from '../views/change-list.ts';

/** What a reader's browser remembers of a site. Lists are those of `views/change-list.ts`. */
export interface Visit {
  /** The list at the end of the visit before this one; what differs from it is news. */
  readonly seen: string;
  /** When that visit ended, in milliseconds. */
  readonly since: number;
  /** The list as this visit saw it last. */
  readonly list: string;
  readonly at: number;
}

/** After this long without a look at the first page a visit is over. */
const IDLE = 4 * 3_600_000;
const WIDTH = NAME_LETTERS + CONTENT_LETTERS;

/** The visit that a look at the first page begins or goes on with. A first one has seen all there is. */
export function visitFrom(before: Visit | null, list: string, now: number): Visit {
  if (before === null) return { seen: list, since: now, list, at: now };
  if (now - before.at > IDLE) return { seen: before.list, since: before.at, list, at: now };
  return { ...before, list, at: now };
}

/** What differs between two lists: places in the newer one, and how many notes are gone from it. */
export interface Changes {
  readonly added: readonly number[];
  readonly changed: readonly number[];
  readonly gone: number;
}

/** Compares two lists. */
export function changesBetween(before: string, after: string): Changes {
  const old = new Map(entriesOf(before));
  const added: number[] = [];
  const changed: number[] = [];
  for (const [place, [name, content]] of entriesOf(after).entries()) {
    const known = old.get(name);
    if (known === undefined) added.push(place);
    else if (known !== content) changed.push(place);
    old.delete(name);
  }
  return { added, changed, gone: old.size };
}

/** Two notes whose names came out the same are told apart by their order. */
function entriesOf(list: string): readonly (readonly [name: string, content: string])[] {
  const taken = new Set<string>();
  return Array.from({ length: list.length / WIDTH }, (_, place) => {
    const at = place * WIDTH;
    let name = list.slice(at, at + NAME_LETTERS);
    while (taken.has(name)) name += '+';
    taken.add(name);
    return [name, list.slice(at + NAME_LETTERS, at + WIDTH)] as const;
  });
}

/** A visit as text; the list is kept once where both are the same. */
export function textFromVisit({ seen, since, list, at }: Visit): string {
  return [since, at, list, seen === list ? '' : seen].join(' ');
}

/** A visit from text; null for text of another form. */
export function visitFromText(text: string | null): Visit | null {
  const parts = (text ?? '').split(' ');
  const [since = '', at = '', list = '', seen = ''] = parts;
  if (parts.length !== 4 || ![since, at].every((time) => /^\d{1,16}$/.test(time)) || ![list, seen].every(isList)) return null;
  return { seen: seen === '' ? list : seen, since: Number(since), list, at: Number(at) };
}

/** True for the text of a list. */
export function isList(text: unknown): text is string {
  return typeof text === 'string' && text.length % WIDTH === 0 && /^[0-9a-z]*$/.test(text);
}
