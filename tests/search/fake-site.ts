import { defaultConfig } from '../../src/config/config.ts';
import type { Account, Fact, Ghost, Graph, PageUrl, Person, Tag } from '../../src/graph/graph.ts';
import type { Note, Passage } from '../../src/notes/note.ts';
import type { PlannedPage, Site } from '../../src/site.ts';
import type { VaultPath } from '../../src/vault/vault.ts';

/** A note as the index sees it: what a test does not say is empty. */
export type FakeNote = Partial<Omit<Note, 'path' | 'passages'>> & {
  readonly path: string;
  readonly title: string;
  readonly passages?: readonly Pick<Passage, 'heading' | 'headingId' | 'text'>[];
};

export interface FakeSite {
  readonly notes?: readonly FakeNote[];
  readonly accounts?: readonly (Partial<Omit<Account, 'url'>> & { readonly name: string; readonly url: string })[];
  readonly people?: readonly (Partial<Omit<Person, 'url'>> & { readonly name: string; readonly url: string })[];
  readonly ghosts?: readonly { readonly name: string; readonly url: string }[];
  readonly facts?: readonly { readonly account: string; readonly text: string }[];
  /** Accounts by vault path. */
  readonly accountsOf?: Readonly<Record<string, readonly string[]>>;
  readonly peopleOf?: Readonly<Record<string, readonly string[]>>;
}

function fakeNote(note: FakeNote): Note {
  const empty = { kind: 'note', aliases: [], date: null, updated: null, created: null, tags: [], headings: [], passages: [] };
  return { ...empty, ...note } as unknown as Note;
}

/** A site with a graph of the parts that records are made of. */
export function fakeSite(site: FakeSite): Site {
  const account = { note: null, people: [], tags: [], lastContact: null };
  const person = { note: null, spellings: [], accounts: [], lastMet: null };
  const graph: Partial<Graph> = {
    notes: new Map((site.notes ?? []).map((note) => [note.path as VaultPath, fakeNote(note)])),
    accounts: (site.accounts ?? []).map((one) => ({ ...account, ...one }) as unknown as Account),
    people: (site.people ?? []).map((one) => ({ ...person, ...one }) as unknown as Person),
    ghosts: (site.ghosts ?? []) as unknown as readonly Ghost[],
    tags: [...(site.notes ?? []), ...(site.accounts ?? [])].flatMap(({ tags = [] }) => tags).map((tag) => ({ tag }) as unknown as Tag),
    facts: (site.facts ?? []) as unknown as readonly Fact[],
    accountsOf: new Map(Object.entries(site.accountsOf ?? {})) as unknown as Graph['accountsOf'],
    peopleOf: new Map(Object.entries(site.peopleOf ?? {})) as unknown as Graph['peopleOf'],
  };
  return { graph: graph as Graph, config: defaultConfig } as Site;
}

export function planned(url: string, kind: PlannedPage['kind'], note: string | null = null): PlannedPage {
  return { url: url as PageUrl, kind, note: note as VaultPath | null, of: '', number: 1 };
}
