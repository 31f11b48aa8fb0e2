import { parseInline } from '../markdown/parse.ts';
import type { Block, Inline, ListItem } from '../markdown/tree.ts';
import type { Priority, Task, TaskState } from '../notes/note.ts';
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

/** A task item taken apart for drawing. */
export interface TaskParts {
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
  const [first, ...rest] = item.blocks;
  const own = first?.kind === 'paragraph' ? first.children : [];
  const below = first === undefined || first.kind === 'paragraph' ? rest : item.blocks;
  const line = own.findIndex((node) => node.kind === 'break');
  const text = task === null ? own : [...parseInline(task.text, item.line), ...(line < 0 ? [] : own.slice(line))];
  const what = drawing.paint.inlines(drawing, text as readonly Inline[]);
  return { state: task?.state ?? taskState(item.task ?? ' ', []), what, task, rest: below };
}

/** True when a task says more than what is to be done. */
export function hasFields({ task }: TaskParts): boolean {
  return task !== null && (task.due !== null || task.owner !== null || task.priority !== null || task.recurrence !== null);
}

/** Inner HTML of a row of actions: glyph, text, due date, owner, and the rest in small. */
export function drawAction(drawing: Drawing, parts: TaskParts): string {
  const { state, what, task } = parts;
  // `Done on 27 Feb` says the state itself.
  const dated = (state === 'done' && task?.done != null) || (state === 'cancelled' && task?.cancelled != null);
  const meta = [...(dated ? [] : [STATES[state].word]), ...details(drawing, task)].map((text) => `<span>${text}</span>`).join('');
  return `${icon(STATES[state].icon)}<p class="what">${what}${rank(task)}</p>${due(drawing, parts)}${owner(drawing, task)}<p class="meta">${meta}</p>`;
}

/** Inner HTML of a plain box: glyph and state in hidden words, the text, its fields behind it. */
export function drawBox(drawing: Drawing, parts: TaskParts): string {
  const { state, what, task } = parts;
  const own = [
    task?.due == null ? '' : due(drawing, parts),
    owner(drawing, task),
    ...details(drawing, task).map((text) => `<span class="aside">${text}</span>`),
  ];
  return `${icon(STATES[state].icon)}${hidden(`${STATES[state].word}: `)}${[what + rank(task), ...own.filter((text) => text !== '')].join(' ')}`;
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
  return `<span class="due"${open ? ` data-due="${escapeHtml(task.due)}"` : ''}>${dateText(drawing, task.due)}</span>`;
}

function owner(drawing: Drawing, task: Task | null): string {
  if (task?.owner == null) return '';
  const person = drawing.ctx.graph.personByName(task.owner, drawing.ctx.from);
  if (person === undefined) return `<span class="person">${escapeHtml(task.owner)}</span>`;
  return `<a class="person${person.ours ? ' ours' : ''}" href="${hrefFrom(drawing, person.url)}">${escapeHtml(person.name)}</a>`;
}

function details(drawing: Drawing, task: Task | null): readonly string[] {
  if (task === null) return [];
  const dates = [
    ['Starts', task.start],
    ['Planned for', task.scheduled],
    ['Created', task.created],
    ['Done on', task.done],
    ['Cancelled on', task.cancelled],
  ] as const;
  return [
    ...(task.recurrence === null ? [] : [`Repeats ${escapeHtml(task.recurrence)}`]),
    ...dates.flatMap(([word, date]) => (date === null ? [] : [`${word} ${dateText(drawing, date)}`])),
    ...task.tags.filter((tag) => !SILENT_TAGS.has(tag.toLowerCase())).map((tag) => drawTag(drawing, tag)),
  ];
}
