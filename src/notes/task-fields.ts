import { isIsoDate } from './dates.ts';
import type { IsoDate, Priority } from './note.ts';

/** What stands in the fields at the end of a task line. */
export interface TaskFields {
  due: IsoDate | null;
  scheduled: IsoDate | null;
  start: IsoDate | null;
  created: IsoDate | null;
  done: IsoDate | null;
  cancelled: IsoDate | null;
  priority: Priority | null;
  recurrence: string | null;
  id: string | null;
  dependsOn: readonly string[];
  onCompletion: string | null;
}

type FieldName = keyof TaskFields;
type DateField = 'due' | 'scheduled' | 'start' | 'created' | 'done' | 'cancelled';

/** Field of each sign; a priority is a sign without a value. */
const SIGNS: ReadonlyMap<string, FieldName> = new Map([
  ['📅', 'due'],
  ['📆', 'due'],
  ['🗓', 'due'],
  ['⏳', 'scheduled'],
  ['⌛', 'scheduled'],
  ['🛫', 'start'],
  ['➕', 'created'],
  ['✅', 'done'],
  ['❌', 'cancelled'],
  ['🔁', 'recurrence'],
  ['🏁', 'onCompletion'],
  ['🆔', 'id'],
  ['⛔', 'dependsOn'],
]);
const PRIORITY_SIGNS: ReadonlyMap<string, Priority> = new Map([
  ['🔺', 'highest'],
  ['⏫', 'high'],
  ['🔼', 'medium'],
  ['🔽', 'low'],
  ['⏬', 'lowest'],
]);
const DATAVIEW_KEYS: ReadonlyMap<string, FieldName> = new Map([
  ['due', 'due'],
  ['scheduled', 'scheduled'],
  ['start', 'start'],
  ['created', 'created'],
  ['completion', 'done'],
  ['cancelled', 'cancelled'],
  ['priority', 'priority'],
  ['repeat', 'recurrence'],
  ['onCompletion', 'onCompletion'],
  ['id', 'id'],
  ['dependsOn', 'dependsOn'],
]);

