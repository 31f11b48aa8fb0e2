import { parseMarkdownTarget } from '../../markdown/link-ref.ts';
import { labelOf } from '../../render/medium.ts';
import { digestOf } from '../../vault/digest.ts';
import type { DocumentFile, NoteFile, PropertyValue, VaultPath } from '../../vault/vault.ts';
import type { FileRef } from './meant-files.ts';

/** The name under which a file ships; undefined for one that does not. */
export type NameOf = (target: VaultPath) => string | undefined;

/**
 * A note in which files go by the names under which they ship, in its source and its properties: what comes after never learns another. Links and
 * embeds without words of their own get a word for the kind of file, so that no name is shown in their place. Lines keep their numbers.
 */
export function withFileNames(file: NoteFile, refs: readonly FileRef[], nameOf: NameOf): NoteFile {
  const known = refs.filter(({ target }) => nameOf(target) !== undefined);
  if (known.length === 0) return file;
  const ofProperties = known.filter(({ property }) => property !== null);
  const head = textWith(file.text.slice(0, file.text.length - file.body.length), ofProperties, nameOf);
  const body = bodyWith(
    file,
    known.filter(({ property }) => property === null),
    nameOf,
  );
  const text = head + body;
  const properties =
    ofProperties.length === 0 ? file.properties : mapTexts(file.properties, (value) => textWith(value, ofProperties, nameOf));
  return { ...file, text, body, properties, digest: digestOf(text) };
}

/** A canvas in which files go by the names under which they ship. */
export function canvasWithFileNames(file: DocumentFile, refs: readonly FileRef[], nameOf: NameOf): DocumentFile {
  const names = new Map(refs.flatMap(({ target }) => (nameOf(target) === undefined ? [] : [[target as string, nameOf(target) ?? '']])));
  const text = mapJson(file.text, (value) => names.get(value.replace(/^\/+/u, '')) ?? textWith(value, refs, nameOf));
  return { ...file, text, digest: digestOf(text) };
}

/** A JSON text with every string changed; the text itself when it is no JSON. */
export function mapJson(text: string, change: (value: string) => string): string {
  try {
    return JSON.stringify(mapTexts(JSON.parse(text), change), null, 1);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function bodyWith(file: NoteFile, refs: readonly FileRef[], nameOf: NameOf): string {
  const starts = lineStarts(file.body);
  const edits: Edit[] = [];
  let text = file.body;
  for (const ref of refs) {
    const name = nameOf(ref.target) ?? '';
    if (ref.column === null) continue;
    const at = (starts[ref.line - file.bodyLine] ?? Number.NaN) + ref.column - 1;
    // A link that its source tells in another way stays as it is, and then leads to no file.
    if (text.startsWith(ref.raw, at))
      edits.push(...editsOf(ref, name).map(({ from, to, text: put }) => ({ from: at + from, to: at + to, text: put })));
  }
  for (const { from, to, text: put } of edits.sort((a, b) => b.from - a.from)) text = text.slice(0, from) + put + text.slice(to);
  return textWith(
    text,
    refs.filter(({ column }) => column === null),
    nameOf,
  );
}

/** A text with references put in place of others wherever they stand. */
function textWith(text: string, refs: readonly FileRef[], nameOf: NameOf): string {
  let changed = text;
  for (const ref of refs) {
    const name = nameOf(ref.target);
    if (name === undefined) continue;
    if (ref.column === null && !/^!?\[/u.test(ref.raw))
      changed = changed.replaceAll(addressPattern(ref.raw), (_, before: string) => before + name);
    else changed = changed.replaceAll(ref.raw, applied(ref.raw, editsOf(ref, name)));
  }
  return changed;
}

/** The address of an attribute of raw HTML, up to its `#`. */
function addressPattern(raw: string): RegExp {
  const [address = ''] = raw.split('#', 1);
  return new RegExp(`(=\\s*["']?\\s*)${address.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')}(?=[#"'\\s>])`, 'gu');
}

/** What changes in a link so that it leads to `name`; places count from its start. */
function editsOf(ref: FileRef, name: string): readonly Edit[] {
  const word = ref.worded ? null : labelOf(ref.target).word;
  return ref.syntax === 'wiki' ? editsOfWiki(ref.raw, name, word) : editsOfMarkdown(ref, name, word);
}

function editsOfWiki(raw: string, name: string, word: string | null): readonly Edit[] {
  const from = raw.indexOf('[[') + 2;
  const inner = raw.slice(from, raw.lastIndexOf(']]'));
  const to = from + (/(?<=.)\\?\||#/su.exec(inner)?.index ?? inner.length);
  if (word === null) return [{ from, to, text: name }];
  // Only a size, or nothing, stands behind the path.
  const bar = /(?<=.)(\\?\|)(.*)$/su.exec(inner);
  const subpath = /#[^|]*/u.exec(inner.slice(0, bar?.index))?.[0].trim() ?? '';
  const size = bar === null || bar[2]?.trim() === '' ? '' : `${bar[1]}${bar[2]?.trim()}`;
  return [{ from: 0, to: raw.length, text: `${raw.startsWith('!') ? '!' : ''}[${word}${size}](<${name}${subpath}>)` }];
}

function editsOfMarkdown(ref: FileRef, name: string, word: string | null): readonly Edit[] {
  const place = placeOfTarget(ref);
  if (place === null) return [];
  const { bracket, from, target } = place;
  const edits: Edit[] = [{ from, to: from + (/#|%23/iu.exec(target)?.index ?? target.length), text: name }];
  if (word === null) return edits;
  const start = ref.raw.indexOf('[') + 1;
  const words = ref.raw.slice(start, bracket);
  return [...edits, { from: start, to: start, text: words.trim() === '' ? word : /^\s*\d/u.test(words) ? `${word}|` : word }];
}

/** Where the target of a Markdown link stands: behind the last `](` after which it reads as the link was read. A picture may stand in the words. */
function placeOfTarget({ raw, path }: FileRef): { readonly bracket: number; readonly from: number; readonly target: string } | null {
  for (let bracket = raw.lastIndexOf(']('); bracket > 0; bracket = raw.lastIndexOf('](', bracket - 1)) {
    const match = /^\]\(\s*(?:<([^<>\n]*)>|([^\s<>]*?))(?:\s+["'(][\s\S]*)?\s*\)$/u.exec(raw.slice(bracket));
    const target = match?.[1] ?? match?.[2] ?? '';
    if (match !== null && parseMarkdownTarget(target).path === path)
      return { bracket, from: bracket + match[0].indexOf(target, 2), target };
  }
  return null;
}

function applied(raw: string, edits: readonly Edit[]): string {
  let text = raw;
  for (const { from, to, text: put } of edits.toSorted((a, b) => b.from - a.from)) text = text.slice(0, from) + put + text.slice(to);
  return text;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** A copy of plain data with every text changed. */
function mapTexts<T extends PropertyValue>(data: T, change: (value: string) => string): T {
  const mapped = (value: PropertyValue): PropertyValue => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(mapped);
    if (value === null || typeof value !== 'object') return value;
    const copy: Record<string, PropertyValue> = Object.create(null);
    for (const [key, entry] of Object.entries(value)) copy[key] = mapped(entry);
    return copy;
  };
  return mapped(data) as T;
}
