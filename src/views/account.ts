import { isOpen } from '../graph/actions.ts';
import type { Account, Action, Fact, PageUrl } from '../graph/graph.ts';
import { lineAnchor } from '../markdown/anchors.ts';
import { parseInline } from '../markdown/parse.ts';
import type { Block, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { Note, SectionName } from '../notes/note.ts';
import { blocksUnder } from '../notes/sections.ts';
import { topicsFrom } from '../notes/topics.ts';
import { accountFiles } from './action-files.ts';
import { backlinkRows, mentionTotal, unlinkedRows } from './backlinks.ts';
import { hrefOf, inlineHtml, noteAt, noteRef, personChip, type ViewContext } from './context.ts';
import { heatFrom } from './heat.ts';
import { accountMap } from './local-map.ts';
import { noteBody } from './note-body.ts';
import type { ActionRow } from './row.ts';
import { accountRow, actionRow, decisionRows, ghostRows, meetingRow, monthsFrom, noteListRow, personRow } from './rows.ts';
import type { AccountView } from './view.ts';

/** Sections that the account page shows in a form of its own. */
const ASSEMBLED: readonly SectionName[] = ['facts', 'topics', 'actions', 'decisions', 'related'];

/** The page of one account, with or without a note of its own. */
export function accountView(ctx: ViewContext, account: Account, page: PageUrl): AccountView {
  const note = account.note === null ? null : noteAt(ctx, account.note);
  const replaced = note === null ? new Map<SectionName, Replaced>() : replacedSections(note, ctx.treeOf(note.path));
  const lines = new Set([...replaced.values()].flatMap((section) => section.lines));
  const row = accountRow(ctx, account);
  const actions = ctx.actionsOf.get(account.name) ?? [];
  const meetings = account.meetings.flatMap((path) => {
    const meeting = noteAt(ctx, path);
    return meeting.date === null ? [] : [meetingRow(ctx, meeting, meeting.date)];
  });
  const idOf = (name: SectionName): string => replaced.get(name)?.id ?? `d-${name}`;
  const body =
    note === null
      ? null
      : noteBody(
          ctx,
          note,
          page,
          {
            title: account.name,
            kinds: ['account'],
            values: { last_contact: account.lastContact },
            accounts: [account.name],
            people: [],
          },
          (block) => lines.has(block.line) || block.line === note.titleLine,
        );
  const topics =
    note === null
      ? []
      : note.sections.filter((section) => section.name === 'topics').flatMap((section) => topicsFrom(section, plainMarkdown));
  const linked = (note === null ? ctx.graph.derivedBacklinks.get(account.url) : ctx.graph.backlinks.get(note.path)) ?? [];
  const mentions = linked.filter(({ from }) => !(ctx.graph.accountsOf.get(from) ?? []).includes(account.name));
  return {
    kind: 'account',
    name: account.name,
    row,
    lead: leadOf(ctx, account, note),
    disputed: disputeOf(ctx, account, note),
    facts: factRows(ctx, account, note, page),
    factsId: idOf('facts'),
    topics,
    topicsId: idOf('topics'),
    actionsId: idOf('actions'),
    decisionsId: idOf('decisions'),
    relatedId: idOf('related'),
    months: monthsFrom([...meetings, ...ghostRows(account, { text: account.name, href: hrefOf(account.url) })]),
    meetingTotal: account.meetings.length,
    open: openByOwner(ctx, actions, page),
    closed: actions.filter((action) => !isOpen(action.state)).map((action) => actionRow(ctx, action, page)),
    files: accountFiles(ctx, account),
    decisions: decisionRows(ctx, ctx.decisionsOf.get(account.name) ?? [], page),
    people: account.people
      .flatMap((name) => ctx.graph.personByName(name) ?? [])
      .map((person) => personRow(ctx, person, account))
      .sort((a, b) => b.meetings - a.meetings || b.open - a.open || (a.name < b.name ? -1 : 1)),
    related: relatedOf(ctx, account),
    notes: account.notes.map((path) => noteListRow(ctx, noteAt(ctx, path))),
    heat: meetings.length < 2 ? null : heatFrom(meetings, ctx.graph.asOf),
    body: body === null || body.html.trim() === '' ? null : body,
    backlinks: backlinkRows(ctx, mentions, account.name),
    backlinkTotal: mentionTotal(mentions),
    unlinked: unlinkedRows(ctx, account.url, account.name),
    map: accountMap(ctx, account),
  };
}

interface Replaced {
  readonly id: string;
  readonly lines: readonly number[];
}

/** Sections of the account's note that hold one plain list (or, for topics, one paragraph), or nothing: shown in assembled form instead. */
function replacedSections(note: Note, tree: Tree): ReadonlyMap<SectionName, Replaced> {
  const replaced = new Map<SectionName, Replaced>();
  for (const section of note.sections) {
    if (!ASSEMBLED.includes(section.name) || replaced.has(section.name)) continue;
    const at = tree.blocks.findIndex((block) => block.kind === 'heading' && block.line === section.line);
    const heading = tree.blocks[at];
    if (heading?.kind !== 'heading') continue;
    const own = blocksUnder(tree.blocks, at, heading.level);
    if (own.length <= 1 && own.every((block) => isPlain(block, section.name)))
      replaced.set(section.name, { id: section.headingId, lines: [heading.line, ...own.map((block) => block.line)] });
  }
  return replaced;
}

function isPlain(block: Block, name: SectionName): boolean {
  if (block.blockId !== null) return false;
  if (block.kind === 'paragraph') return name === 'topics';
  if (block.kind !== 'list') return false;
  const flat = block.items.every(
    (item) => item.blockId === null && item.blocks.length <= 1 && item.blocks.every((inner) => inner.kind === 'paragraph'),
  );
  if (name === 'related')
    return (
      flat &&
      block.items.every((item) =>
        item.blocks.every(
          (inner) =>
            inner.kind === 'paragraph' &&
            inner.children.every((child) => child.kind === 'link' || (child.kind === 'text' && child.value.trim() === '')),
        ),
      )
    );
  return flat && (name !== 'actions' || block.items.every((item) => item.task !== null));
}

function plainMarkdown(markdown: string): string {
  return plainText(parseInline(markdown, 1));
}

function leadOf(ctx: ViewContext, account: Account, note: Note | null): string {
  const summary = note?.sections.find((section) => section.name === 'summary')?.text ?? '';
  if (summary !== '') return summary.length > 320 ? (note?.excerpt ?? '') : summary;
  const newest = account.meetings[0] === undefined ? undefined : noteAt(ctx, account.meetings[0]);
  const first = newest === undefined ? '' : firstSentence(newest.excerpt);
  return first;
}

function firstSentence(text: string): string {
  const end = /[.!?](?=\s|$)/u.exec(text);
  const sentence = end === null ? text : text.slice(0, end.index + 1);
  return sentence.length > 220 ? `${sentence.slice(0, sentence.lastIndexOf(' ', 218))}…` : sentence;
}

function disputeOf(ctx: ViewContext, account: Account, note: Note | null): AccountView['disputed'] {
  if (!account.lastContactDisputed || note === null || note.lastContact === null) return null;
  const met = account.meetings
    .map((path) => noteAt(ctx, path).date)
    .find((date) => date !== null && (ctx.graph.asOf === null || date <= ctx.graph.asOf));
  return met === undefined || met === null ? null : { note: note.lastContact, meeting: met };
}

/** The account note's own facts; without any, those of its meetings, newest first. */
function factRows(ctx: ViewContext, account: Account, note: Note | null, page: PageUrl): AccountView['facts'] {
  const all = ctx.factsOf.get(account.name) ?? [];
  const own = all.filter((fact) => note !== null && fact.path === note.path);
  const order = new Map(account.meetings.map((path, i) => [path, i]));
  const shown: readonly Fact[] =
    own.length > 0
      ? own
      : all
          .filter((fact) => order.has(fact.path))
          .sort((a, b) => (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) || a.line - b.line)
          .slice(0, 30);
  return shown.map((fact) => ({
    html: inlineHtml(ctx, fact.text, fact.path, page),
    id: own.length > 0 ? lineAnchor(fact.line) : '',
    from: fact.meeting === null ? null : noteRef(ctx, fact.meeting),
    match: fact.match,
  }));
}

function openByOwner(ctx: ViewContext, actions: readonly Action[], page: PageUrl): AccountView['open'] {
  const groups = new Map<string, ActionRow[]>();
  for (const action of actions) {
    if (!isOpen(action.state)) continue;
    const owner = action.owner ?? '';
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [actionRow(ctx, action, page)]);
    else group.push(actionRow(ctx, action, page));
  }
  return [...groups]
    .map(([owner, rows]) => ({ owner: owner === '' ? null : personChip(ctx, owner), ownerText: owner === '' ? 'No owner' : owner, rows }))
    .sort(
      (a, b) =>
        Number(a.ownerText === 'No owner') - Number(b.ownerText === 'No owner') ||
        Number(b.owner?.ours ?? false) - Number(a.owner?.ours ?? false) ||
        b.rows.length - a.rows.length ||
        (a.ownerText < b.ownerText ? -1 : 1),
    );
}

