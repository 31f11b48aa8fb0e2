import { randomFrom } from './mutate.ts';
import { ACCOUNT_FAMILIES, GROUPS, NAMESAKES, OBJECTS, OUR_PEOPLE, PLACES, TAILS, THEIR_PEOPLE, VERBS } from './truth-words.ts';

/** Choices from a seed. */
export interface Dice {
  /** A whole number from 0 up to `n`, `n` left out. */
  readonly int: (n: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** The list in another order. */
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
}

export interface TrueAction {
  readonly text: string;
  /** Full name, `Myself`, or null. */
  readonly owner: string | null;
  readonly due: string | null;
  readonly state: 'open' | 'proposed' | 'in-progress' | 'on-hold' | 'done' | 'cancelled';
  readonly priority: 'highest' | 'high' | 'medium' | 'low' | 'lowest' | null;
  /** True when the account's note repeats it. */
  readonly repeated: boolean;
  /** Its id: what has the same one in the account is the same action, and what was said last holds. */
  readonly id: string | null;
}

export interface TrueMeeting {
  readonly account: TrueAccount;
  readonly title: string;
  readonly date: string;
  /** Full names. */
  readonly people: readonly string[];
  readonly actions: readonly TrueAction[];
  readonly decisions: readonly string[];
  readonly facts: readonly string[];
  /** Where it was written. */
  path: string;
}

export interface TrueAccount {
  readonly name: string;
  /** Another name in its note. */
  readonly alias: string;
  readonly people: readonly string[];
  readonly actions: readonly TrueAction[];
  readonly facts: readonly string[];
  readonly lastContact: string | null;
  /** Where its note was written, null when it has none. */
  path: string | null;
}

/** What a vault is about, before anybody writes it down. */
export interface World {
  readonly dice: Dice;
  readonly accounts: readonly TrueAccount[];
  readonly meetings: readonly TrueMeeting[];
  /** The vault's owner by config. */
  readonly owner: string | null;
  /** Other notes by path, with their kind; written as they stand. */
  readonly others: Map<string, { readonly kind: string; readonly text: string }>;
  /** People with a note of their own. */
  readonly personNotes: readonly string[];
}

const STATES = ['open', 'open', 'proposed', 'proposed', 'in-progress', 'on-hold', 'done', 'done', 'cancelled'] as const;
const PRIORITIES = [null, null, 'highest', 'high', 'medium', 'low', 'lowest'] as const;

/** Choices that are the same for the same seed. */
export function diceFrom(seed: number): Dice {
  const random = randomFrom(seed);
  const int = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[int(list.length)] as T;
  const shuffled = <T>(list: readonly T[]): readonly T[] =>
    list
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  return { int, pick, shuffled, chance: (share) => random() < share };
}

/** About forty notes: accounts that look alike among them, their people, and what was done, decided and learned. Every sentence is there once. */
export function worldFrom(seed: number, meetingCount = 32): World {
  const dice = diceFrom(seed);
  let count = 0;
  const sentence = (): string => {
    count += 1;
    return `${dice.pick(VERBS)} ${dice.pick(OBJECTS)} ${count} ${dice.pick(PLACES)} ${dice.pick(GROUPS)}${dice.pick(TAILS)}`;
  };
  const ours = dice.shuffled(OUR_PEOPLE).slice(0, 3);
  const theirs = dice.shuffled(THEIR_PEOPLE);
  const names = dice.shuffled(ACCOUNT_FAMILIES).slice(0, 2).flat().slice(0, 5);
  const day = (): string => new Date(Date.UTC(2025, 9, 1) + dice.int(180) * 86_400_000).toISOString().slice(0, 10);
  const action = (people: readonly string[]): TrueAction => ({
    text: sentence(),
    owner: dice.chance(0.15) ? null : dice.chance(0.2) ? 'Myself' : dice.pick(people),
    due: dice.chance(0.25) ? null : day(),
    state: dice.pick(STATES),
    priority: dice.pick(PRIORITIES),
    repeated: dice.chance(0.2),
    id: null,
  });
  const many = <T>(most: number, make: () => T): readonly T[] => Array.from({ length: dice.int(most + 1) }, make);
  const accounts = names.map((name, i): TrueAccount => {
    const people = [...theirs.slice(i * 5, i * 5 + 5), ...(i < 2 ? NAMESAKES : []), ...ours];
    return {
      name,
      alias: `Ex-${name}`,
      people,
      actions: many(2, () => ({ ...action(people), repeated: false })),
      facts: many(4, sentence),
      lastContact: dice.chance(0.5) ? day() : null,
      path: null,
    };
  });
  const meetings = Array.from({ length: meetingCount }, (_, i): TrueMeeting => {
    const account = accounts[i % accounts.length] as TrueAccount;
    // The first meeting with an account knows all its people by their full names.
    const people = i < accounts.length ? account.people : dice.shuffled(account.people).slice(0, dice.int(5));
    return {
      account,
      title: `${dice.pick(['Sizing review', 'Kickoff', 'Runbook call', 'Pilot – scope', 'Rack visit', 'Café talk'])} ${i + 1}`,
      date: day(),
      people,
      actions: many(5, () => action(account.people)),
      decisions: many(3, sentence),
      facts: many(4, sentence),
      path: '',
    };
  });
  carryOn(dice, meetings);
  return {
    dice,
    accounts: withCopies(accounts, meetings),
    meetings,
    owner: dice.chance(0.5) ? (ours[0] ?? null) : null,
    others: new Map(),
    personNotes: dice.shuffled(theirs.slice(0, 10)).slice(0, 3),
  };
}

/** Some actions come up again in a later meeting: by their id as one, by their words alone as two. */
function carryOn(dice: Dice, meetings: readonly TrueMeeting[]): void {
  meetings.forEach((meeting, i) => {
    const later = meetings.find((other, j) => j > i && other.account === meeting.account && other.date > meeting.date);
    const at = meeting.actions.findIndex((action) => action.id === null && !action.repeated);
    const action = meeting.actions[at];
    if (later === undefined || action === undefined || dice.chance(0.6)) return;
    const id = dice.chance(0.6) ? `id${i}` : null;
    (meeting.actions as TrueAction[])[at] = { ...action, id };
    (later.actions as TrueAction[]).push({
      ...action,
      id,
      state: dice.pick(STATES),
      text: id === null ? action.text : `${action.text} now`,
    });
  });
}

/** What meetings of one account say, word for word, the note of a look-alike says too: nothing of it may mix. */
function withCopies(accounts: readonly TrueAccount[], meetings: readonly TrueMeeting[]): readonly TrueAccount[] {
  const other = meetings.find((meeting) => meeting.account === accounts[0] && meeting.actions.length > 0);
  const copied = other?.actions[0];
  if (copied === undefined || accounts[1] === undefined) return accounts;
  (accounts[1].actions as TrueAction[]).push({ ...copied, owner: null, repeated: false });
  return accounts;
}
