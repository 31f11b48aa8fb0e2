import type { Href, PageUrl } from '../graph/graph.ts';
import type { Note } from '../notes/note.ts';
import { nameOfDocument } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import { accountView } from './account.ts';
import { accountNotesView } from './account-notes.ts';
import { actionsView } from './actions.ts';
import { baseView } from './base.ts';
import { browseView, type FolderTree, type kindsOf, kindView, labelOfKind, parentOf } from './browse.ts';
import { canvasView } from './canvas.ts';
import { hrefOf, noteAt, type ViewContext } from './context.ts';
import { coverView } from './cover.ts';
import { decisionsView } from './decisions.ts';
import { ghostView } from './ghost.ts';
import { type HealthInput, healthView } from './health.ts';
import { byContact, homeView } from './home.ts';
import { mdxContent } from './mdx-content.ts';
import { meetingView } from './meeting.ts';
import { noteView } from './note.ts';
import { peopleView } from './people.ts';
import { personView } from './person.ts';
import type { PlannedPage } from './plan.ts';
import type { Ref } from './row.ts';
import { accountRow } from './rows.ts';
import type { SectionId } from './site-data.ts';
import { tagsView, tagView } from './tags.ts';
import { timelineView } from './timeline.ts';
import type { Page, View } from './view.ts';

/** Everything pages are made from. */
export interface PageInput {
  readonly ctx: ViewContext;
  readonly folders: FolderTree;
  readonly kinds: ReturnType<typeof kindsOf>;
  readonly health: HealthInput;
  /** The list of notes that the home page compares with the reader's last visit; null where none is written. */
  readonly changes: Href | null;
}

/** The data of one planned page. Pure: the same input gives the same page. */
export function pageFrom(input: PageInput, planned: PlannedPage): Page {
  const view = viewOf(input, planned);
  const { ctx } = input;
  const note = planned.note === null ? null : noteAt(ctx, planned.note);
  const mdx = note?.mdx;
  return {
    url: planned.url,
    root: '../'.repeat(planned.url.split('/').length - 1),
    title: titleOf(input, planned, view, note),
    description: descriptionOf(view, note),
    section: SECTION_OF[planned.kind],
    crumbs: crumbsOf(input, view, note),
    lang: ctx.info.locale,
    site: ctx.info,
    view,
    ...(note !== null && mdx !== undefined && { mdx: mdxContent(ctx, note, mdx, planned.url) }),
  };
}

function viewOf({ ctx, folders, kinds, health, changes }: PageInput, { url, kind, of, note, number }: PlannedPage): View {
  const { graph } = ctx;
  const base = (list: string): PageUrl => list as PageUrl;
  switch (kind) {
    case 'home':
      return homeView(ctx, url, { folders, index: note === null ? null : noteAt(ctx, note), changes });
    case 'cover':
      return coverView(ctx, url);
    case 'accounts':
      return { kind, rows: graph.accounts.map((account) => accountRow(ctx, account)).sort(byContact) };
    case 'account':
      return accountView(ctx, required(graph.accountByKey(of), url), url);
    case 'account-notes':
      return accountNotesView(ctx, required(graph.accountByKey(of), url), number);
    case 'people':
      return peopleView(ctx);
    case 'person':
      return personView(ctx, required(graph.personByKey(of), url), url);
    case 'meeting':
      return meetingView(ctx, noteAt(ctx, required(note, url)), url);
    case 'note':
      return noteView(ctx, noteAt(ctx, required(note, url)), url);
    case 'actions':
      return actionsView(ctx, base('actions.html'), number, url);
    case 'decisions':
      return decisionsView(ctx, of, url);
    case 'timeline':
      return timelineView(ctx, of === '' ? null : of);
    case 'tags':
      return tagsView(ctx);
    case 'tag':
      return tagView(
        ctx,
        required(
          ctx.tagFamilies.get(of)?.find((tag) => tag.tag.normalize('NFC').toLowerCase() === of),
          url,
        ),
        number,
      );
    case 'browse':
      return browseView(ctx, folders, of, graph.pageUrls.folder(of), number, kindRefs(ctx, kinds));
    case 'kind':
      return kindView(ctx, of, kinds.get(of) ?? [], graph.pageUrls.kind(of), number);
    case 'canvas': {
      const canvas = graph.documents.get(of as VaultPath);
      return canvasView(ctx, required(canvas?.kind === 'canvas' ? canvas : null, url), url);
    }
    case 'base': {
      const base = graph.documents.get(of as VaultPath);
      return baseView(ctx, required(base?.kind === 'base' ? base : null, url));
    }
    case 'ghost':
      return ghostView(ctx, required(graph.ghostByKey(of), url));
    case 'search':
      return {
        kind,
        indexes: ctx.info.nav.map(({ text, href }) => ({ text, href })),
        excerpts: ctx.config.search.enabled && ctx.config.search.text === 'excerpts',
      };
    case 'health':
      return healthView(ctx, health);
    case 'not-found':
      return { kind };
  }
}

