import type { PageUrl } from './graph/graph.ts';
import type { Kind } from './notes/note.ts';
import type { NoteBody } from './views/row.ts';
import type { Page } from './views/view.ts';

/** What the live collection `notes` answers from: pages in memory, made on demand. */
export interface PageSource {
  readonly page: (url: PageUrl) => Page | undefined;
  /** URLs of the pages that show a note's own text. */
  readonly notes: readonly PageUrl[];
}

/** One entry of the live collection: id = URL of the page, html = the note's own text. */
export interface NoteEntry {
  readonly id: PageUrl;
  readonly data: {
    readonly path: string;
    readonly title: string;
    readonly kind: Kind;
    readonly date: string | null;
    readonly accounts: readonly string[];
    readonly tags: readonly string[];
    readonly excerpt: string;
  };
  readonly rendered: { readonly html: string };
}

let mounted: PageSource | null = null;
const shown = new Map<string, Page>();

/** Puts the source in place that `getLiveCollection('notes')` and look-ups of other pages are answered from. */
export function mount(source: PageSource | null): void {
  mounted = source;
}

/** Makes a page known to the collection while it is being rendered. Returns the function that takes it away again. */
export function showPage(page: Page): () => void {
  shown.set(page.url, page);
  return () => void shown.delete(page.url);
}

/** The entry of a page by URL; undefined when there is no such page or it shows no note. */
export function noteEntry(url: string): NoteEntry | undefined {
  const page = shown.get(url) ?? mounted?.page(url as PageUrl);
  return page && noteEntryFromPage(page);
}

/** All entries of the mounted source, in its order. */
export function noteEntries(): readonly NoteEntry[] {
  return (mounted?.notes ?? []).flatMap((url) => noteEntry(url) ?? []);
}

function noteEntryFromPage(page: Page): NoteEntry | undefined {
  const body = bodyOfPage(page);
  if (!body) return undefined;
  const { view } = page;
  const accounts =
    view.kind === 'meeting'
      ? view.accounts.map((ref) => ref.text)
      : view.kind === 'account'
        ? [view.name]
        : view.kind === 'note' && view.account
          ? [view.account.text]
          : [];
  return {
    id: page.url,
    data: {
      path: body.path,
      title: page.title,
      kind: body.kind,
      date: view.kind === 'meeting' || view.kind === 'note' ? view.date : null,
      accounts,
      tags: body.tags.map((ref) => ref.text),
      excerpt: page.description,
    },
    rendered: { html: body.html },
  };
}

function bodyOfPage({ view }: Page): NoteBody | null {
  switch (view.kind) {
    case 'account':
    case 'meeting':
    case 'note':
    case 'person':
      return view.body;
    default:
      return null;
  }
}
