import { evenSpaces } from '../markdown/spaces.ts';
import type { Properties, PropertyValue } from '../vault/vault.ts';

/** The value of a key whatever its case; undefined when absent. Obsidian reads `tags`, `aliases` and the like in any case. */
export function propertyValue(properties: Properties | null, key: string): PropertyValue | undefined {
  const name = propertyKey(properties, key);
  return name === undefined || properties === null ? undefined : properties[name];
}

/** The key as written in the file for a key in any case. */
export function propertyKey(properties: Properties | null, key: string): string | undefined {
  if (properties === null) return undefined;
  if (Object.hasOwn(properties, key)) return key;
  const wanted = key.toLowerCase();
  for (const name in properties) if (mayFold(name, wanted) && name.toLowerCase() === wanted) return name;
  return undefined;
}

/** Lower case keeps the length of all texts but those with `İ`, which becomes two characters. */
function mayFold(name: string, wanted: string): boolean {
  return name.length === wanted.length || wanted.includes('\u0307');
}

/** A scalar as trimmed text; null when it is no scalar or empty. */
export function textFromValue(value: PropertyValue | undefined): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  const text = evenSpaces(value).trim();
  return text === '' ? null : text;
}

/**
 * A scalar or list as list of texts. An unquoted `[[A]]` comes out of YAML as a nested list: it is read as the link it was meant to be.
 */
export function textsFromValue(value: PropertyValue | undefined): readonly string[] {
  const only = value === undefined ? null : unquotedLink(value);
  if (only !== null) return [only];
  return (Array.isArray(value) ? value : [value]).flatMap((entry: PropertyValue | undefined) => {
    const text = (entry === undefined ? null : unquotedLink(entry)) ?? textFromValue(entry);
    return text === null ? [] : [text];
  });
}

/** `[[A]]` or `[[A, Inc]]` written without quotes in YAML comes out as a list in a list. Gives back the link; null for anything else. */
export function unquotedLink(value: PropertyValue): string | null {
  if (!Array.isArray(value) || value.length !== 1) return null;
  const inner: PropertyValue = value[0] as PropertyValue;
  if (!Array.isArray(inner) || inner.length === 0 || !inner.every(isWord)) return null;
  return inner.length === 1 || inner.some((part) => typeof part === 'string') ? `[[${inner.join(', ')}]]` : null;
}

function isWord(value: PropertyValue): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

const TRUE_WORDS = new Set(['true', 'yes', 'on', '1']);
const FALSE_WORDS = new Set(['false', 'no', 'off', '0', '']);

/** A flag on a privacy key: true, false, or `unclear` for anything a person could read both ways. */
export function flagFromValue(value: PropertyValue | undefined): boolean | 'unclear' | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  if (FALSE_WORDS.has(word)) return false;
  return 'unclear';
}

/** The name a text or `[[link]]` stands for: last path segment, without `.md`, subpath and display; NFC, trimmed. */
export function nameFromText(text: string): string {
  if (!text.includes('[')) return tidyName(text);
  const wiki = /^\s*!?\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]\s*$/u.exec(text);
  const markdown = wiki ? null : /^\s*\[([^\]]*)\]\(([^)]*)\)\s*$/u.exec(text);
  if (markdown) return (markdown[1] ?? '').normalize('NFC').trim();
  const path = wiki ? (wiki[1] ?? '') : text;
  const last = wiki ? (path.split('/').at(-1) ?? '') : path;
  return tidyName(last);
}

function tidyName(name: string): string {
  return evenSpaces(name.replace(/\.md$/iu, '').normalize('NFC')).trim();
}
