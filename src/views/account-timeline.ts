import { isOpen } from '../graph/actions.ts';
import type { Account, Graph } from '../graph/graph.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountTimeline, TimelineYear } from './account-timeline-view.ts';
import { byteLength } from './byte-length.ts';
import { hrefOf, noteAt, type ViewContext } from './context.ts';
import type { MeetingRow, MonthGroup, Ref } from './row.ts';
import { bareMeetingRow, ghostRows, meetingRow, monthsFrom } from './rows.ts';
import { datedMeetings, timelinePeriods } from './timeline.ts';
import type { RowMark } from './timeline-row.ts';
import { weekHeat } from './week-heat.ts';

/** A timeline of more rows than this is told by years, the older of them folded. */
const UNFOLDED = 60;
/** Rows of years that stand open at least. */
const OPEN_ROWS = 12;
/** Newest rows with their whole summary and all names; older ones have a sentence and the first names. */
const FULL = 40;
const SENTENCE = 90;
const NAMES = 2;
/** A page must stay light: bytes of rows up to which they say more than title and counts, and up to which there are rows at all. */
const SAID_BYTES = 150_000;
const ALL_BYTES = 235_000;
/** Bytes of rows that stand whatever else there is. */
const LEAST_BYTES = 60_000;
/** What a row weighs without its words. */
const ROW_BYTES = 270;
/** Years that can be chosen one by one; the last choice stands for all that is older. */
const PERIODS = 8;
const RECENT_MONTHS = 3;
const MARKS: readonly RowMark[] = ['meeting', 'note', 'planned', 'decisions', 'open'];

/** The timeline of an account, newest first. `over`: bytes that a page with all else on it is too large by. */
export function accountTimeline(ctx: ViewContext, account: Account, over = 0): AccountTimeline {
  const { asOf } = ctx.graph;
  const since = asOf === null ? null : monthsBefore(asOf, RECENT_MONTHS);
  const meetings = account.meetings.flatMap((path) => {
    const note = noteAt(ctx, path);
    return note.date === null ? [] : [meetingOf(ctx, note, note.date)];
  });
  const rows = [...meetings, ...datedNotes(ctx, account), ...ghostRows(account, { text: account.name, href: hrefOf(account.url) })]
    .map((row): MeetingRow => ({ ...row, marks: marksOf(row, asOf), recent: since !== null && row.date >= since }))
    .sort((a, b) => (a.date === b.date ? (a.href < b.href ? -1 : 1) : a.date < b.date ? 1 : -1));
  const { shown: months, rest } = fitted(monthsFrom(rows), over);
  const kept = months.flatMap((month) => month.meetings);
  const years = yearsFrom(months);
  const recent = kept.filter((row) => row.recent).length;
  return {
    years,
    total: kept.length,
    since: since === null || recent === 0 || recent === kept.length ? null : { date: since, count: recent },
    periods: periodsFrom(kept),
    marks: MARKS.map((mark) => ({ mark, count: kept.filter((row) => row.marks?.includes(mark)).length })).filter(
      ({ count }) => count > 0 && count < kept.length,
    ),
    elsewhere: elsewhereFrom(ctx, rest),
    weeks: weekHeat(meetings, new Set(years.flatMap(({ year }) => year ?? []))),
  };
}

function meetingOf(ctx: ViewContext, note: Note, date: IsoDate): MeetingRow {
  return { ...meetingRow(ctx, note, date), open: openOf(ctx, note) };
}

function openOf(ctx: ViewContext, note: Note): number {
  let open = 0;
  for (const { state } of ctx.actionsOfNote.get(note.path) ?? []) if (isOpen(state)) open += 1;
  return open;
}

/** Projects, dailies and other notes of the account that have a date of their own. A transcript belongs to the note that was made from it. */
function datedNotes(ctx: ViewContext, account: Account): readonly MeetingRow[] {
  return datedNotesOf(ctx, account).flatMap((path) => {
    const note = noteAt(ctx, path);
    return note.date === null ? [] : [{ ...bareMeetingRow(ctx, note, note.date), open: openOf(ctx, note), noteKind: note.kind }];
  });
}

/** Notes of an account, its meetings aside, that stand in its timeline. */
export function datedNotesOf(ctx: ViewContext, account: Account): readonly VaultPath[] {
  const dated = account.notes.filter((path) => noteAt(ctx, path).date !== null);
  if (dated.length === 0) return dated;
  const sources = sourcesOf(ctx.graph);
  return dated.filter((path) => !sources.has(path));
}

const sourcesOfGraphs = new WeakMap<Graph, ReadonlySet<VaultPath>>();

