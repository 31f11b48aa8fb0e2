import type { TaskState } from './note.ts';

/** State by the character in `[ ]`. Every other character is some flavour of open (`!` important, `>` forwarded, `<` scheduled, `p` pro …). */
const STATES: Readonly<Record<string, TaskState>> = {
  x: 'done',
  X: 'done',
  '/': 'in-progress',
  '-': 'cancelled',
  '?': 'proposed',
  h: 'on-hold',
};

/**
 * State of a task from the character in its box and its tags (without `#`). A task that would be open is proposed when it is tagged `proposed`;
 * once somebody has moved it on, the tag counts no longer.
 */
export function taskState(status: string, tags: readonly string[]): TaskState {
  const state = Object.hasOwn(STATES, status) ? STATES[status] : undefined;
  if (state !== undefined) return state;
  return tags.some((tag) => tag.toLowerCase() === 'proposed') ? 'proposed' : 'open';
}
