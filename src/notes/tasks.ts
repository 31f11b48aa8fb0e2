import { exactSize } from './exact-size.ts';
import type { Task } from './note.ts';
import { type FieldProblem, parseTaskEnd } from './task-fields.ts';
import { taskState } from './task-states.ts';
import { readDescription, tagsOfDescription, withoutComments } from './task-text.ts';

/** Something in a task that could not be read. `line` is the task's. */
export interface TaskProblem extends FieldProblem {
  readonly line: number;
}

/** A task item as the parser hands it over. */
export interface TaskSource {
  /** `-`, `*`, `+`, `1.`, `2)` … */
  readonly marker: string;
  /** The character in `[ ]`. */
  readonly status: string;
  /** The line after `[c]`, ` ^id` included. */
  readonly source: string;
  /** 1-based line of the file. */
  readonly line: number;
  readonly parentLine: number | null;
  /** As the parser found it; a ` ^id` at the end of `source` counts too. */
  readonly blockId: string | null;
}

const BLOCK_ID = /(?:^|\s)\^([A-Za-z0-9-]+)$/u;
const TASK_LINE = /^[\s>]*([-*+]|\d+[.)])[ \t\u00a0]+\[(.)\](.*)$/su;

/**
 * Reads one task by the rules of the Tasks plugin. `globalFilter` is text that a task must hold to be one (`#task`); as a tag it is not listed.
 * Gives null, without a problem, for a list item the filter rules out.
 */
export function parseTask(
  input: TaskSource,
  options: { readonly globalFilter: string | null },
): { readonly task: Task | null; readonly problems: readonly TaskProblem[] } {
  const source = withoutComments(input.source).trim();
  const filter = options.globalFilter ?? '';
  if (!source.includes(filter)) return { task: null, problems: [] };
  const blockId = BLOCK_ID.exec(source);
  const end = parseTaskEnd(blockId === null ? source : source.slice(0, blockId.index));
  const tags = tagsOfDescription(end.description).filter((tag) => `#${tag}` !== filter);
  const { text, owner } = readDescription(end.description);
  const task: Task = {
    line: input.line,
    marker: input.marker,
    status: input.status,
    state: taskState(input.status, tags),
    description: end.description,
    text,
    owner,
    due: end.fields.due,
    scheduled: end.fields.scheduled,
    start: end.fields.start,
    created: end.fields.created,
    done: end.fields.done,
    cancelled: end.fields.cancelled,
    priority: end.fields.priority,
    recurrence: end.fields.recurrence,
    id: end.fields.id,
    dependsOn: end.fields.dependsOn,
    onCompletion: end.fields.onCompletion,
    tags: exactSize(tags),
    blockId: input.blockId ?? blockId?.[1] ?? null,
    parentLine: input.parentLine,
  };
  return { task, problems: end.problems.map((problem) => ({ ...problem, line: input.line })) };
}

/** Reads one line of Markdown as a task on line 1: indentation and `>` before the list marker, then `[c]`. Null when the line is no task. */
export function parseTaskLine(
  line: string,
  options: { readonly globalFilter: string | null } = { globalFilter: null },
): ReturnType<typeof parseTask> {
  const match = TASK_LINE.exec(line);
  if (match === null) return { task: null, problems: [] };
  const [, marker = '', status = '', source = ''] = match;
  return parseTask({ marker, status, source, line: 1, parentLine: null, blockId: null }, options);
}
