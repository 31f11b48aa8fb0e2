import { isOpen } from '../graph/actions.ts';
import type { Href, PageUrl } from '../graph/graph.ts';
import { folderPath, personNamed } from '../graph/mdx-values.ts';
import { tagKey } from '../graph/tags.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { isIsoDate } from '../notes/dates.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { drawBlocks } from '../render/draw.ts';
import type { VaultPath } from '../vault/vault.ts';
import { actionsInOrder } from './actions.ts';
import { drawContext, hrefOf, type ViewContext } from './context.ts';
import { byContact } from './home.ts';
import type { Answer, Asked, Queries } from './mdx-view.ts';
import type { ActionRow } from './row.ts';
import { accountRow, actionRow, decisionRows, ghostRows, meetingRow, noteListRow, whenOf } from './rows.ts';
import { datedMeetings } from './timeline.ts';

/** Rows that a component shows without a limit of its own. */
const LIMIT = 50;

/** The queries of one page; links lead from there. */
export function queriesFor(ctx: ViewContext, from: VaultPath, page: PageUrl): Queries {
  const { graph } = ctx;
  return {
    accounts: (asked) => {
      const account = accountIn(ctx, asked);
      const tag = tagIn(ctx, asked);
      if (account === null || tag === null) return unknown(asked, account === null ? 'account' : 'tag');
      const rows = graph.accounts
        .filter((one) => account === undefined || one.key === account.key)
        .filter((one) => tag === undefined || one.tags.some((own) => belongs(tagKey(own), tag)))
        .map((one) => accountRow(ctx, one));
      return answer(rows.sort(byContact), asked, hrefOf('accounts.html' as PageUrl));
    },
    timeline: (asked) => {
      const account = accountIn(ctx, asked);
      if (account === null) return unknown(asked, 'account');
      const notes = datedMeetings(ctx).filter((note) => account === undefined || account.meetings.includes(note.path));
      const ghosts = account === undefined ? [] : ghostRows(account, { text: account.name, href: hrefOf(account.url) });
      const held = notes.map((note) => meetingRow(ctx, note, note.date));
      const rows = [...held, ...ghosts].filter(({ date }) => isWithin(date, asked));
      rows.sort((a, b) => (a.date === b.date ? (a.href < b.href ? -1 : 1) : a.date < b.date ? 1 : -1));
      return answer(rows, asked, hrefOf(account?.url ?? ('timeline.html' as PageUrl)));
    },
    actions: (asked) => {
      const account = accountIn(ctx, asked);
      if (account === null) return unknown(asked, 'account');
      const owner = textIn(asked, 'owner');
      const person = owner === undefined ? undefined : (personNamed(graph, owner)?.name ?? owner);
      const due = textIn(asked, 'due');
      const actions = actionsInOrder(ctx)
        .filter((action) => account === undefined || action.account === account.name)
        .filter((action) => person === undefined || action.owner === person)
        .filter((action) => isInState(action.state, textIn(asked, 'state') ?? 'open'))
        .filter((action) => due === undefined || whenOf(action, graph.asOf) === due);
      const { rows, ...rest } = answer(actions, asked, boardHref(person, account?.name, due ?? textIn(asked, 'state') ?? 'open'));
      return { ...rest, rows: rows.map((action) => actionRow(ctx, action, page)) };
    },
    decisions: (asked) => {
      const account = accountIn(ctx, asked);
      if (account === null) return unknown(asked, 'account');
      const decisions = graph.decisions
        .filter((decision) => account === undefined || decision.account === account.name)
        .filter(({ date }) => isWithin(date, asked));
      const { rows, ...rest } = answer(decisions, asked, hrefOf(account?.url ?? ('decisions.html' as PageUrl)));
      return { ...rest, rows: decisionRows(ctx, rows, page) };
    },
    noteList: (asked) => {
      const account = accountIn(ctx, asked);
      const tag = tagIn(ctx, asked);
      if (account === null || tag === null) return unknown(asked, account === null ? 'account' : 'tag');
      const notes = tag === undefined ? [...graph.notes.values()] : notesWithTag(ctx, tag);
      const folder = textIn(asked, 'folder');
      const kind = textIn(asked, 'kind')?.toLowerCase();
      const wanted = notes
        .filter((note) => note.path !== from)
        .filter((note) => folder === undefined || note.path.startsWith(`${folderPath(folder)}/`))
        .filter((note) => kind === undefined || note.kind === kind || note.type === kind)
        .filter((note) => account === undefined || (graph.accountsOf.get(note.path) ?? []).includes(account.name))
        .sort(byDateThenTitle);
      const all = tag !== undefined ? graph.pageUrls.tag(tag) : folder !== undefined ? folderUrl(ctx, folder) : null;
      const { rows, ...rest } = answer(wanted, asked, all === null ? null : hrefOf(all));
      return { ...rest, rows: rows.map((note) => noteListRow(ctx, note)) };
    },
    embed: (note) =>
      drawBlocks(drawContext(ctx, from, page), parseMarkdown(`![[${note.replace(/[[\]\n]/gu, '')}]]`, { bodyLine: 1 }).blocks),
  };
}