/** Names the account's notes link to that are neither its meetings nor its people: notes and ghosts, most mentioned first. */
function relatedOf(ctx: ViewContext, account: Account): AccountView['related'] {
  const found = new Map<
    string,
    { text: string; href: AccountView['related'][number]['href']; ghost: boolean; detail: string; count: number }
  >();
  const people = new Set(account.people.map((name) => name.toLowerCase()));
  const own = new Set<string>([...account.meetings, ...(account.note === null ? [] : [account.note])]);
  for (const path of own) {
    for (const { to } of ctx.graph.links.get(path as Note['path']) ?? []) {
      if (to.href === null || to.href.startsWith('files/')) continue;
      const note = to.target === null ? undefined : ctx.graph.notes.get(to.target);
      if (to.target !== null && (note === undefined || own.has(to.target) || note.kind === 'person')) continue;
      if (to.status === 'derived' || (to.target === null && people.has(to.name.toLowerCase()))) continue;
      if (to.target === null && /^\d{4}-\d{2}-\d{2}\s/u.test(to.name)) continue;
      const page = to.href.replace(/#.*$/u, '') as typeof to.href;
      const known = found.get(page);
      if (known !== undefined) known.count += 1;
      else
        found.set(page, {
          text: note?.title ?? (to.target === null ? to.name : ''),
          href: page,
          ghost: note === undefined,
          detail: note === undefined ? 'no note yet' : (note.type ?? note.kind),
          count: 1,
        });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)).slice(0, 24);
}
