import { isOpen } from '../graph/actions.ts';
import type { Account, Action, Fact, PageUrl } from '../graph/graph.ts';
import { lineAnchor } from '../markdown/anchors.ts';
import type { Note } from '../notes/note.ts';
import { drawBlocks } from '../render/draw.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountActions, AccountDecisions, AccountFacts } from './account-row.ts';
import type { Replaced, ReplacedItem } from './account-sections.ts';
import { closedLast, dueFirst } from './action-order.ts';
import { datedRef, drawContext, inlineHtml, noteAt, personChip, type ViewContext } from './context.ts';
import { type PartAtAccount, personRow } from './person-row.ts';
import type { ActionRow, PersonChip, PersonRow } from './row.ts';
import { actionRow, decisionRows } from './rows.ts';

/** Most facts taken from meetings. */
const FACTS = 100;
/** Open actions that stand grouped by owner, further ones in a list, and closed ones. */
const OPEN = 50;
const LATER = 20;
const CLOSED = 30;
/** Meetings whose decisions a page holds. */
const DECIDED = 40;

/** The account's note, and its section of facts when the page shows that as its own. */
interface OwnFacts {
  readonly note: Note;
  readonly section: Replaced | null;
}

/** The account note's own facts, as far as its text is shown without them; without any, those of its meetings, newest first. */
export function accountFacts(ctx: ViewContext, account: Account, from: OwnFacts | null, page: PageUrl): AccountFacts {
  const all = ctx.factsOf.get(account.name) ?? [];
  const own = all.filter((fact) => from !== null && fact.path === from.note.path);
  const elsewhere = from === null ? null : factsInText(from, own);
  const order = new Map(account.meetings.map((path, i) => [path, i]));
  const placeOf = (path: VaultPath): number => order.get(path) ?? order.size;
  const found =
    own.length > 0
      ? own.filter((fact) => from?.section?.items.has(fact.line))
      : [...all].sort((a, b) => placeOf(a.path) - placeOf(b.path) || a.line - b.line);
  const shown = own.length > 0 ? found : found.slice(0, FACTS);
  return {
    rows: shown.map((fact) => ({
      html: inlineHtml(ctx, fact.text, fact.path, page),
      ...underOf(ctx, own.length > 0 ? from?.section?.items.get(fact.line) : undefined, fact.path, page),
      id: own.length > 0 ? lineAnchor(fact.line) : '',
      // A note of another kind that lists facts is where they stand, though no meeting said them.
      from: fact.meeting !== null ? datedRef(ctx, fact.meeting) : own.length > 0 ? null : datedRef(ctx, fact.path),
      match: fact.meeting === null && own.length === 0 ? 'exact' : fact.match,
    })),
    total: found.length,
    elsewhere,
    fromMeetings: own.length === 0 && from !== null,
  };
}

function underOf(
  ctx: ViewContext,
  item: ReplacedItem | undefined,
  path: VaultPath,
  page: PageUrl,
): Pick<AccountFacts['rows'][number], 'label' | 'under'> {
  return {
    label: item === undefined || item.label === null ? null : inlineHtml(ctx, item.label, path, page),
    under: item === undefined || item.under.length === 0 ? null : drawBlocks(drawContext(ctx, path, page), item.under),
  };
}

/** Facts that stand in the note's own text, and where the first of them does. */
function factsInText({ note, section }: OwnFacts, own: readonly Fact[]): AccountFacts['elsewhere'] {
  const left = own.filter((fact) => !section?.items.has(fact.line));
  const [first] = left;
  if (first === undefined) return null;
  const above = note.sections.findLast(({ name, items }) => name === 'facts' && items.some(({ line }) => line === first.line));
  return { count: left.length, id: above?.headingId ?? '' };
}

