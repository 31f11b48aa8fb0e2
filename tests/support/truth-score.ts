import type { Inspected } from './inspected.ts';
import type { TrueAction, World } from './truth-world.ts';

export const TRUTHS = ['kinds', 'accounts', 'meetings', 'people', 'attendance', 'actions', 'decisions', 'facts'] as const;
/** Rows of each kind of truth, one text a row; a row that is there twice counts twice. */
export type Rows = Readonly<Record<(typeof TRUTHS)[number], readonly string[]>>;

/** How much of what was found is true, and how much of what is true was found. */
export interface Score {
  found: number;
  expected: number;
  hits: number;
  /** Rows that are wrong (`+`) or not found (`-`), for reading. */
  readonly wrong: string[];
}

const row = (...parts: readonly unknown[]): string => JSON.stringify(parts).normalize('NFC');
/** A name whatever its apostrophes: which spelling is shown is no matter here. */
const who = (name: string | null): string | null => name?.replaceAll('’', "'") ?? null;

/** The truth of a world that has been written. */
export function rowsFromWorld(world: World): Rows {
  const ownerOf = (action: TrueAction): string | null => (action.owner === 'Myself' ? (world.owner ?? 'vault owner') : action.owner);
  const actionRow = (action: TrueAction, account: string, sources: readonly string[]): string =>
    row(action.text, who(ownerOf(action)), action.due, action.state, action.priority, account, [...sources].sort());
  const accountNotes = world.accounts.flatMap((account) => (account.path === null ? [] : [account]));
  const owned = [...world.meetings, ...accountNotes].flatMap(({ actions }) => actions.flatMap((action) => ownerOf(action) ?? []));
  return {
    kinds: [
      ...accountNotes.map(({ path }) => row(path, 'account')),
      ...world.meetings.map(({ path }) => row(path, 'meeting')),
      ...[...world.others].map(([path, { kind }]) => row(path, kind)),
    ],
    accounts: world.accounts.map((account) => {
      const dates = world.meetings.filter((meeting) => meeting.account === account).map(({ date }) => date);
      const stated = account.path === null ? [] : [account.lastContact ?? ''];
      return row(account.name, account.path, [...dates, ...stated].sort().at(-1));
    }),
    meetings: world.meetings.map(({ path, account, date, title }) => row(path, account.name, date, title)),
    people: [...new Set([...world.meetings.flatMap(({ people }) => people), ...owned, ...world.personNotes])].map((name) => row(who(name))),
    attendance: world.meetings.flatMap(({ path, people }) => people.map((name) => row(who(name), path))),
    actions: [
      ...world.meetings.flatMap(({ path, account, date, actions }) =>
        actions.flatMap((action) => {
          const same = world.meetings.filter(
            (other) => other.account === account && other.actions.some(({ id }) => id !== null && id === action.id),
          );
          if (same.some((other) => other.date > date)) return [];
          const places = same.length === 0 ? [path] : same.map((other) => other.path);
          return [actionRow(action, account.name, action.repeated && account.path !== null ? [path, account.path] : places)];
        }),
      ),
      ...accountNotes.flatMap(({ path, name, actions }) => actions.map((action) => actionRow(action, name, [path ?? '']))),
    ],
    decisions: world.meetings.flatMap(({ path, account, date, decisions }) => decisions.map((text) => row(text, date, account.name, path))),
    facts: [
      ...world.meetings.flatMap(({ path, account, facts }) => facts.map((text) => row(text, account.name, path))),
      ...accountNotes.flatMap(({ path, name, facts }) => facts.map((text) => row(text, name, path))),
    ],
  };
}

/** The same rows as Dossier reads them. */
export function rowsFromModel(model: Inspected): Rows {
  const meetings = model.notes.filter((note) => note.kind === 'meeting');
  return {
    kinds: model.notes.map((note) => row(note.path, note.kind)),
    accounts: model.accounts.map((account) => row(account.name, account.note, account.lastContact)),
    meetings: meetings.map((note) => row(note.path, note.accounts.join(' + '), note.date, note.title)),
    people: model.people.map(({ name }) => row(who(name))),
    attendance: model.people.flatMap((person) => person.meetings.map((path) => row(who(person.name), path))),
    actions: model.actions.map(({ text, owner, due, state, priority, account, sources }) =>
      row(text, who(owner), due, state, priority, account, sources.map(({ path }) => path).sort()),
    ),
    decisions: model.decisions.map(({ text, date, account, source }) => row(text, date, account, source.path)),
    facts: model.facts.map(({ text, account, path }) => row(text, account, path)),
  };
}

export function emptyScores(): Record<keyof Rows, Score> {
  const one = (): Score => ({ found: 0, expected: 0, hits: 0, wrong: [] });
  return Object.fromEntries(TRUTHS.map((kind) => [kind, one()])) as Record<keyof Rows, Score>;
}

/** Adds one vault to the scores; `label` says which it was. */
export function addScores(scores: Record<keyof Rows, Score>, expected: Rows, found: Rows, label: string): void {
  for (const kind of TRUTHS) {
    const score = scores[kind];
    const left = new Map<string, number>();
    for (const text of expected[kind]) left.set(text, (left.get(text) ?? 0) + 1);
    score.expected += expected[kind].length;
    score.found += found[kind].length;
    for (const text of found[kind]) {
      const count = left.get(text) ?? 0;
      if (count > 0) score.hits += 1;
      else score.wrong.push(`${label} + ${text}`);
      left.set(text, count - 1);
    }
    for (const [text, count] of left) if (count > 0) score.wrong.push(`${label} - ${text}`);
  }
}

/** One line a kind: precision, recall, how many. */
export function scoreTable(scores: Readonly<Record<keyof Rows, Score>>): string {
  return TRUTHS.map((kind) => {
    const { precision, recall } = shares(scores[kind]);
    return `${kind.padEnd(11)} precision ${precision.toFixed(4)} recall ${recall.toFixed(4)} of ${scores[kind].expected}`;
  }).join('\n');
}

export function shares({ hits, found, expected }: Score): { readonly precision: number; readonly recall: number } {
  return { precision: found === 0 ? 1 : hits / found, recall: expected === 0 ? 1 : hits / expected };
}
