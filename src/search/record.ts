import type { Account, Fact, Ghost, Graph, PageUrl, Person } from '../graph/graph.ts';
import { tagKey, tagLine } from '../graph/tags.ts';
import { textsOfCanvas } from '../notes/canvas-order.ts';
import type { Document } from '../notes/document.ts';
import type { IsoDate, Kind, Note, Passage } from '../notes/note.ts';
import { propertyWords } from '../notes/property-words.ts';
import type { PlannedPage, Site } from '../site.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { VocabularyTexts } from './vocabulary.ts';
import { indexText } from './words.ts';

/** What a result can be filtered by. `ghost`: a name that has no note. */
export type RecordKind = Kind | 'canvas' | 'base' | 'ghost';

/** One page for the search index. */
export interface SearchRecord {
  /** Relative to the site root. */
  readonly url: PageUrl;
  /** A lean document in the form Pagefind reads; never shown, never written to the site. */
  readonly html: string;
  readonly kind: RecordKind;
  readonly accounts: readonly string[];
  /** Names of the people the page is about, or who take part in it. */
  readonly people: readonly string[];
  /** With the tags above them. */
  readonly tags: readonly string[];
  readonly date: IsoDate | null;
  /** The same words again, for the list of words that the site has. */
  readonly words: VocabularyTexts;
}

/** What is known of a page before it is written down for Pagefind. */
interface Entry {
  readonly kind: RecordKind;
  readonly title: string;
  /** Names the page should be found by, besides its title and accounts: people, tags, aliases, words of properties. They say more than its text. */
  readonly names: readonly string[];
  readonly accounts: readonly string[];
  readonly people: readonly string[];
  readonly tags: readonly string[];
  readonly date: IsoDate | null;
  readonly note: Note | null;
  /** Text of pages without a note. */
  readonly text: readonly string[];
}

const SEARCHABLE: ReadonlySet<PlannedPage['kind']> = new Set(['meeting', 'note', 'account', 'person', 'canvas', 'base', 'ghost']);

/** Whether a page may have a record: false for all pages of kinds that never do. */
export function isSearchable({ kind }: PlannedPage): boolean {
  return SEARCHABLE.has(kind);
}

/**
 * The record of one planned page, or null for lists, indexes and other pages that only repeat what stands elsewhere.
 * Pure. Reads the parsed note, not the rendered page; headings carry the ids they have on the page.
 */
export function recordFrom(site: Site, planned: PlannedPage): SearchRecord | null {
  const entry = isSearchable(planned) ? entryOf(site.graph, planned) : null;
  if (!entry) return null;
  const { kind, accounts, people, date } = entry;
  const tags = spelledTags(site.graph, entry.tags);
  const year = date?.slice(0, 4) ?? null;
  const passages = entry.note === null ? [] : site.config.search.text === 'full' ? entry.note.passages : beginning(entry.note);
  return { url: planned.url, html: htmlOf(entry, passages, year), kind, accounts, people, tags, date, words: wordsOf(entry, passages) };
}

type RecordPassage = Pick<Passage, 'heading' | 'headingId' | 'text'>;

/** The first lines of a note, then its headings alone. */
function beginning({ excerpt, passages }: Note): readonly RecordPassage[] {
  const headings = passages.flatMap(({ heading, headingId }) => (heading === null ? [] : [{ heading, headingId, text: '' }]));
  return [{ heading: null, headingId: null, text: excerpt }, ...headings];
}

function wordsOf({ kind, title, names, text, note }: Entry, own: readonly RecordPassage[]): VocabularyTexts {
  const called = kind === 'account' || kind === 'person';
  const passages = note ? own.flatMap(({ heading, text }) => (heading === null ? [text] : [heading, text])) : text;
  return { names: called ? [title] : [], titles: called ? names : [title, ...names], passages };
}