function answer<Row>(rows: readonly Row[], asked: Asked, all: Href | null): Answer<Row> {
  const limit = Number(asked['limit'] ?? LIMIT);
  const shown = rows.slice(0, Number.isFinite(limit) && limit > 0 ? limit : LIMIT);
  return { rows: shown, shown: shown.length, total: rows.length, all, unknown: null };
}

function unknown<Row>(asked: Asked, what: 'account' | 'tag'): Answer<Row> {
  return { rows: [], shown: 0, total: 0, all: null, unknown: { what, name: textIn(asked, what) ?? '' } };
}

function textIn(asked: Asked, name: string): string | undefined {
  const value = asked[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The account asked for; undefined when none is, null when there is no such account. */
function accountIn({ graph }: ViewContext, asked: Asked) {
  const name = textIn(asked, 'account');
  return name === undefined ? undefined : (graph.accountByName(name) ?? null);
}

/** Key of the tag asked for; undefined when none is, null when there is no such tag. */
function tagIn(ctx: ViewContext, asked: Asked): string | null | undefined {
  const name = textIn(asked, 'tag');
  if (name === undefined) return undefined;
  const key = tagKey(name.replace(/^#/u, ''));
  return ctx.tagFamilies.has(key) ? key : null;
}

/** The board of all actions, filtered by the script in it as the component is. */
function boardHref(owner: string | undefined, account: string | undefined, state: string): Href {
  const filters = Object.entries({ state: state === 'all' || state === 'closed' ? undefined : state, owner, account });
  const words = filters.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return hrefOf('actions.html' as PageUrl, words.join('&'));
}

function belongs(tag: string, above: string): boolean {
  return tag === above || tag.startsWith(`${above}/`);
}

function isWithin(date: IsoDate | null, asked: Asked): boolean {
  const [since, until] = [textIn(asked, 'since'), textIn(asked, 'until')];
  if (date === null) return since === undefined && until === undefined;
  return (since === undefined || !isIsoDate(since) || date >= since) && (until === undefined || !isIsoDate(until) || date <= until);
}

function isInState(state: ActionRow['state'], wanted: string): boolean {
  if (wanted === 'all') return true;
  if (wanted === 'open') return isOpen(state);
  return wanted === 'closed' ? !isOpen(state) : state === wanted;
}

function notesWithTag(ctx: ViewContext, key: string): readonly Note[] {
  const paths = new Set((ctx.tagFamilies.get(key) ?? []).flatMap(({ notes }) => notes));
  return [...paths].flatMap((path) => ctx.graph.notes.get(path) ?? []);
}

function folderUrl(ctx: ViewContext, folder: string): PageUrl | null {
  const path = folderPath(folder);
  return [...ctx.graph.notes.keys()].some((own) => own.startsWith(`${path}/`)) ? ctx.graph.pageUrls.folder(path) : null;
}

/** Newest first, undated last, then by title. */
function byDateThenTitle(a: Note, b: Note): number {
  const [left, right] = [a.date ?? a.updated ?? '', b.date ?? b.updated ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return a.title === b.title ? (a.path < b.path ? -1 : 1) : a.title < b.title ? -1 : 1;
}
