import { labelOf } from '../../render/medium.ts';
import { digestOf } from '../../vault/digest.ts';
import type { DocumentFile, NoteFile, PropertyValue, VaultPath } from '../../vault/vault.ts';
import type { FileRef } from './file-refs.ts';
import { applied, bareName, type Edit, editsOf } from './link-edits.ts';

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
    if (ref.column === null && !/^!?\[/u.test(ref.raw)) changed = htmlWith(changed, ref, name);
    else changed = changed.replaceAll(ref.raw, () => applied(ref.raw, editsOf(ref, name)));
  }
  return changed;
}

/** Raw HTML with an address put in place of another, up to its `#`; what only repeats the file's name becomes a word for its kind. */
function htmlWith(html: string, { raw, path, target }: FileRef, name: string): string {
  const [address = ''] = raw.split('#', 1);
  const words = new RegExp(`((?:alt|title|aria-label|download)\\s*=\\s*["']\\s*)${literal(bareName(path))}(?=\\s*["'])`, 'giu');
  const places = new RegExp(`(=\\s*["']?\\s*)${literal(address)}(?=[#"'\\s>])`, 'gu');
  return html
    .replaceAll(words, (_, before: string) => before + labelOf(target).word)
    .replaceAll(places, (_, before: string) => before + name);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
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
