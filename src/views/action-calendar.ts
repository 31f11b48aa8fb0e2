import ical, { ICalEventTransparency } from 'ical-generator';
import { isOpen } from '../graph/actions.ts';
import type { Action } from '../graph/graph.ts';
import { addDays } from '../notes/dates.ts';
import type { IsoDate, Priority } from '../notes/note.ts';
import { actionText, inWords, oneLine, pageOfAction, shownTags, sourceNotes } from './action-words.ts';
import { noteAt, type ViewContext } from './context.ts';

/** Priorities of RFC 5545: 1 the highest, 9 the lowest. */
const PRIORITIES: Readonly<Record<Priority, number>> = { highest: 1, high: 3, medium: 5, low: 7, lowest: 9 };

/**
 * Due dates of open actions as iCalendar (RFC 5545), by action in the order given. Each is an event of a whole day that leaves the day free, not a to-do:
 * calendars on the web and on phones pass over to-dos, and those that read both would show both. The same action has the same UID and content in
 * every calendar, so that one who takes two has it once.
 */
export function actionEvents(ctx: ViewContext, actions: readonly Action[]): ReadonlyMap<Action, string> {
  const due = actions.filter((action) => action.due !== null && isOpen(action.state));
  const events = new Map<Action, string>();
  for (let from = 0; from < due.length; from += BATCH) {
    const batch = due.slice(from, from + BATCH);
    const [, ...texts] = calendarOf(ctx, '', batch).split(BEGIN_EVENT);
    for (const [at, action] of batch.entries()) events.set(action, BEGIN_EVENT + (texts[at] ?? '').replace(END_CALENDAR_AT_END, ''));
  }
  return events;
}

/** The calendar of some actions, in the order given. One without events is left to subscribers as an empty one. */
export function* actionCalendar(
  ctx: ViewContext,
  name: string,
  actions: readonly Action[],
  events: ReadonlyMap<Action, string>,
): Iterable<string> {
  yield calendarOf(ctx, name, []).replace(END_CALENDAR_AT_END, '');
  for (const action of actions) yield events.get(action) ?? '';
  yield END_CALENDAR;
}

/** Events that the library holds at once: it takes kilobytes for each, and a wiki has tens of thousands. */
const BATCH = 1000;
/** With the line ends about them: no text of a note can hold those. */
const BEGIN_EVENT = '\r\nBEGIN:VEVENT\r\n';
const END_CALENDAR = '\r\nEND:VCALENDAR\r\n';
const END_CALENDAR_AT_END = /\r\nEND:VCALENDAR(?:\r\n)?$/u;

function calendarOf(ctx: ViewContext, name: string, actions: readonly Action[]): string {
  const calendar = ical({ name: oneLine(name), prodId: { company: 'Dossier', product: 'Actions', language: 'EN' } });
  for (const action of actions) {
    const { due } = action;
    if (due === null) continue;
    const event = calendar.createEvent({
      id: `${action.id}@dossier`,
      stamp: midnight(stampOf(ctx, action, due)),
      start: midnight(due),
      end: due < '9999-12-31' ? midnight(addDays(due, 1)) : null,
      allDay: true,
      summary: summaryOf(action),
      description: descriptionOf(ctx, action),
      transparency: ICalEventTransparency.TRANSPARENT,
      priority: action.priority === null ? null : PRIORITIES[action.priority],
      categories: shownTags(action.task).map((tag) => ({ name: oneLine(tag) })),
    });
    if (ctx.info.url !== null) event.url(addressOf(ctx, action));
  }
  return calendar.toString();
}

/** When the entry was last said: the date of its newest note, else the day the site counts from; no clock, so that a build can be repeated. */
function stampOf(ctx: ViewContext, { sources }: Action, due: IsoDate): IsoDate {
  const newest = sources[0];
  return (newest === undefined ? null : noteAt(ctx, newest.path).date) ?? ctx.graph.asOf ?? due;
}

function midnight(date: IsoDate): string {
  return `${date}T00:00:00Z`;
}

/** The action first, for a calendar shows little; then whose it is and with whom. */
function summaryOf(action: Action): string {
  const who = [action.owner, action.account].flatMap((name) => (name === null ? [] : oneLine(name))).join(', ');
  return who === '' ? actionText(action) : `${actionText(action).replace(/(?<!\.)\.$/u, '')} (${who})`;
}

function descriptionOf(ctx: ViewContext, action: Action): string {
  const { task } = action;
  const lines: readonly (readonly [string, string | null])[] = [
    ['State', action.state === 'open' ? null : inWords(action.state)],
    ['Owner', action.owner],
    ['Account', action.account],
    ['Priority', action.priority === null ? null : inWords(action.priority)],
    ['Start', task.start],
    ['Scheduled', task.scheduled],
    ['Repeats', task.recurrence],
    ...sourceNotes(ctx, action).map((note) => ['Note', note] as const),
    // Some calendars show the text of an event and not its address.
    ['Page', ctx.info.url === null ? null : pageOfAction(ctx, action)],
  ];
  return lines.flatMap(([label, value]) => (value === null ? [] : `${label}: ${oneLine(value)}`)).join('\n');
}

/** An address as a calendar takes it: commas and semicolons spelt out, which some programs escape and others do not read escaped. */
function addressOf(ctx: ViewContext, action: Action): string {
  return pageOfAction(ctx, action).replaceAll(',', '%2C').replaceAll(';', '%3B');
}