const DATE = /^\d{4}-\d{2}-\d{2}$/u;
/** Form of each value, spaces around it taken off. No-break spaces, which typing on a Mac leaves behind, count as spaces. */
const VALUES: Readonly<Record<FieldName, RegExp>> = {
  due: DATE,
  scheduled: DATE,
  start: DATE,
  created: DATE,
  done: DATE,
  cancelled: DATE,
  priority: /^(?:highest|high|medium|low|lowest)$/u,
  recurrence: /^[A-Za-z0-9, !\u00a0\u202f]+$/u,
  onCompletion: /^[A-Za-z]+$/u,
  id: /^[A-Za-z0-9_-]+$/u,
  dependsOn: /^[A-Za-z0-9_-]+(?:[ \u00a0\u202f]*,[ \u00a0\u202f]*[A-Za-z0-9_-]+)*$/u,
};
const NOT_IN_TAG = /[!@#$%^&*(),.?":{}|<>]/u;
const ANY_SIGN = /[📅📆🗓⏳⌛🛫➕✅❌🔁🏁🆔⛔🔺⏫🔼🔽⏬]/u;
/** A dated field that other text keeps from being read. */
const STUCK_FIELD = /[📅📆🗓⏳⌛🛫]\ufe0f?[ \u00a0\u202f]*\d{4}-\d{2}-\d{2}/u;

/** A dated field whose value is none: a sign or a key, and what stands behind it up to the next field. */
const UNREAD_DATE =
  /[📅📆🗓⏳⌛🛫]\ufe0f?(?![ \u00a0\u202f]*\d{4}-\d{2}-\d{2}(?!\d))[^📅📆🗓⏳⌛🛫➕✅❌🔁🏁🆔⛔🔺⏫🔼🔽⏬#[(]{0,24}|[[(](?:due|scheduled|start)::(?!\s*\d{4}-\d{2}-\d{2}\s*[\])])[^\])]{0,24}[\])]/gu;

/** Something in the fields that could not be read, in words. */
export interface FieldProblem {
  readonly code: 'task-date-invalid' | 'task-date-unread' | 'task-field-unread' | 'task-field-repeated';
  readonly message: string;
}

/** What was read from the end of a task's text, and what is left of it. */
export interface TaskEnd {
  /** The text without its fields, tags moved back to its end: the plugin's description. */
  readonly description: string;
  readonly fields: TaskFields;
  /** Values that were read but mean nothing, and fields that could not be read. */
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads a task's text backwards as the Tasks plugin does, emoji and Dataview format alike: fields in any order as long as each ends what is left;
 * any other text ends the reading. Of a repeated field the leftmost one read counts. A date that is no day of the calendar is taken out and reported.
 */
export function parseTaskEnd(text: string): TaskEnd {
  const values = new Map<FieldName, string>();
  const problems: FieldProblem[] = [];
  const tags: string[] = [];
  const mayHaveSigns = ANY_SIGN.test(text);
  const mayHaveKeys = text.includes('::');
  let rest = text.trim();
  for (;;) {
    const found = (mayHaveSigns ? signFieldAtEnd(rest) : null) ?? (mayHaveKeys ? keyFieldAtEnd(rest) : null);
    if (found !== null) {
      const later = values.get(found.name);
      if (later !== undefined && later !== found.value)
        problems.push({
          code: 'task-field-repeated',
          message: `The task's ${found.name} is there twice: "${found.value}" counts, "${later}" does not.`,
        });
      values.set(found.name, found.value);
    }
    const tagAt = found === null ? tagAtEnd(rest) : null;
    if (tagAt !== null) tags.push(rest.slice(tagAt));
    const end = found?.index ?? tagAt;
    if (end === null) break;
    rest = rest.slice(0, end).trim();
  }
  const signsLeft = mayHaveSigns && ANY_SIGN.test(rest);
  const stuck = signsLeft ? STUCK_FIELD.exec(rest)?.[0] : undefined;
  if (stuck !== undefined)
    problems.push({ code: 'task-field-unread', message: `"${stuck}" is not read as a field, because other text follows it.` });
  for (const [unread] of signsLeft || (mayHaveKeys && rest.includes('::')) ? rest.matchAll(UNREAD_DATE) : [])
    problems.push({ code: 'task-date-unread', message: `"${unread.trim()}" has no date that can be read.` });
  const description = tags.length === 0 ? rest : [rest, ...tags.reverse()].filter((part) => part !== '').join(' ');
  return { description, fields: fieldsFrom(values, problems), problems };
}

function fieldsFrom(values: ReadonlyMap<FieldName, string>, problems: FieldProblem[]): TaskFields {
  const date = (name: DateField): IsoDate | null => {
    const value = values.get(name);
    if (value === undefined || isIsoDate(value)) return value ?? null;
    problems.push({ code: 'task-date-invalid', message: `The task's ${name} date ${value} is no date.` });
    return null;
  };
  const action = values.get('onCompletion')?.toLowerCase() ?? null;
  const isAction = action === null || action === 'delete' || action === 'keep';
  if (!isAction)
    problems.push({ code: 'task-field-unread', message: `"${action}" is nothing that can happen on completion: delete or keep.` });
  return {
    due: date('due'),
    scheduled: date('scheduled'),
    start: date('start'),
    created: date('created'),
    done: date('done'),
    cancelled: date('cancelled'),
    priority: (values.get('priority') as Priority | undefined) ?? null,
    recurrence: values.get('recurrence')?.replace(/[\u00a0\u202f]/gu, ' ') ?? null,
    id: values.get('id') ?? null,
    dependsOn:
      values
        .get('dependsOn')
        ?.split(',')
        .map((id) => id.trim()) ?? [],
    onCompletion: isAction ? action : null,
  };
}

interface FoundField {
  readonly name: FieldName;
  readonly value: string;
  /** Where the field starts. */
  readonly index: number;
}

/** `A-Z a-z 0-9`, spaces, `, ! _ -`: what the values of fields are made of. */
function isValueCharacter(code: number): boolean {
  if (code < 0x30) return code === 0x20 || code === 0x2c || code === 0x2d || code === 0x21;
  if (code < 0x7b) return code >= 0x61 || code <= 0x39 || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
  return code === 0xa0 || code === 0x202f;
}

/** The field that a sign and its value make at the end of the text. Only the end is looked at, so that a line costs what it holds. */
function signFieldAtEnd(text: string): FoundField | null {
  let start = text.length;
  while (start > 0 && isValueCharacter(text.charCodeAt(start - 1))) start -= 1;
  const end = text.charAt(start - 1) === '\ufe0f' ? start - 1 : start;
  const index = (text.charCodeAt(end - 1) & 0xfc00) === 0xdc00 ? end - 2 : end - 1;
  const sign = text.slice(index, end);
  const value = text.slice(start).trim();
  const priority = PRIORITY_SIGNS.get(sign);
  if (priority !== undefined) return value === '' ? { name: 'priority', value: priority, index } : null;
  const name = SIGNS.get(sign);
  return name !== undefined && VALUES[name].test(value) ? { name, value, index } : null;
}

/** The field in brackets at the end of the text, perhaps with a comma behind it. */
function keyFieldAtEnd(text: string): FoundField | null {
  const field = text.endsWith(',') ? text.slice(0, -1).trimEnd() : text;
  const opener = field.endsWith(']') ? '[' : field.endsWith(')') ? '(' : null;
  if (opener === null) return null;
  const index = field.lastIndexOf(opener);
  const [key = '', ...rest] = field.slice(index + 1, -1).split('::');
  const name = index === -1 || rest.length !== 1 ? undefined : DATAVIEW_KEYS.get(key.trimStart());
  const value = rest.join('').trim();
  return name !== undefined && VALUES[name].test(value) ? { name, value, index } : null;
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 0x20 || code >= 0x7f ? /\s/u.test(text.charAt(at)) : false;
}

/** Where the tag that ends the text starts. */
function tagAtEnd(text: string): number | null {
  let start = text.length;
  while (start > 0 && !isSpace(text, start - 1)) start -= 1;
  const isTag = text.charAt(start) === '#' && start < text.length - 1 && !NOT_IN_TAG.test(text.slice(start + 1));
  return isTag ? start : null;
}
