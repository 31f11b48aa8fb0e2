import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';
import type { Action, PageUrl, Person } from './graph.ts';
import { type KnownFrom, type PersonName, type PersonNames, personKey } from './person-names.ts';

/** Everything one person's record is put together from. */
interface Draft {
  readonly person: PersonName;
  readonly from: Set<KnownFrom>;
  readonly spellings: Map<string, 'alias' | 'unique-first-name'>;
  readonly meetings: Set<VaultPath>;
  readonly accounts: Map<string, string>;
  readonly actions: string[];
  lastMet: IsoDate | null;
}

/** People with what they took part in, and who belongs to each note. */
export interface PeopleResult {
  readonly people: readonly Person[];
  readonly peopleOf: ReadonlyMap<VaultPath, readonly string[]>;
  /** Names of the people of each account, by account key, in order of name. */
  readonly peopleOfAccount: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Inputs of `peopleFrom`. */
export interface PeopleInput {
  readonly notes: readonly Note[];
  readonly accounts: AccountNames;
  readonly names: PersonNames;
  readonly actions: readonly Action[];
  readonly urlOf: (person: PersonName) => PageUrl;
  readonly asOf: IsoDate | null;
}

/** Puts people's records together: one pass over notes, one over actions. Links to a person count for the account of the note they stand in. */
export function peopleFrom(input: PeopleInput): PeopleResult {
  const { notes, accounts, names, actions, asOf } = input;
  const drafts = new Map<string, Draft>(
    names.list.map((person) => [
      person.key,
      {
        person,
        from: new Set<KnownFrom>(person.note === null ? [] : ['note']),
        spellings: new Map(),
        meetings: new Set(),
        accounts: new Map(),
        actions: [],
        lastMet: null,
      },
    ]),
  );
  const peopleOf = new Map<VaultPath, readonly string[]>();
  const ofAccount = new Map<string, Set<string>>();
  const diagnostics: Diagnostic[] = [];
  const meet = (note: Note, written: string, from: KnownFrom): Draft | null => {
    const match = names.match(note.path, written);
    const draft = match === null ? undefined : drafts.get(match.person.key);
    if (match === null || draft === undefined) return null;
    draft.from.add(from);
    if (from !== 'link' && written !== draft.person.name && personKey(written) !== draft.person.key)
      draft.spellings.set(written, match.inferred ? 'unique-first-name' : 'alias');
    for (const account of accounts.of.get(note.path) ?? []) {
      if (draft.accounts.has(account.key)) continue;
      draft.accounts.set(account.key, account.name);
      const pool = ofAccount.get(account.key);
      if (pool === undefined) ofAccount.set(account.key, new Set([draft.person.name]));
      else pool.add(draft.person.name);
    }
    return draft;
  };
  const linked = new Map<string, string | null>();
  /** The name that ends a link's path, if somebody has it. */
  const personLinked = (path: string): string | null => {
    let name = linked.get(path);
    if (name === undefined) {
      const last = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/iu, '');
      name = last !== '' && names.byKey.has(personKey(last)) ? last : null;
      linked.set(path, name);
    }
    return name;
  };
  for (const note of notes) {
    const { path, kind, date } = note;
    const present = new Set<string>();
    const counts = kind === 'meeting' && date !== null && (asOf === null || date <= asOf);
    for (const name of note.participants) {
      const draft = meet(note, name, 'participants');
      if (draft === null) continue;
      present.add(draft.person.name);
      if (kind === 'meeting') draft.meetings.add(path);
      if (counts && (draft.lastMet === null || date > draft.lastMet)) draft.lastMet = date;
    }
    for (const link of note.links) {
      const name = personLinked(link.path);
      if (name !== null) meet(note, name, 'link');
    }
    for (const { owner, line } of note.tasks) {
      if (owner === null) continue;
      meet(note, owner, 'owner');
      const rivals = names.rivals(path, owner);
      if (rivals.length === 0) continue;
      const others = rivals.slice(0, -1).map((person) => person.name);
      const message = `@${owner} could be ${others.join(', ')} or ${rivals.at(-1)?.name}.`;
      diagnostics.push(diagnostic('owner-ambiguous', { path, line, message }));
    }
    if (kind === 'person') meet(note, note.title, 'note');
    if (present.size > 0) peopleOf.set(path, [...present]);
  }
  const said = new Map<string, string>();
  for (const action of actions) {
    const draft = action.owner === null ? undefined : drafts.get(personKey(action.owner));
    draft?.actions.push(action.id);
    if (action.inferredFrom !== null) {
      const { path, line, written } = action.inferredFrom;
      const words = `@${written} is taken for ${action.owner}, the only one who fits here.`;
      // The same is said of every action of a person: once in memory is enough.
      const message = said.get(words) ?? words;
      said.set(message, message);
      diagnostics.push(diagnostic('owner-inferred', { path, line, message }));
    }
  }
  const byPath = new Map(notes.map((note) => [note.path, note]));
  const people = [...drafts.values()]
    .filter((draft) => draft.from.size > 0)
    .map((draft): Person => personFromDraft(draft, input, byPath))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const known = new Set(people.map((person) => person.name));
  const peopleOfAccount = new Map([...ofAccount].map(([key, pool]) => [key, [...pool].filter((name) => known.has(name)).sort()]));
  return { people, peopleOf, peopleOfAccount, diagnostics };
}

function personFromDraft(draft: Draft, input: PeopleInput, byPath: ReadonlyMap<VaultPath, Note>): Person {
  const newestFirst = (a: VaultPath, b: VaultPath): number => {
    const [left, right] = [byPath.get(a)?.date ?? '', byPath.get(b)?.date ?? ''];
    return left === right ? (a < b ? -1 : 1) : left < right ? 1 : -1;
  };
  return {
    key: draft.person.key,
    name: draft.person.name,
    url: input.urlOf(draft.person),
    note: draft.person.note,
    inferredFrom: [...draft.from].sort(),
    spellings: [...draft.spellings].map(([text, reason]) => ({ text, reason })).sort((a, b) => (a.text < b.text ? -1 : 1)),
    meetings: [...draft.meetings].sort(newestFirst),
    accounts: [...draft.accounts.values()].sort(),
    actions: draft.actions,
    lastMet: draft.lastMet,
    ours: draft.person === input.names.owner || draft.accounts.size > 1,
  };
}