function required<T>(value: T | null | undefined, url: PageUrl): T {
  if (value === null || value === undefined) throw new Error(`The plan holds a page whose subject is gone: ${url}`);
  return value;
}

/** Kinds with an index of their own, as links with counts. */
export function kindRefs(ctx: ViewContext, kinds: PageInput['kinds']): readonly (Ref & { readonly count: number })[] {
  return [...kinds].map(([kind, notes]) => ({ text: labelOfKind(kind), href: hrefOf(ctx.graph.pageUrls.kind(kind)), count: notes.length }));
}

const SECTION_OF: Readonly<Record<View['kind'], SectionId>> = {
  home: 'home',
  cover: 'home',
  accounts: 'accounts',
  account: 'accounts',
  'account-notes': 'accounts',
  meeting: 'timeline',
  timeline: 'timeline',
  actions: 'actions',
  decisions: 'decisions',
  people: 'people',
  person: 'people',
  tags: 'tags',
  tag: 'tags',
  browse: 'browse',
  kind: 'browse',
  note: 'browse',
  canvas: 'browse',
  base: 'browse',
  ghost: 'browse',
  search: 'search',
  health: 'health',
  'not-found': 'note',
};

function titleOf({ ctx }: PageInput, planned: PlannedPage, view: View, note: Note | null): string {
  switch (view.kind) {
    case 'home':
    case 'cover':
      return ctx.info.title;
    case 'account':
    case 'person':
    case 'ghost':
      return view.name;
    case 'account-notes':
      return `Notes of ${view.account.text}`;
    case 'meeting':
    case 'note':
      return note?.title ?? '';
    case 'canvas':
    case 'base':
      return nameOfDocument(view.path);
    case 'accounts':
      return 'Accounts';
    case 'people':
      return 'People';
    case 'actions':
      return 'Actions';
    case 'decisions':
      return 'Decisions';
    case 'timeline':
      return view.year === null || planned.url === 'timeline.html' ? 'Timeline' : `Timeline ${view.year}`;
    case 'tags':
      return 'Tags';
    case 'tag':
      return `#${view.node.tag}`;
    case 'browse':
      return view.folder === '' ? shelfName(ctx) : (view.folder.split('/').at(-1) ?? view.folder);
    case 'kind':
      return view.label;
    case 'search':
      return 'Search';
    case 'health':
      return 'Health';
    case 'not-found':
      return 'Page not found';
  }
}

function descriptionOf(view: View, note: Note | null): string {
  const text = view.kind === 'account' ? view.lead : (note?.excerpt ?? '');
  return text.length > 200 ? `${text.slice(0, text.lastIndexOf(' ', 198))}…` : text;
}

function crumbsOf({ ctx }: PageInput, view: View, note: Note | null): readonly Ref[] {
  const link = (text: string, href: string): Ref => ({ text, href: href as Href });
  const accounts = ctx.info.brief && ctx.graph.accounts.length < 2 ? [] : [link('Accounts', 'accounts.html')];
  switch (view.kind) {
    case 'account':
      return accounts;
    case 'account-notes':
      return [...accounts, view.account];
    case 'person':
      return [link('People', 'people.html')];
    case 'meeting':
      return [...(view.account === null ? [link('Timeline', 'timeline.html')] : [...accounts, view.account])];
    case 'tag':
      return [link('Tags', 'tags.html'), ...view.parents];
    case 'browse':
      return view.folder === '' ? [] : folderCrumbs(ctx, view.folder).slice(0, -1);
    case 'kind':
      return [link('Browse', ctx.graph.pageUrls.folder(''))];
    case 'note':
      return note === null ? [] : folderCrumbs(ctx, note.path.includes('/') ? note.path.slice(0, note.path.lastIndexOf('/')) : '');
    case 'canvas':
    case 'base':
      return folderCrumbs(ctx, parentOf(view.path));
    case 'ghost':
      return [link('Browse', ctx.graph.pageUrls.folder(''))];
    default:
      return [];
  }
}

/** The list of everything else. */
function shelfName(ctx: ViewContext): string {
  return ctx.info.brief ? 'Notes' : 'Browse';
}

function folderCrumbs(ctx: ViewContext, folder: string): readonly Ref[] {
  const segments = folder === '' || ctx.info.brief ? [] : folder.split('/');
  return [
    { text: shelfName(ctx), href: hrefOf(ctx.graph.pageUrls.folder('')) },
    ...segments.map((text, i) => ({ text, href: hrefOf(ctx.graph.pageUrls.folder(segments.slice(0, i + 1).join('/'))) })),
  ];
}
