import { isOpen } from '../graph/actions.ts';
import type { Action, Href, PageUrl } from '../graph/graph.ts';
import { isBookkeeping } from '../graph/tags.ts';
import type { Note } from '../notes/note.ts';
import { drawNote } from '../render/draw.ts';
import type { DrawContext } from '../render/drawing.ts';
import { actionsInOrder } from './actions.ts';
import type { FolderTree } from './browse.ts';
import { drawContext, hrefOf, noteAt, urlOf, type ViewContext } from './context.ts';
import { glanceActions } from './glance.ts';
import { heatFrom } from './heat.ts';
import { languageOfNote, layoutsOf } from './language.ts';
import { quietRows, quietSpans } from './quiet.ts';
import type { AccountRow } from './row.ts';
import { accountRow, actionRow, decisionRows, duesOf, meetingRow, noteListRow, whenOf } from './rows.ts';
import { datedMeetings } from './timeline.ts';
import type { HomeView } from './view.ts';

/** How much of each list the first page shows. */
const ACCOUNTS = 12;
/** Shown are six; some of them may still lie ahead of the reader. */
const MEETINGS = 12;
const MEETINGS_AHEAD = 4;
const RULINGS = 5;
/** Shown are four; the others come up as days pass, or are quiet while a meeting lies ahead. */
const QUIET = 20;
const TAGS = 24;
const FOLDERS = 24;
const LINKED = 12;

/** The overview: what is late, what is new, what went quiet. `index` is the vault's own index note, if it has one. */
export function homeView(
  ctx: ViewContext,
  page: PageUrl,
  { folders, index, changes }: { readonly folders: FolderTree; readonly index: Note | null; readonly changes: Href | null },
): HomeView {
  const { asOf } = ctx.graph;
  const rows = ctx.graph.accounts.map((account) => accountRow(ctx, account)).sort(byContact);
  const actions = actionsInOrder(ctx);
  const whens = actions.map((action) => whenOf(action, asOf));
  const glance = glanceActions(ctx);
  const drawn = (some: readonly Action[]) => some.map((action) => actionRow(ctx, action, page));
  const meetings = datedMeetings(ctx);
  const quiet = quietRows(ctx);
  return {
    kind: 'home',
    intro: index === null ? null : introOf(ctx, index, page),
    accounts: rows.slice(0, ACCOUNTS),
    accountTotal: rows.length,
    overdue: drawn(glance.overdue),
    ahead: drawn(glance.ahead),
    overdueTotal: whens.filter((when) => when === 'overdue').length,
    soonTotal: whens.filter((when) => when === 'soon').length,
    dues: duesOf(actions.filter((action) => isOpen(action.state))),
    meetings: [
      ...meetings.filter(({ date }) => asOf !== null && date > asOf).slice(-MEETINGS_AHEAD),
      ...meetings.filter(({ date }) => asOf === null || date <= asOf).slice(0, MEETINGS),
    ].map((note) => meetingRow(ctx, note, note.date)),
    decisions: decisionRows(ctx, ctx.graph.decisions.filter((decision) => decision.date !== null).slice(0, RULINGS), page),
    quiet: [
      ...quiet.filter(({ from }) => asOf !== null && from > asOf).slice(-QUIET),
      ...quiet.filter(({ from }) => asOf !== null && from <= asOf).slice(0, QUIET),
    ],
    quietTotal: quiet.filter((row) => row.quiet).length,
    quietSpans: quietSpans(quiet),
    changes,
    tags: topTags(ctx),
    folders: [...(folders.folders.get('')?.children ?? [])]
      .slice(0, FOLDERS)
      .map((path) => ({ text: path, href: hrefOf(ctx.graph.pageUrls.folder(path)), count: folders.folders.get(path)?.total ?? 0 })),
    linked: mostLinked(ctx),
    heat:
      meetings.length === 0
        ? null
        : heatFrom(
            meetings.map((note) => ({ date: note.date, href: hrefOf(urlOf(ctx, note.path)), ghost: false })),
            asOf,
          ),
  };
}

function introOf(ctx: ViewContext, index: Note, page: PageUrl): HomeView['intro'] {
  const tree = ctx.treeOf(index.path);
  const kept = {
    ...tree,
    blocks: tree.blocks.filter((block) => block.line !== index.titleLine && !(block.kind === 'heading' && block.level === 1)),
  };
  const language = languageOfNote(ctx, index);
  const draw: DrawContext = { ...drawContext(ctx, index.path, page), direction: language.dir ?? 'ltr' };
  return { html: drawNote(draw, index, kept), language, classes: layoutsOf(index) };
}

/** Newest contact first, never met last, then by name. */
export function byContact(a: AccountRow, b: AccountRow): number {
  const [left, right] = [a.lastContact ?? '', b.lastContact ?? ''];
  return left === right ? (a.name < b.name ? -1 : 1) : left < right ? 1 : -1;
}

function topTags(ctx: ViewContext): HomeView['tags'] {
  return ctx.graph.tags
    .filter((tag) => !isBookkeeping(tag.tag))
    .sort((a, b) => b.total - a.total || (a.tag < b.tag ? -1 : 1))
    .slice(0, TAGS)
    .map((tag) => ({ text: tag.tag, href: hrefOf(tag.url), count: tag.total }));
}

/** The notes most linked to from other notes: the way in where there are no accounts. */
function mostLinked(ctx: ViewContext): HomeView['linked'] {
  if (ctx.graph.accounts.length > 0) return [];
  return [...ctx.graph.backlinks]
    .filter(([path]) => ctx.graph.notes.has(path))
    .map(([path, mentions]) => ({ path, count: new Set(mentions.map(({ from }) => from)).size }))
    .sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1))
    .slice(0, LINKED)
    .map(({ path, count }) => ({ ...noteListRow(ctx, noteAt(ctx, path)), count }));
}
