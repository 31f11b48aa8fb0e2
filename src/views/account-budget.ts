import { jsonLength } from './byte-length.ts';
import type { AccountView } from './view.ts';

/** An account's page stays below 400 KB of HTML; what its rows come to is estimated from their data. */
const PAGE_BYTES = 385_000;
/** The frame of the page: head, navigation, headings, foot. */
const FRAME_BYTES = 9_000;

/** A list of the page: what its HTML weighs for each byte of data and for each row, and how many rows it keeps whatever the page weighs. */
interface Part {
  readonly factor: number;
  readonly row: number;
  readonly least: number;
}

/** Parts in the order in which they are cut: first what a reader misses least. Each says what it leaves out and where that is. */
const PARTS = {
  unlinked: { factor: 1, row: 150, least: 4 },
  closed: { factor: 1.2, row: 40, least: 5 },
  backlinks: { factor: 1, row: 150, least: 6 },
  later: { factor: 1.2, row: 40, least: 0 },
  related: { factor: 1.2, row: 150, least: 8 },
  decisions: { factor: 1.2, row: 220, least: 10 },
  notes: { factor: 1.2, row: 180, least: 12 },
  people: { factor: 1.2, row: 220, least: 20 },
} as const satisfies Readonly<Record<string, Part>>;

type PartName = keyof typeof PARTS;

/** The parts of an account's page that may be cut, and what else there is on it. */
interface Cut {
  readonly keep: Readonly<Record<PartName, number>>;
  /** Bytes that the page still has too many. */
  readonly over: number;
}

/** The view with as many rows as a page can hold, and the bytes that it is still too large by. */
export function fittedAccount(view: AccountView): { readonly view: AccountView; readonly over: number } {
  const rows: Readonly<Record<PartName, readonly unknown[]>> = {
    unlinked: view.unlinked.rows,
    closed: view.actions.closed,
    backlinks: view.backlinks,
    later: view.actions.later,
    related: view.related,
    decisions: view.decisions.rows,
    notes: view.notes,
    people: view.people,
  };
  if (isSurelySmall(view, rows)) return { view, over: 0 };
  const { keep, over } = cutOf(rows, weightOfRest(view));
  const decisions = view.decisions.rows.slice(0, keep.decisions);
  return {
    over,
    view: {
      ...view,
      unlinked: { ...view.unlinked, rows: view.unlinked.rows.slice(0, keep.unlinked) },
      actions: { ...view.actions, closed: view.actions.closed.slice(0, keep.closed), later: view.actions.later.slice(0, keep.later) },
      backlinks: view.backlinks.slice(0, keep.backlinks),
      related: view.related.slice(0, keep.related),
      decisions: { rows: decisions, left: view.decisions.left + view.decisions.rows.length - decisions.length },
      notes: view.notes.slice(0, keep.notes),
      people: view.people.slice(0, keep.people),
    },
  };
}

/** The most that a byte of data comes to in HTML, and a row without its data, of all that are told below. */
const MOST_FACTOR = 1.2;
const MOST_ROW = 220;

/** Whether a view fits even if each of its bytes and rows weighed the most there is: so it is with nearly all. */
function isSurelySmall(view: AccountView, rows: Readonly<Record<PartName, readonly unknown[]>>): boolean {
  let count = view.actions.open.length;
  for (const group of view.actions.open) count += group.rows.length;
  for (const list of Object.values(rows)) count += list.length;
  return FRAME_BYTES + count * MOST_ROW + jsonLength(view) * MOST_FACTOR < PAGE_BYTES;
}

function cutOf(rows: Readonly<Record<PartName, readonly unknown[]>>, rest: number): Cut {
  const names = Object.keys(PARTS) as PartName[];
  const weights = new Map(names.map((name) => [name, rows[name].map((row) => weightOf(row, PARTS[name]))]));
  let over = rest - PAGE_BYTES;
  for (const list of weights.values()) for (const weight of list) over += weight;
  const keep = Object.fromEntries(names.map((name) => [name, rows[name].length])) as Record<PartName, number>;
  for (const name of names) {
    const list = weights.get(name) ?? [];
    while (over > 0 && keep[name] > PARTS[name].least) {
      keep[name] -= 1;
      over -= list[keep[name]] ?? 0;
    }
  }
  return { keep, over };
}

/** What is not cut row by row: the timeline has a budget of its own, and the note's own text and facts are on no other page. */
function weightOfRest({ facts, actions, timeline, body, row, map, lead, topics }: AccountView): number {
  const { dues: _, ...told } = row;
  const open = actions.open.reduce((sum, group) => sum + group.rows.reduce((all, one) => all + weightOf(one, PARTS.later), 200), 0);
  const own = body === null ? 0 : jsonLength(body.html) + jsonLength(body.properties);
  return FRAME_BYTES + open + own + jsonLength(facts) * 1.2 + jsonLength(timeline) * 0.93 + jsonLength([told, map, lead, topics]) * 1.2;
}

function weightOf(row: unknown, part: Part): number {
  return part.row + jsonLength(row) * part.factor;
}
