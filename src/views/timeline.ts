import type { Graph, Href } from '../graph/graph.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import type { ViewContext } from './context.ts';
import { heatFrom } from './heat.ts';
import { meetingRow, monthsFrom } from './rows.ts';
import type { TimelineView } from './view.ts';

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

/** The timeline of one period (`2025`, `2025-11`), or of all meetings when they fit one page; without a period of a split one, the newest. */
export function timelineView(ctx: ViewContext, period: string | null): TimelineView {
  const all = datedMeetings(ctx);
  const dates = all.map((note) => note.date);
  const periods = timelinePeriods(dates);
  const shown = period ?? periods[0] ?? null;
  const notes = shown === null ? all : all.filter((note) => note.date.startsWith(shown));
  const rows = notes.map((note) => meetingRow(ctx, note, note.date));
  const end = shown === null ? null : (notes[0]?.date ?? null);
  return {
    kind: 'timeline',
    year: shown,
    years: periods.map((text) => ({
      text,
      href: (text === periods[0] ? 'timeline.html' : `timeline/${text}.html`) as Href,
      count: dates.filter((date) => date.startsWith(text)).length,
      current: text === shown,
    })),
    months: monthsFrom(rows),
    total: all.length,
    heat: heatFrom(rows, end ?? ctx.graph.asOf),
  };
}
