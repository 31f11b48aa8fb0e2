import { isOpen } from '../graph/actions.ts';
import type { Action } from '../graph/graph.ts';
import { addDays } from '../notes/dates.ts';
import type { IsoDate, Priority } from '../notes/note.ts';
import { actionText, inWords, oneLine, pageOfAction, shownTags, sourceNotes } from './action-words.ts';
import { CALENDAR_END, type CalendarEvent, calendarEvent, calendarHead } from './calendar-text.ts';
import { noteAt, type ViewContext } from './context.ts';

/** Priorities of RFC 5545: 1 the highest, 9 the lowest. */
const PRIORITIES: Readonly<Record<Priority, number>> = { highest: 1, high: 3, medium: 5, low: 7, lowest: 9 };

/**
 * Due dates of open actions as iCalendar (RFC 5545), in the order given. Each is an event of a whole day that leaves the day free, not a to-do:
 * calendars on the web and on phones pass over to-dos, and those that read both would show both. A calendar without events is left to
 * subscribers as an empty one. The same action has the same UID and content in every calendar, so that one who takes two has it once.
 */
export function actionCalendar(ctx: ViewContext, name: string, actions: readonly Action[]): string {
  const parts = [calendarHead(oneLine(name))];
  for (const action of actions)
    if (action.due !== null && isOpen(action.state)) parts.push(calendarEvent(eventOf(ctx, action, action.due)));
  parts.push(CALENDAR_END);
  return parts.join('');
}

function eventOf(ctx: ViewContext, action: Action, due: IsoDate): CalendarEvent {
  return {
    id: `${action.id}@dossier`,
    stamp: stampOf(ctx, action, due),
    start: due,
    end: due < '9999-12-31' ? addDays(due, 1) : null,
    summary: summaryOf(action),
    description: descriptionOf(ctx, action),
    categories: shownTags(action.task).map(oneLine),
    url: ctx.info.url === null ? null : addressOf(ctx, action),
    priority: action.priority === null ? null : PRIORITIES[action.priority],
  };
}

/** When the entry was last said: the date of its newest note, else the day the site counts from; no clock, so that a build can be repeated. */
function stampOf(ctx: ViewContext, { sources }: Action, due: IsoDate): IsoDate {
  const newest = sources[0];
  return (newest === undefined ? null : noteAt(ctx, newest.path).date) ?? ctx.graph.asOf ?? due;
}

/** The action first, for a calendar shows little; then whose it is and with whom. */
function summaryOf(action: Action): string {
  const who = [action.owner, action.account].flatMap((name) => (name === null ? [] : oneLine(name))).join(', ');
  const text = actionText(action);
  if (who === '') return text;
  return `${text.endsWith('.') && !text.endsWith('..') ? text.slice(0, -1) : text} (${who})`;
}

function descriptionOf(ctx: ViewContext, action: Action): readonly string[] {
  const { task } = action;
  const lines: string[] = [];
  const add = (label: string, value: string | null): void => {
    if (value !== null) lines.push(`${label}: ${oneLine(value)}`);
  };
  add('State', action.state === 'open' ? null : inWords(action.state));
  add('Owner', action.owner);
  add('Account', action.account);
  add('Priority', action.priority === null ? null : inWords(action.priority));
  add('Start', task.start);
  add('Scheduled', task.scheduled);
  add('Repeats', task.recurrence);
  for (const note of sourceNotes(ctx, action)) add('Note', note);
  // Some calendars show the text of an event and not its address.
  add('Page', ctx.info.url === null ? null : pageOfAction(ctx, action));
  return lines;
}

/** An address as a calendar takes it: commas and semicolons spelt out, which some programs escape and others do not read escaped. */
function addressOf(ctx: ViewContext, action: Action): string {
  return pageOfAction(ctx, action).replaceAll(',', '%2C').replaceAll(';', '%3B');
}
