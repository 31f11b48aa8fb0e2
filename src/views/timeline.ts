import type { Graph, Href } from '../graph/graph.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { groupBy, type ViewContext } from './context.ts';
import type { TimelineView } from './list-view.ts';
import type { MonthGroup, Ref } from './row.ts';
import { meetingRow, monthsFrom } from './rows.ts';

/** A timeline of more meetings than this is split by year, and a year by half and quarter is never needed at the sizes in use. */
export const TIMELINE_ROWS = 300;

type DatedNote = Note & { readonly date: IsoDate };

const sortedMeetings = new WeakMap<Graph, readonly DatedNote[]>();

/** Meetings with a date, newest first; sorted once a graph. */
export function datedMeetings(ctx: ViewContext): readonly DatedNote[] {
  let meetings = sortedMeetings.get(ctx.graph);
  if (meetings === undefined) {
    meetings = meetingsFrom(ctx);
    sortedMeetings.set(ctx.graph, meetings);
  }
  return meetings;
}

function meetingsFrom(ctx: ViewContext): readonly DatedNote[] {
  return [...ctx.graph.notes.values()]
    .filter((note): note is DatedNote => note.kind === 'meeting' && note.date !== null)
    .sort((a, b) => (a.date === b.date ? (a.path < b.path ? -1 : 1) : a.date < b.date ? 1 : -1));
}

/** Periods of a timeline: none when it fits one page, else years, or months of years that hold too much. */
export function timelinePeriods(dates: readonly IsoDate[]): readonly string[] {
  if (dates.length <= TIMELINE_ROWS) return [];
  const years = countBy(dates, (date) => date.slice(0, 4));
  return [...years].flatMap(([year, count]) => {
    if (count <= TIMELINE_ROWS) return [year];
    return [
      ...countBy(
        dates.filter((date) => date.startsWith(year)),
        (date) => date.slice(0, 7),
      ).keys(),
    ];
  });
}

function countBy(dates: readonly IsoDate[], keyOf: (date: IsoDate) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const date of dates) counts.set(keyOf(date), (counts.get(keyOf(date)) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => (a < b ? 1 : -1)));
}

/** Days a page draws as links; years beyond are drawn without, and lead to a page of their own. */
const LINKED_DAYS = 400;

/** The timeline of one period (`2025`, `2025-11`), or of all meetings when they fit one page; without a period of a split one, the newest. */
export function timelineView(ctx: ViewContext, period: string | null): TimelineView {
  const all = datedMeetings(ctx);
  const { periods, perYear, perPeriod } = spread(ctx);
  const shown = period ?? periods[0] ?? null;
  const notes = shown === null ? all : all.filter((note) => note.date.startsWith(shown));
  const year = shown?.slice(0, 4);
  const first = shown === (periods[0] ?? null);
  return {
    kind: 'timeline',
    year: shown,
    years: shown === null ? [] : [...perYear.keys()].map((one) => ({ ...yearRef(ctx, one), current: one === year })),
    monthsOfYear: periods
      .filter((one) => one.length > 4 && one.startsWith(year ?? ' '))
      .map((text) => ({ text, href: periodHref(periods, text), count: perPeriod.get(text) ?? 0, current: text === shown })),
    months: withAnchors(monthsFrom(notes.map((note) => meetingRow(ctx, note, note.date)))),
    total: all.length,
    calendar: yearsFrom(
      ctx,
      [...perYear.keys()].filter((one) => first || one === year),
    ),
  };
}

/** Each day is led to by its first row. */
function withAnchors(months: readonly MonthGroup[]): readonly MonthGroup[] {
  return months.map(({ month, meetings }) => ({
    month,
    meetings: meetings.map((row, i) => (row.date === meetings[i - 1]?.date ? row : { ...row, id: `d${row.date}` })),
  }));
}

/** Years with their days: as links while they are few, the newest always. */
function yearsFrom(ctx: ViewContext, years: readonly string[]): TimelineView['calendar'] {
  let linked = 0;
  return years.map((year) => {
    const days = spread(ctx).days.get(year) ?? [];
    linked += days.length;
    return { ...yearRef(ctx, year), days, linked: linked === days.length || linked <= LINKED_DAYS };
  });
}

function yearRef(ctx: ViewContext, year: string): Ref & { readonly count: number } {
  const { periods, perYear, days } = spread(ctx);
  const href =
    periods.length === 0
      ? (days.get(year)?.at(-1)?.href ?? ('timeline.html' as Href))
      : periodHref(periods, periods.find((one) => one.startsWith(year)) ?? '');
  return { text: year, href, count: perYear.get(year) ?? 0 };
}

function periodHref(periods: readonly string[], period: string): Href {
  return (period === periods[0] ? 'timeline.html' : `timeline/${period}.html`) as Href;
}

/** How the meetings lie over periods, years and days. */
interface Spread {
  readonly periods: readonly string[];
  readonly perPeriod: ReadonlyMap<string, number>;
  /** Newest first. */
  readonly perYear: ReadonlyMap<string, number>;
  readonly days: ReadonlyMap<string, TimelineView['calendar'][number]['days']>;
}

const spreads = new WeakMap<Graph, Spread>();

function spread(ctx: ViewContext): Spread {
  const known = spreads.get(ctx.graph) ?? spreadOf(datedMeetings(ctx).map((note) => note.date));
  spreads.set(ctx.graph, known);
  return known;
}

function spreadOf(dates: readonly IsoDate[]): Spread {
  const periods = timelinePeriods(dates);
  const has = new Set(periods);
  const periodOf = (date: IsoDate): string =>
    has.has(date.slice(0, 7)) ? date.slice(0, 7) : has.has(date.slice(0, 4)) ? date.slice(0, 4) : '';
  const days = [...countBy(dates, (date) => date)].reverse().map(([date, count]) => {
    const period = periodOf(date);
    return { date, count, href: `${period === '' ? 'timeline.html' : periodHref(periods, period)}#d${date}` as Href };
  });
  return {
    periods,
    perPeriod: countBy(dates, periodOf),
    perYear: countBy(dates, (date) => date.slice(0, 4)),
    days: groupBy(days, ({ date }) => date.slice(0, 4)),
  };
}
