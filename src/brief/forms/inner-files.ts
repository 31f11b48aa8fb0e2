import { lookup } from 'mrmime';
import { anchorId, type ElementTree, fileMark, hrefOf, type Tree } from '../../client/reader/book-format.ts';
import type { BuiltFile } from './built-files.ts';

/** Files go inside up to this size each, and up to this in all; longer ones are named. In bytes. */
const MOST_EACH = 1 << 20;
const MOST_IN_ALL = 8 << 20;

export const FILES_KEY = 'files';

/** The files of a brief that its pages show or link to, each once, in the order pages ask for them. */
export interface InnerFiles {
  /** What stands for a picture in an attribute; null when there is no such file. */
  readonly picture: (path: string) => string | null;
  /** Where a link to a file leads: its line in the list of files. Null when there is no such file. */
  readonly link: (path: string) => string | null;
  /** What the blocks of files hold; the first has the number that was given. */
  readonly blocks: () => readonly Uint8Array[];
  /** The list of files, null when pages link to none. */
  readonly list: () => ElementTree | null;
}

/** `first` is the number of the first block. */
export function innerFiles(files: readonly BuiltFile[], first: number): InnerFiles {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const marks = new Map<string, string>();
  const blocks: Uint8Array[] = [];
  const linked = new Map<string, BuiltFile>();
  let room = MOST_IN_ALL;
  const inside = ({ path, data }: BuiltFile): string => {
    const known = marks.get(path);
    if (known !== undefined) return known;
    const mark = fileMark(first + blocks.length, lookup(path) ?? 'application/octet-stream');
    blocks.push(data);
    marks.set(path, mark);
    return mark;
  };
  const anchorOf = (path: string): string => anchorId(FILES_KEY, path.replaceAll(/\s/gu, '-'));
  const itemOf = (file: BuiltFile): Tree => {
    const fits = marks.has(file.path) || (file.data.length <= MOST_EACH && file.data.length <= room);
    if (fits && !marks.has(file.path)) room -= file.data.length;
    const name = file.path.split('/').at(-1) ?? file.path;
    const words: readonly Tree[] = fits
      ? [['a', { class: 'link', href: inside(file), download: name }, [name]], ` ${sizeText(file.data.length)}`]
      : [`${name}, ${sizeText(file.data.length)}: too large to stand in this file. Ask for it where this brief came from.`];
    return ['li', { id: anchorOf(file.path) }, words];
  };
  return {
    picture: (path) => {
      const file = byPath.get(path);
      return file ? inside(file) : null;
    },
    link: (path) => {
      const file = byPath.get(path);
      if (!file) return null;
      linked.set(path, file);
      return hrefOf(anchorOf(path));
    },
    list: () => (linked.size === 0 ? null : ['ul', { class: 'every' }, [...linked.values()].map(itemOf)]),
    blocks: () => blocks,
  };
}

function sizeText(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}