/** The actions of an account, the most pressing ones by owner. */
export function accountActions(ctx: ViewContext, account: Account, page: PageUrl): AccountActions {
  const actions = ctx.actionsOf.get(account.name) ?? [];
  const open = actions.filter((action) => isOpen(action.state));
  const closed = actions.filter((action) => !isOpen(action.state));
  const row = (action: Action): ActionRow => actionRow(ctx, action, page);
  const pressing = dueFirst(open);
  return {
    open: byOwner(ctx, pressing.slice(0, OPEN), page),
    later: pressing.slice(OPEN, OPEN + LATER).map(row),
    openTotal: open.length,
    closed: closedLast(ctx, closed).slice(0, CLOSED).map(row),
    closedTotal: {
      done: closed.filter((action) => action.state === 'done').length,
      cancelled: closed.filter((action) => action.state !== 'done').length,
    },
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isLate(row: ActionRow): boolean {
  return row.when === 'overdue';
}

/** Owners with something overdue come first, then our own before theirs. */
function byOwner(ctx: ViewContext, actions: readonly Action[], page: PageUrl): AccountActions['open'] {
  return [...Map.groupBy(actions, (action) => action.owner ?? '')]
    .map(([owner, group]) => ({
      owner: owner === '' ? null : personChip(ctx, owner),
      ownerText: owner === '' ? 'No owner' : owner,
      rows: group.map((action) => actionRow(ctx, action, page)),
    }))
    .sort(
      (a, b) =>
        Number(b.rows.some(isLate)) - Number(a.rows.some(isLate)) ||
        Number(a.ownerText === 'No owner') - Number(b.ownerText === 'No owner') ||
        Number(b.owner?.ours ?? false) - Number(a.owner?.ours ?? false) ||
        b.rows.length - a.rows.length ||
        order(a.ownerText, b.ownerText),
    );
}

/** What was decided, newest first, one row a meeting. */
export function accountDecisions(ctx: ViewContext, account: Account, page: PageUrl): AccountDecisions {
  const decisions = ctx.decisionsOf.get(account.name) ?? [];
  const notes = [...new Set(decisions.map((decision) => decision.source.path))];
  const held = new Set(notes.slice(0, DECIDED));
  return {
    rows: decisionRows(
      ctx,
      decisions.filter((decision) => held.has(decision.source.path)),
      page,
    ),
    left: notes.length - held.size,
  };
}

/** The people of an account, most met first, each with those of the other side who were there last. */
export function accountPeople(ctx: ViewContext, account: Account): readonly PersonRow[] {
  const lastWith = lastMeetings(ctx, account);
  const parts = partsOfPeople(ctx, account);
  return account.people
    .flatMap((name) => ctx.graph.personByName(name) ?? [])
    .map((person): PersonRow => {
      const row = personRow(ctx, person, parts.get(person.name) ?? { meetings: [], open: 0 });
      return { ...row, lastWith: lastWith.get(person.name) ?? [] };
    })
    .sort((a, b) => b.meetings - a.meetings || b.open - a.open || order(a.name, b.name));
}

/** By name: meetings and open actions at an account. One pass over each, however many people there are. */
function partsOfPeople(ctx: ViewContext, account: Account): ReadonlyMap<string, PartAtAccount> {
  const parts = new Map<string, { readonly meetings: VaultPath[]; open: number }>();
  const partOf = (name: string) => {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const part = { meetings: [], open: 0 };
    parts.set(name, part);
    return part;
  };
  for (const path of account.meetings) for (const name of ctx.graph.peopleOf.get(path) ?? []) partOf(name).meetings.push(path);
  for (const { account: name, owner, state } of ctx.actionsOf.get(account.name) ?? []) {
    if (owner !== null && name === account.name && isOpen(state)) partOf(owner).open += 1;
  }
  return parts;
}

/** By name: who of the other side was at the last meeting with the person. One pass over the meetings. */
function lastMeetings(ctx: ViewContext, account: Account): ReadonlyMap<string, readonly PersonChip[]> {
  const last = new Map<string, readonly PersonChip[]>();
  const { asOf } = ctx.graph;
  for (const path of account.meetings) {
    const { date } = noteAt(ctx, path);
    if (date === null || (asOf !== null && date > asOf)) continue;
    const names = ctx.graph.peopleOf.get(path) ?? [];
    // Of an account that is met every week nearly all were there before.
    if (names.every((name) => last.has(name))) continue;
    const here = names.flatMap((name) => personChip(ctx, name) ?? []);
    for (const person of here) {
      if (last.has(person.name)) continue;
      last.set(
        person.name,
        here.filter((other) => other.ours !== person.ours),
      );
    }
  }
  return last;
}