/** Notes that other notes name as their source; found once a graph. */
export function sourcesOf(graph: Graph): ReadonlySet<VaultPath> {
  const known = sourcesOfGraphs.get(graph);
  if (known !== undefined) return known;
  const sources = new Set<VaultPath>();
  for (const note of graph.notes.values()) {
    const ref = note.source?.ref ?? null;
    const target = ref === null ? null : graph.resolve(note.path, /^\s*\[\[([^\]|#]+)/u.exec(ref)?.[1] ?? ref, '', 'wiki').target;
    if (target !== null && target !== note.path) sources.add(target);
  }
  sourcesOfGraphs.set(graph, sources);
  return sources;
}

function marksOf(row: MeetingRow, asOf: IsoDate | null): readonly RowMark[] {
  const ahead = row.ghost || (asOf !== null && row.date > asOf);
  return [
    ...(row.noteKind !== undefined ? (['note'] as const) : row.ghost ? [] : (['meeting'] as const)),
    ...(ahead ? (['planned'] as const) : []),
    ...(row.decisions > 0 ? (['decisions'] as const) : []),
    ...((row.open ?? 0) > 0 ? (['open'] as const) : []),
  ];
}

/** The same day some months earlier; the last day of a shorter month. */
function monthsBefore(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10) as IsoDate;
}

/** Cuts rows down the further they lie back, and splits off the months that one page can not hold: these come back as they were. */
function fitted(
  months: readonly MonthGroup[],
  over: number,
): { readonly shown: readonly MonthGroup[]; readonly rest: readonly MonthGroup[] } {
  const most = Math.max(ALL_BYTES - over, LEAST_BYTES);
  const said = SAID_BYTES * (most / ALL_BYTES);
  let rows = 0;
  let bytes = 0;
  const shown: MonthGroup[] = [];
  for (const { month, meetings } of months) {
    const cut = meetings.map((row) => {
      rows += 1;
      const fit = rows <= FULL ? row : bytes < said ? shortened(row) : bare(row);
      bytes += weightOf(fit);
      return fit;
    });
    if (bytes > most && shown.length > 0) break;
    shown.push({ month, meetings: cut });
  }
  return { shown, rest: months.slice(shown.length) };
}

function shortened(row: MeetingRow): MeetingRow {
  const people = row.people.length > NAMES + 1 ? row.people.slice(0, NAMES) : row.people;
  return { ...row, summary: firstSentence(row.summary, SENTENCE), people, morePeople: row.people.length - people.length };
}

function bare(row: MeetingRow): MeetingRow {
  return { ...row, summary: '', people: [] };
}

function weightOf({ href, title, summary, people }: MeetingRow): number {
  return ROW_BYTES + byteLength(href + title + summary + people.map((person) => person.name).join(', '));
}

/** The first sentence of a text, cut at a word where it is longer. */
export function firstSentence(text: string, most: number): string {
  const end = /[.!?](?=\s|$)|[。！？]/u.exec(text);
  const sentence = end === null ? text : text.slice(0, end.index + 1);
  if (sentence.length <= most) return sentence;
  const space = sentence.lastIndexOf(' ', most - 2);
  return `${sentence
    .slice(0, space > 0 ? space : most - 1)
    .replace(/[\s,;:–—-]+$/u, '')
    .toWellFormed()}…`;
}

function periodOf(years: readonly string[], year: string): number {
  return Math.min(years.indexOf(year), PERIODS - 1);
}

function yearsOf(dates: readonly { readonly date: IsoDate }[]): readonly string[] {
  return [...new Set(dates.map(({ date }) => date.slice(0, 4)))];
}

/** Months by year, newest first; where there are many rows each year has a line of its own, and the older ones are folded. */
export function yearsFrom(months: readonly MonthGroup[]): readonly TimelineYear[] {
  const all = months.flatMap((group) => group.meetings);
  const fold = all.length > UNFOLDED;
  const names = yearsOf(all);
  let above = 0;
  return [...Map.groupBy(months, ({ month }) => month.slice(0, 4))].map(([year, groups]): TimelineYear => {
    const rows = groups.flatMap((group) => group.meetings);
    const folded = fold && above >= OPEN_ROWS;
    above += rows.length;
    return {
      year: fold ? year : null,
      at: periodOf(names, year),
      folded,
      rows: rows.length,
      meetings: rows.filter((row) => !row.ghost && row.noteKind === undefined).length,
      decisions: rows.reduce((sum, row) => sum + row.decisions, 0),
      months: groups,
    };
  });
}

function periodsFrom(rows: readonly MeetingRow[]): AccountTimeline['periods'] {
  const years = yearsOf(rows);
  if (years.length < 2) return [];
  return years.slice(0, PERIODS).map((text, at) => ({
    at,
    text,
    older: at === PERIODS - 1 && years.length > PERIODS,
    count: rows.filter((row) => periodOf(years, row.date.slice(0, 4)) === at).length,
  }));
}

function elsewhereFrom(ctx: ViewContext, rest: readonly MonthGroup[]): AccountTimeline['elsewhere'] {
  if (rest.length === 0) return null;
  const months = rest.map(({ month }) => month);
  const periods = timelinePeriods(datedMeetings(ctx).map((note) => note.date));
  const pages = periods.filter((period) => months.some((month) => month.startsWith(period)));
  return {
    count: rest.reduce((sum, { meetings }) => sum + meetings.length, 0),
    pages: pages.map((text): Ref => ({ text, href: (text === periods[0] ? 'timeline.html' : `timeline/${text}.html`) as Ref['href'] })),
  };
}
