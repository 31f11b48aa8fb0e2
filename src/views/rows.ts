import { compareText } from '../diagnostics/order.ts';
import { isOpen } from '../graph/actions.ts';
import type { Account, Action, Decision, PageUrl } from '../graph/graph.ts';
import { isBookkeeping, tagKey } from '../graph/tags.ts';
import { addDays, daysBetween } from '../notes/dates.ts';
import { whenDue } from '../notes/due.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { titleWithoutDate } from '../notes/title.ts';
import type { VaultPath } from '../vault/vault.ts';
import { contactsOf, datedItemsOf } from './account-dates.ts';
import { hrefOfOverdue } from './account-links.ts';
import { isBlank, NO_TEXT } from './action-words.ts';
import {
  cardOf,
  datedRef,
  displayTitle,
  hrefOf,
  inlineHtml,
  isAccountListed,
  isOurs,
  listedAccount,
  noteAt,
  personChip,
  type ViewContext,
} from './context.ts';
import { nextOn } from './moments.ts';
import { rhythmOf } from './rhythm.ts';
import type { AccountRow, ActionRow, DecisionRow, MeetingRow, MonthGroup, NoteListRow, PersonChip, Ref } from './row.ts';

/** Weeks an account's sparkline covers. */
const SPARK_WEEKS = 17;

/** Where an action stands against `asOf`. */
export function whenOf(action: Action, asOf: IsoDate | null): ActionRow['when'] {
  if (!isOpen(action.state)) return 'closed';
  if (action.due === null) return 'none';
  if (asOf === null) return 'later';
  return whenDue(daysBetween(asOf, action.due));
}

/** An action as row on a page. */
export function actionRow(ctx: ViewContext, action: Action, page: PageUrl): ActionRow {
  const owner = action.owner === null ? undefined : ctx.graph.personByName(action.owner);
  const from = action.sources[0]?.path;
  const html = inlineHtml(ctx, action.text, from as VaultPath, page);
  return {
    id: action.id,
    html: isBlank(html) ? inlineHtml(ctx, NO_TEXT, from as VaultPath, page) : html,
    state: action.state,
    owner: owner === undefined ? null : { text: owner.name, href: hrefOf(owner.url) },
    ownerText: action.owner,
    ownerOurs: owner !== undefined && isOurs(ctx, owner),
    ownerInferred: action.inferredFrom !== null,
    due: action.due,
    when: whenOf(action, ctx.graph.asOf),
    priority: action.priority,
    account: listedAccount(ctx, action.account),
    sources: action.sources.map((source) => {
      const { note, title } = cardOf(ctx, source.path);
      const isOwn = note.kind === 'account';
      return { text: title, href: source.href, date: note.date, ...(isOwn && { own: true as const }) };
    }),
  };
}

/** Decisions as rows, one row a meeting; the order of the input is kept. */
export function decisionRows(ctx: ViewContext, decisions: readonly Decision[], page: PageUrl): readonly DecisionRow[] {
  const rows = new Map<VaultPath, { readonly first: Decision; readonly rulings: DecisionRow['rulings'][number][] }>();
  for (const decision of decisions) {
    const row = rows.get(decision.source.path) ?? { first: decision, rulings: [] };
    rows.set(decision.source.path, row);
    row.rulings.push({
      html: inlineHtml(ctx, decision.text, decision.source.path, page),
      href: decision.source.href,
      repeatedIn: decision.repeatedIn.map(({ path, href }) => ({ text: displayTitle(noteAt(ctx, path)), href })),
      touchedBy: decision.touchedBy.map((path) => datedRef(ctx, path)),
    });
  }
  return [...rows].map(([path, { first, rulings }]) => ({
    date: first.date,
    account: listedAccount(ctx, first.account),
    meeting: datedRef(ctx, path),
    rulings,
  }));
}

/** A meeting as row of a timeline. The note must have a date. */
export function meetingRow(ctx: ViewContext, note: Note, date: IsoDate): MeetingRow {
  const people: PersonChip[] = [];
  for (const name of ctx.graph.peopleOf.get(note.path) ?? []) {
    const chip = personChip(ctx, name);
    if (chip !== null) people.push(chip);
  }
  return { ...bareMeetingRow(ctx, note, date), summary: note.excerpt, people };
}

/** The same for lists that say where and when a meeting was, and no more. */
export function bareMeetingRow(ctx: ViewContext, note: Note, date: IsoDate): MeetingRow {
  const { title, url, account } = cardOf(ctx, note.path);
  let decisions = 0;
  for (const { name, items } of note.sections) if (name === 'decisions') decisions += items.length;
  return {
    date,
    title,
    href: hrefOf(url),
    ghost: false,
    account: isAccountListed(ctx) ? account : null,
    summary: '',
    people: [],
    actions: note.tasks.length,
    decisions,
  };
}

/** Rows for dated names without a note, so that a timeline shows what was held but never written up. */
export function ghostRows(account: Account, ref: Ref): readonly MeetingRow[] {
  return account.datedGhosts.map(({ date, name, href }) => ({
    date,
    title: titleWithoutDate(name),
    href,
    ghost: true,
    account: ref,
    summary: '',
    people: [],
    actions: 0,
    decisions: 0,
  }));
}