function entryOf(graph: Graph, planned: PlannedPage): Entry | null {
  const names = namesOf(graph);
  const note = planned.note === null ? null : (graph.notes.get(planned.note) ?? null);
  switch (planned.kind) {
    case 'meeting':
    case 'note':
      return note && entryOfNote(graph, note);
    case 'account': {
      const account = names.accounts.get(planned.url);
      return account ? entryOfAccount(account, note, names.facts.get(account.name) ?? []) : note && entryOfNote(graph, note);
    }
    case 'person': {
      const person = names.people.get(planned.url);
      return person ? entryOfPerson(person, note) : note && entryOfNote(graph, note);
    }
    case 'canvas':
    case 'base': {
      const document = graph.documents.get(planned.of as VaultPath);
      return document ? entryOfDocument(document) : null;
    }
    case 'ghost': {
      const ghost = names.ghosts.get(planned.url);
      return ghost ? { kind: 'ghost', title: ghost.name, names: [], ...BARE, text: [] } : null;
    }
    default:
      return null;
  }
}

function entryOfNote(graph: Graph, note: Note): Entry {
  return {
    kind: note.kind,
    title: note.title,
    names: [...note.aliases, ...(graph.peopleOf.get(note.path) ?? []), ...note.tags, ...propertyWords(note.properties)],
    accounts: graph.accountsOf.get(note.path) ?? [],
    people: graph.peopleOf.get(note.path) ?? [],
    tags: note.tags,
    date: note.date ?? note.updated ?? note.created,
    note,
    text: [],
  };
}

/** A canvas is found by the words on its cards, a base by the names of its views and columns. */
function entryOfDocument(document: Document): Entry {
  const text =
    document.kind === 'canvas'
      ? textsOfCanvas(document)
      : [...(document.content?.views.map((view) => view.name) ?? []), ...(document.content?.names.values() ?? [])];
  return { kind: document.kind, title: document.title, names: [], ...BARE, text };
}

function entryOfAccount(account: Account, note: Note | null, facts: readonly Fact[]): Entry {
  return {
    kind: 'account',
    title: account.name,
    names: [...(note?.aliases ?? []), ...account.people, ...account.tags, ...propertyWords(note?.properties ?? null)],
    accounts: [account.name],
    people: account.people,
    tags: account.tags,
    date: account.lastContact,
    note,
    text: note ? [] : facts.map((fact) => plainText(fact.text)),
  };
}

function entryOfPerson(person: Person, note: Note | null): Entry {
  return {
    kind: 'person',
    title: person.name,
    names: [
      ...(note?.aliases ?? []),
      ...person.spellings.map((spelling) => spelling.text),
      ...(note?.tags ?? []),
      ...propertyWords(note?.properties ?? null),
    ],
    accounts: person.accounts,
    people: [person.name],
    tags: note?.tags ?? [],
    date: person.lastMet,
    note,
    text: [],
  };
}

/** A page of nobody and of no day. */
const BARE = { accounts: [], people: [], tags: [], date: null, note: null } as const;

/** Tags and those above them, each once and in the spelling of its page; none without a page. */
function spelledTags(graph: Graph, tags: readonly string[]): readonly string[] {
  const { tags: spellings } = namesOf(graph);
  return [...new Set(tags.flatMap(tagLine).flatMap((tag) => spellings.get(tagKey(tag)) ?? []))];
}

interface Names {
  readonly accounts: ReadonlyMap<PageUrl, Account>;
  readonly people: ReadonlyMap<PageUrl, Person>;
  readonly ghosts: ReadonlyMap<PageUrl, Ghost>;
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly tags: ReadonlyMap<string, string>;
}

const namesByGraph = new WeakMap<Graph, Names>();

/** Who has a page where, built once a graph. */
function namesOf(graph: Graph): Names {
  const known = namesByGraph.get(graph);
  if (known) return known;
  const names: Names = {
    accounts: new Map(graph.accounts.map((account) => [account.url, account])),
    people: new Map(graph.people.map((person) => [person.url, person])),
    ghosts: new Map(graph.ghosts.map((ghost) => [ghost.url, ghost])),
    facts: Map.groupBy(graph.facts, (fact) => fact.account),
    tags: new Map(graph.tags.map(({ tag }) => [tagKey(tag), tag])),
  };
  namesByGraph.set(graph, names);
  return names;
}

/** Sorts after every date when newest come first; Pagefind leaves out results that lack the key it sorts by. */
const UNDATED = '0000-00-00';

