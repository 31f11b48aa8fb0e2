import { parseMarkdownTarget, parseSize } from '../../markdown/link-ref.ts';
import { labelOf } from '../../render/medium.ts';
import type { FileRef } from './file-refs.ts';

/** A change of a text; places count from its start. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What changes in a link so that it leads to `name`. Words that its author has not chosen, since there are none or they only repeat the name of the file,
 * become a word for its kind; sizes stay.
 */
export function editsOf(ref: FileRef, name: string): readonly Edit[] {
  return ref.syntax === 'wiki' ? editsOfWiki(ref, name) : editsOfMarkdown(ref, name);
}

/** A text after changes that do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  let changed = text;
  for (const { from, to, text: put } of edits.toSorted((a, b) => b.from - a.from))
    changed = changed.slice(0, from) + put + changed.slice(to);
  return changed;
}

/** Name of a file without its folders. */
export function bareName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function editsOfWiki({ raw, path, target, embed }: FileRef, name: string): readonly Edit[] {
  const from = raw.indexOf('[[') + 2;
  const inner = raw.slice(from, raw.lastIndexOf(']]'));
  const to = from + (/(?<=.)\\?\||#/su.exec(inner)?.index ?? inner.length);
  const bar = /(?<=.)(\\?\|)(.*)$/su.exec(inner);
  const { alt, size } = wordsAndSize((bar?.[2] ?? '').replace(/\\\|/gu, '|'), embed);
  if (!isDefault(alt, path)) return [{ from, to, text: name }];
  // Written as a Markdown link, which may stand in a table as it is.
  const subpath = /#[^|]*/u.exec(inner.slice(0, bar?.index))?.[0].trim() ?? '';
  const behind = size === '' ? '' : `${bar?.[1] ?? '|'}${size}`;
  return [{ from: 0, to: raw.length, text: `${embed ? '!' : ''}[${labelOf(target).word}${behind}](<${name}${subpath}>)` }];
}

function editsOfMarkdown(ref: FileRef, name: string): readonly Edit[] {
  const place = placeOfTarget(ref);
  if (place === null) return [];
  const { bracket, from, target } = place;
  const edits: Edit[] = [{ from, to: from + (/#|%23/iu.exec(target)?.index ?? target.length), text: name }];
  const start = ref.raw.indexOf('[') + 1;
  const words = ref.raw.slice(start, bracket);
  const { alt, size } = wordsAndSize(words.replace(/\\\|/gu, '|'), ref.embed);
  if (!isDefault(alt, ref.path)) return edits;
  const bar = words.includes('\\|') ? '\\|' : '|';
  return [...edits, { from: start, to: bracket, text: `${labelOf(ref.target).word}${size === '' ? '' : `${bar}${size}`}` }];
}

function wordsAndSize(words: string, embed: boolean): { readonly alt: string; readonly size: string } {
  if (!embed) return { alt: words.trim(), size: '' };
  const { alt, width, height } = parseSize(words);
  return { alt, size: width === null ? '' : `${width}${height === null ? '' : `x${height}`}` };
}

/** True for words that nobody chose: none, or the file's name with or without folders and ending. */
function isDefault(words: string, path: string): boolean {
  const fold = (text: string): string =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]+/gu, ' ')
      .trim();
  const said = fold(words);
  const name = bareName(path);
  return said === '' || [path, name, name.replace(/\.[^.]+$/u, '')].map(fold).includes(said);
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