/** Rows by month, newest first. */
export function monthsFrom(rows: readonly MeetingRow[]): readonly MonthGroup[] {
  const months = new Map<string, MeetingRow[]>();
  const newestFirst = [...rows].sort((a, b) => (a.date === b.date ? (a.href < b.href ? -1 : 1) : a.date < b.date ? 1 : -1));
  for (const row of newestFirst) {
    const month = row.date.slice(0, 7);
    const group = months.get(month);
    if (group === undefined) months.set(month, [row]);
    else group.push(row);
  }
  return [...months].map(([month, meetings]) => ({ month, meetings }));
}

const accountRows = new WeakMap<ViewContext, Map<Account, AccountRow>>();

/** An account as row of a table, made once a site: it stands on its own page and in every list of accounts. */
export function accountRow(ctx: ViewContext, account: Account): AccountRow {
  const rows = accountRows.get(ctx) ?? new Map<Account, AccountRow>();
  accountRows.set(ctx, rows);
  let row = rows.get(account);
  if (row === undefined) {
    row = accountRowFrom(ctx, account);
    rows.set(account, row);
  }
  return row;
}

function accountRowFrom(ctx: ViewContext, account: Account): AccountRow {
  const { asOf } = ctx.graph;
  const actions = (ctx.actionsOf.get(account.name) ?? []).filter((action) => isOpen(action.state));
  const dates: IsoDate[] = [];
  for (const path of account.meetings) {
    const { date } = noteAt(ctx, path);
    if (date !== null) dates.push(date);
  }
  const age = account.lastContact === null || asOf === null ? null : daysBetween(account.lastContact, asOf);
  const rhythm = rhythmOf(dates, asOf);
  const dated = datedItemsOf(ctx, account);
  return {
    name: account.name,
    href: hrefOf(account.url),
    lastContact: account.lastContact,
    age,
    // Who is silent is for those to know who keep the account.
    stale: !ctx.info.brief && age !== null && age > rhythm.quietAfter,
    rhythm,
    next: asOf === null ? null : nextOn(dated, asOf),
    contacts: contactsOf(ctx, account),
    dated,
    meetings: account.meetings.length,
    open: actions.length,
    overdue: actions.filter((action) => whenOf(action, asOf) === 'overdue').length,
    overdueAt: hrefOfOverdue(ctx, account),
    people: account.people.length,
    dues: duesOf(actions),
    tags: account.tags
      .filter((tag) => !isBookkeeping(tag))
      .flatMap((tag) => tagRef(ctx, tag))
      .slice(0, 6),
    weeks: weeksOf(dates, asOf),
  };
}

/** Due dates of actions, sorted. */
export function duesOf(actions: readonly Action[]): readonly IsoDate[] {
  const dues: IsoDate[] = [];
  for (const { due } of actions) if (due !== null) dues.push(due);
  return dues.sort(compareText);
}

const tagRefs = new WeakMap<ViewContext, Map<string, readonly Ref[]>>();

/** A tag as link, made once a site; nothing for a tag without a page. */
export function tagRef(ctx: ViewContext, tag: string): readonly Ref[] {
  if (ctx.info.brief && isBookkeeping(tag)) return [];
  const known = tagRefs.get(ctx) ?? new Map<string, readonly Ref[]>();
  tagRefs.set(ctx, known);
  let refs = known.get(tag);
  if (refs === undefined) {
    refs = [{ text: tag, href: hrefOf(ctx.graph.pageUrls.tag(tagKey(tag))) }];
    known.set(tag, refs);
  }
  return refs;
}

function weeksOf(dates: readonly IsoDate[], asOf: IsoDate | null): readonly number[] {
  const weeks = Array.from({ length: SPARK_WEEKS }, () => 0);
  if (asOf === null) return weeks;
  const earliest = addDays(asOf, 1 - 7 * SPARK_WEEKS);
  for (const date of dates) {
    if (date < earliest || date > asOf) continue;
    const ago = Math.floor(daysBetween(date, asOf) / 7);
    const at = SPARK_WEEKS - 1 - ago;
    weeks[at] = (weeks[at] ?? 0) + 1;
  }
  return weeks;
}

/** A note as row of a list. */
export function noteListRow(ctx: ViewContext, note: Note): NoteListRow {
  return { ...bareNoteRow(ctx, note), excerpt: shortExcerpt(note.excerpt) };
}

/** The same without the words of the note. */
export function bareNoteRow(ctx: ViewContext, note: Note): NoteListRow {
  const { title, url, account } = cardOf(ctx, note.path);
  return {
    title,
    href: hrefOf(url),
    kind: note.kind,
    date: note.date ?? note.updated,
    account: isAccountListed(ctx) ? account : null,
    excerpt: '',
  };
}

const EXCERPT = 160;

/** The words of an excerpt that fit a row. */
function shortExcerpt(text: string): string {
  if (text.length <= EXCERPT) return text;
  let end = text.lastIndexOf(' ', EXCERPT - 2);
  if (end === -1) end = text.length - 1;
  while (end > 0 && /[\s,;:–—-]/u.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}…`;
}