/** A page's own day, or the last one of a subject that has many. */
function dateField(kind: RecordKind): 'date' | 'last' {
  return kind === 'account' || kind === 'person' ? 'last' : 'date';
}

/** What a word of the names weighs, where one of the text weighs 1, and what the words of a title weigh together. */
const NAMES_WEIGHT = 3.5;
const TITLE_WEIGHT = 10;

/**
 * The document Pagefind reads. In the text: title, names, then an empty `i` that marks where the page's own text begins, then
 * the passages under their headings. Kind, accounts and year are filters (one element a value) and, unlike meta, no words:
 * as words, a kind would be found on every page of it. The date is meta without hyphens, so that `2026-03` finds its month.
 */
function htmlOf(entry: Entry, passages: readonly RecordPassage[], year: string | null): string {
  const filters = [`kind:${entry.kind}`, ...entry.accounts.map((name) => `account:${name}`), ...(year === null ? [] : [`year:${year}`])];
  const names = entry.kind === 'account' ? entry.names : [...entry.names, ...entry.accounts];
  return [
    '<html><body>',
    titleOf(entry),
    ...filters.map((filter) => `<i data-pagefind-filter="${escaped(filter)}"></i>`),
    entry.date === null ? '' : `<i data-pagefind-meta="${dateField(entry.kind)}:${escaped(entry.date.replaceAll('-', ''))}"></i>`,
    `<i data-pagefind-sort="date:${escaped(entry.date ?? UNDATED)}"></i>`,
    names.length === 0 ? '' : `<p data-pagefind-weight="${NAMES_WEIGHT}">${marked(names.join(', '))}</p>`,
    '<i id="text"></i>',
    ...entry.text.map((text) => `<p>${marked(text)}</p>`),
    ...(entry.note ? passagesOf(entry.note, passages) : []),
    '</body></html>',
  ].join('');
}

/**
 * The title, as text and as meta, by which the browser ranks (`client/search/rank.ts`). Its words share one weight, so that a word says the more the
 * shorter the title is. The page of an account or a person is told from pages that only have the name in their title, and a ghost, whose
 * title is all it has and weighs no more than text, from notes called so.
 */
function titleOf({ kind, title }: Entry): string {
  const text = marked(title);
  const weight = Math.max(0.1, (kind === 'ghost' ? 1 : TITLE_WEIGHT) / Math.max(1, text.trim().split(/\s+/u).length)).toFixed(2);
  if (kind === 'ghost') return `<h1 data-pagefind-weight="${weight}" data-pagefind-meta="ghost">${text}</h1>`;
  const subject = kind === 'account' || kind === 'person' ? `<i data-pagefind-meta="subject:${text}"></i>` : '';
  return `<h1 data-pagefind-weight="${weight}" data-pagefind-meta="title">${text}</h1>${subject}`;
}

/** The note's text by heading. A first heading that repeats the title is not shown on the page and gets no anchor. */
function passagesOf(note: Note, passages: readonly RecordPassage[]): readonly string[] {
  const levels = new Map(note.headings.map((heading) => [heading.id, heading.level]));
  const repeated = note.headings.find((heading) => heading.line === note.titleLine)?.id ?? null;
  return passages.map((passage) => headingOf(passage, levels, repeated) + (passage.text === '' ? '' : `<p>${marked(passage.text)}</p>`));
}

function headingOf({ heading, headingId }: RecordPassage, levels: ReadonlyMap<string, number>, repeated: string | null): string {
  if (heading === null || headingId === null || headingId === repeated) return '';
  const level = Math.min(Math.max(levels.get(headingId) ?? 2, 2), 6);
  return `<h${level} id="${escaped(headingId)}">${marked(heading)}</h${level}>`;
}

/** Text for the index. A zero-width space, which Pagefind drops, keeps text from passing for Pagefind's own `___` marks. */
function marked(text: string): string {
  const indexed = escaped(indexText(text));
  return indexed.includes('___') ? indexed.replaceAll('___', '\u200b___') : indexed;
}

/** Safe in text and in double-quoted attributes; unpaired surrogates, which the indexer cannot read, are replaced. */
function escaped(text: string): string {
  return text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The words of one line of Markdown: links by what they show, marks taken off. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]/gu, '$1')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*`]|~~|==/gu, '');
}
