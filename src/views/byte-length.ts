/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** What JSON escapes by a sign before it. */
const ESCAPED = /["\\\b\f\n\r\t]/u;
const EACH_ESCAPED = new RegExp(ESCAPED, 'gu');

/**
 * Bytes of data as JSON in UTF-8, without making it. `data` is plain: no `toJSON`, no unpaired surrogates, no control characters but those of white space. Keys count
 * as if they were plain ASCII, since those of views are.
 */
export function jsonLength(data: unknown): number {
  switch (typeof data) {
    case 'string':
      return textLength(data);
    case 'number':
      return Number.isFinite(data) ? String(data).length : NULL;
    case 'boolean':
      return data ? NULL : NULL + 1;
    case 'object':
      return data === null ? NULL : Array.isArray(data) ? listLength(data) : recordLength(data as Readonly<Record<string, unknown>>);
    default:
      return NULL;
  }
}

/** Bytes of `null`, which also stands for what JSON can not say in a list. */
const NULL = 4;

function textLength(text: string): number {
  const bytes = byteLength(text) + 2;
  return ESCAPED.test(text) ? bytes + (text.match(EACH_ESCAPED)?.length ?? 0) : bytes;
}

function listLength(list: readonly unknown[]): number {
  let sum = 2 + Math.max(0, list.length - 1);
  for (const item of list) sum += jsonLength(item);
  return sum;
}

function recordLength(record: Readonly<Record<string, unknown>>): number {
  let sum = 1;
  // Half the time of `Object.entries`: engines remember the keys of a shape.
  for (const key in record) {
    const value = record[key];
    if (value !== undefined) sum += key.length + 4 + jsonLength(value);
  }
  return Math.max(2, sum);
}
