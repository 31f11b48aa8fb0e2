import { lineAnchor } from '../markdown/anchors.ts';
import { parseInline } from '../markdown/parse.ts';
import type { Block, Inline, ListItem } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import { daysBetween } from '../notes/dates.ts';
import { dueText, whenDue } from '../notes/due.ts';
import type { IsoDate, Priority, Task, TaskState } from '../notes/note.ts';
import { taskState } from '../notes/task-states.ts';
import { type Drawing, dateText, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { hidden, icon } from './icon.ts';
import { drawTag } from './link.ts';

const STATES: Readonly<Record<TaskState, { readonly icon: string; readonly word: string }>> = {
  open: { icon: 'open', word: 'Open' },
  proposed: { icon: 'ask', word: 'Proposed' },
  'in-progress': { icon: 'half', word: 'In progress' },
  'on-hold': { icon: 'hold', word: 'On hold' },
  done: { icon: 'done', word: 'Done' },
  cancelled: { icon: 'off', word: 'Cancelled' },
};

const RANKS: Readonly<Record<Priority, string | null>> = { highest: 'up2', high: 'up', medium: null, low: 'down', lowest: 'down' };
/** Tags that only say that a task is one, or repeat its state. */
const SILENT_TAGS = new Set(['task', 'proposed']);

/** What other signs in a box mean to those who use them (the sets of common themes). */
const SIGNS: Readonly<Record<string, string>> = {
  '!': 'Important',
  '>': 'Forwarded',
  '<': 'Scheduled',
  '*': 'Star',
  '"': 'Quote',
  '+': 'Add',
  i: 'Information',
  I: 'Idea',
  b: 'Bookmark',
  l: 'Location',
  n: 'Pinned',
  S: 'Savings',
  p: 'Pro',
  c: 'Con',
  f: 'Fire',
  k: 'Key',
  w: 'Win',
  u: 'Up',
  d: 'Down',
};

/** A task item taken apart for drawing. */
export interface TaskParts {
  /** The sign in the box when it is none of the states' own, or null. */
  readonly sign: string | null;
  readonly state: TaskState;
  /** Finished HTML of what is to be done. */
  readonly what: string;
  readonly task: Task | null;
  /** What stands below the first line. */
  readonly rest: readonly Block[];
}

/** Reads a task item. Its fields come from the note; a box that is no task there is drawn with its text as it is. */
export function taskParts(drawing: Drawing, item: ListItem): TaskParts {
  const task = drawing.tasks.get(item.line) ?? null;
  const first = item.blocks[0];
  const own = first?.kind === 'paragraph' ? first.children : [];
  const below = first?.kind === 'paragraph' ? item.blocks.slice(1) : item.blocks;
  const text = task === null ? own : textOf(task, item);
  const what = drawing.paint.inlines(drawing, text);
  const sign = item.task ?? ' ';
  return { state: task?.state ?? taskState(sign, []), sign: /[\sxX/?h-]/u.test(sign) ? null : sign, what, task, rest: below };
}

/** What is to be done: the task's text, and what its item says below the first line. */
function textOf(task: Task, item: ListItem): readonly Inline[] {
  const words = parseInline(task.text, item.line);
  const [first] = item.blocks;
  if (first?.kind !== 'paragraph') return words;
  if (first.line > item.line) return first.children;
  // Nearly all tasks are one line of text.
  if (first.endLine === first.line && !first.children.some(isBreak)) return words;
  const breaks = first.children.filter(isBreak).length;
  // Where code or emphasis begins on the first line and ends below it, the line can not be taken out.
  if (breaks < first.endLine - first.line) return first.children;
  const end = first.children.findIndex(isBreak);
  return end < 0 ? words : [...words, ...first.children.slice(end)];
}

function isBreak({ kind }: Inline): boolean {
  return kind === 'break';
}

/** True when a task says more than what is to be done. */
export function hasFields({ task }: TaskParts): boolean {
  return task !== null && (task.due !== null || task.owner !== null || task.priority !== null || task.recurrence !== null);
}

/** Inner HTML of a row of actions: glyph, text, due date, owner, and the rest in small. */
export function drawAction(drawing: Drawing, parts: TaskParts): string {
  const { state, sign, what, task } = parts;
  // `Done on 27 Feb` says the state itself.
  const dated = (state === 'done' && task?.done != null) || (state === 'cancelled' && task?.cancelled != null);
  let meta = dated ? '' : `<span>${STATES[state].word}</span>`;
  if (sign !== null) meta += `<span>${signWords(sign)}</span>`;
  for (const text of details(drawing, task)) meta += `<span>${text}</span>`;
  return `${glyph(parts)}<p class="what">${what}${rank(task)}</p>${due(drawing, parts)}${owner(drawing, task)}<p class="meta">${meta}</p>`;
}

/** Inner HTML of a plain box: glyph and state in hidden words, the text, its fields behind it. */
export function drawBox(drawing: Drawing, parts: TaskParts): string {
  const { state, sign, what, task } = parts;
  let own = sign === null ? '' : ` <span class="aside">${signWords(sign)}</span>`;
  if (task !== null) {
    if (task.due !== null) own += ` ${due(drawing, parts)}`;
    if (task.owner !== null) own += ` ${owner(drawing, task)}`;
    for (const text of details(drawing, task)) own += ` <span class="aside">${text}</span>`;
  }
  return `${glyph(parts)}${hidden(`${STATES[state].word}: `)}${what}${rank(task)}${own}`;
}

function glyph({ state, sign }: TaskParts): string {
  return sign === null
    ? icon(STATES[state].icon)
    : `${icon(STATES[state].icon)}<span class="sign" aria-hidden="true">${escapeHtml(sign)}</span>`;
}

/** What a sign means; the sign itself where that is not known. */
function signWords(sign: string): string {
  return Object.hasOwn(SIGNS, sign) ? (SIGNS[sign] ?? '') : `marked ${escapeHtml(sign)}`;
}

function rank(task: Task | null): string {
  const glyph = task?.priority == null ? null : RANKS[task.priority];
  return task?.priority == null || glyph === null
    ? ''
    : ` <span class="rank ${task.priority}">${icon(glyph)}${hidden(`${task.priority} priority`)}</span>`;
}

function due(drawing: Drawing, { state, task }: TaskParts): string {
  const open = state !== 'done' && state !== 'cancelled';
  if (task?.due == null) return `<span class="due">${open ? 'no date' : ''}</span>`;
  if (!open) return `<span class="due">${dateText(drawing, task.due)}</span>`;
  const { asOf } = drawing.ctx.graph;
  const left = asOf === null ? null : daysBetween(asOf, task.due);
  const when = left === null ? 'later' : whenDue(left);
  const start = `data-due="${escapeHtml(task.due)}">`;
  if (left === null || when === 'later') return `<span class="due" ${start}${dateText(drawing, task.due)}</span>`;
  return `<span class="due ${when}" ${start}${icon(when === 'overdue' ? 'late' : 'soon')}${dateText(drawing, task.due)} <span class="left">${dueText(left)}</span></span>`;
}

function owner(drawing: Drawing, task: Task | null): string {
  if (task?.owner == null) return '';
  const person = drawing.ctx.graph.personByName(task.owner, drawing.ctx.from);
  if (person === undefined) return `<span class="person">${escapeHtml(task.owner)}</span>`;
  return `<a class="person${person.ours && !drawing.ctx.brief ? ' ours' : ''}" href="${hrefFrom(drawing, person.url)}">${escapeHtml(person.name)}</a>`;
}

function details(drawing: Drawing, task: Task | null): readonly string[] {
  if (task === null) return [];
  const said: string[] = [];
  const sayDate = (word: string, date: IsoDate | null): void => {
    if (date !== null) said.push(`${word} ${dateText(drawing, date)}`);
  };
  if (task.recurrence !== null) said.push(`Repeats ${escapeHtml(task.recurrence)}`);
  sayDate('Starts', task.start);
  sayDate('Planned for', task.scheduled);
  sayDate('Created', task.created);
  sayDate('Done on', task.done);
  sayDate('Cancelled on', task.cancelled);
  if (task.dependsOn.length > 0) said.push(`After ${task.dependsOn.map((id) => taskLink(drawing, id)).join(', ')}`);
  if (task.id !== null) said.push(`Id ${escapeHtml(task.id)}`);
  if (task.onCompletion !== null) said.push(`When done: ${escapeHtml(task.onCompletion)}`);
  for (const tag of task.tags) if (!SILENT_TAGS.has(tag.toLowerCase())) said.push(drawTag(drawing, tag));
  return said;
}

/** The task of the same note that carries an id, as a link to its line; the id alone for one elsewhere. */
function taskLink(drawing: Drawing, id: string): string {
  for (const task of drawing.tasks.values()) {
    if (task.id !== id) continue;
    const text = escapeHtml(plainText(parseInline(task.text, task.line)));
    return drawing.idPrefix === '' ? `<a class="link" href="#${lineAnchor(task.line)}">${text}</a>` : text;
  }
  return escapeHtml(id);
}
