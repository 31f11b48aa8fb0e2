import type { PropertyValue } from './vault.ts';
import { bareObject, FORBIDDEN_KEY, valueFromPlainScalar } from './yaml-scalar.ts';

/** Properties with the 1-based line, within the YAML text, of each key. Both objects have no prototype. */
export interface YamlProperties {
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly lines: Readonly<Record<string, number>>;
}

const ASCII_KEY = /^[A-Za-z_][\w-]*$/;
const KEY = /^[\p{L}_][\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+)*$/u;
const SPECIAL_KEY = /^(?:true|false|null)$/i;
// A first character that starts no other kind of YAML value.
const ASCII_START = /^[A-Za-z0-9_/($]/;
const START = /^[\p{L}\p{N}]/u;
const SINGLE_QUOTED = /^'((?:[^']|'')*)'$/;
const DOUBLE_QUOTED = /^"([^"\\]*)"$/;
const FLOW_LIST = /^\[([\p{L}\p{N}_/ ,.-]+)\]$/u;
// Tabs, other control characters and byte order marks have rules of their own.
const CONTROLS = /[^\P{Cc}\n]|\ufeff/u;

/**
 * Reads the YAML that nearly all notes have: `key: value` lines, block lists of values and their continuation lines, unquoted or simply
 * quoted. Null for anything else, errors included: then the full parser decides. Where it answers, it answers as the full parser does
 * (tested against each other); it exists because it takes a tenth of the time.
 */
export function parsePlainYaml(yaml: string): YamlProperties | null {
  if (CONTROLS.test(yaml)) return null;
  const properties: Record<string, PropertyValue> = bareObject();
  const lines: Record<string, number> = bareObject();
  let key = '';
  // Nothing stands behind the key: a list may follow. A written `null` is a value.
  let bare = false;
  let list: PropertyValue[] | null = null;
  let indent = 0;
  // The unquoted text that a more indented line continues.
  let open: string | null = null;
  let number = 0;
  for (const line of yaml.split('\n')) {
    number += 1;
    if (line === '') {
      open = null;
      continue;
    }
    const spaces = leadingSpaces(line);
    let source: string;
    if (line.startsWith('- ', spaces)) {
      if (key === '' || (list === null ? !bare : spaces !== indent)) return null;
      if (list === null) {
        list = [];
        properties[key] = list;
        indent = spaces;
      }
      source = withoutSpaces(line, spaces + 2);
      const value = valueFromSource(source);
      if (value === undefined || value === null) return null;
      list.push(value);
    } else if (spaces > 0) {
      source = line.slice(spaces);
      if (open === null || !isPlain(source) || (list !== null && spaces <= indent)) return null;
      source = `${open} ${source}`;
      if (list === null) properties[key] = source;
      else list[list.length - 1] = source;
    } else {
      const colon = line.indexOf(':');
      key = line.slice(0, colon);
      // `key:value` is text, not a pair.
      if (colon < 1 || !(ASCII_KEY.test(key) || KEY.test(key)) || (line.length > colon + 1 && line[colon + 1] !== ' ')) return null;
      if (key === FORBIDDEN_KEY || SPECIAL_KEY.test(key) || key in properties) return null;
      source = withoutSpaces(line, colon + 1);
      const value = valueFromSource(source);
      if (value === undefined) return null;
      properties[key] = value;
      bare = source === '';
      lines[key] = number;
      list = null;
    }
    open = startsPlain(source) ? source : null;
  }
  return { properties, lines };
}

/** The value of what stands behind a key or dash on its line; undefined when it needs the full parser. */
function valueFromSource(source: string): PropertyValue | undefined {
  if (source === '') return null;
  if (startsPlain(source)) return isPlain(source) ? valueFromPlainScalar(source) : undefined;
  const single = SINGLE_QUOTED.exec(source);
  if (single !== null) return (single[1] ?? '').replaceAll("''", "'");
  const double = DOUBLE_QUOTED.exec(source);
  if (double !== null) return double[1] ?? '';
  return source === '[]' ? [] : listFromFlow(source);
}

function listFromFlow(source: string): readonly PropertyValue[] | undefined {
  const items = FLOW_LIST.exec(source)?.[1]
    ?.split(',')
    .map((item) => item.trim());
  return items?.every(startsPlain) ? items.map(valueFromPlainScalar) : undefined;
}

function startsPlain(source: string): boolean {
  return ASCII_START.test(source) || START.test(source);
}

/** True for unquoted text that ends with its line and holds nothing with a meaning. */
function isPlain(source: string): boolean {
  return startsPlain(source) && !source.includes(': ') && !source.includes(' #') && !source.endsWith(':') && !source.endsWith(' ');
}

function leadingSpaces(line: string): number {
  let count = 0;
  while (line.charCodeAt(count) === 0x20) count += 1;
  return count;
}

function withoutSpaces(line: string, from: number): string {
  let start = from;
  while (line.charCodeAt(start) === 0x20) start += 1;
  return line.slice(start);
}
