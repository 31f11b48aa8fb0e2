import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Folders that hold no documents of the project. */
const SKIPPED = new Set(['node_modules', 'content', 'dist', 'build', 'coverage']);

/** One Markdown file of the project. */
export interface Document {
  /** Relative to the root of the project, with `/`. */
  readonly file: string;
  readonly text: string;
}

/** Absolute path of a file of the project. */
export function projectFile(file: string): string {
  return path.join(root, file);
}

export function readText(file: string): string {
  return readFileSync(projectFile(file), 'utf8');
}

/** Every document: the Markdown files of the project outside of the sample vault, sorted by path. */
export function readDocuments(folder = ''): readonly Document[] {
  return readdirSync(projectFile(folder), { withFileTypes: true })
    .flatMap((entry): readonly Document[] => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name.startsWith('.') || SKIPPED.has(entry.name) ? [] : readDocuments(file);
      return entry.name.endsWith('.md') ? [{ file, text: readText(file) }] : [];
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Fenced code of a text: the word behind the opening fence, and what stands inside. */
export function codeBlocksOf(text: string): readonly { readonly lang: string; readonly code: string }[] {
  return [...text.matchAll(/^```([\w-]*)\n(.*?)^```$/gmsu)].map(([, lang = '', code = '']) => ({ lang, code }));
}

export function withoutCodeBlocks(text: string): string {
  return text.replace(/^```[\w-]*\n.*?^```$/gmsu, '');
}

/** Rows of all tables whose first column has this heading: the cells of each, trimmed. */
export function tableRows(text: string, firstHeading: string): readonly (readonly string[])[] {
  const tables = text.match(/(?:^\|.*\n)+/gmu) ?? [];
  return tables
    .map((table) => table.trimEnd().split('\n').map(cellsOf))
    .filter(([head]) => head?.[0] === firstHeading)
    .flatMap((rows) => rows.slice(2));
}

/** The code spans of a cell: `` `a`, `b` `` → a, b. */
export function codeSpansOf(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map(([, code = '']) => code);
}

/** The text from a heading up to the next one of its level. */
export function sectionOf(text: string, heading: string): string {
  const level = /^#+/u.exec(heading)?.[0] ?? '';
  const from = text.indexOf(`\n${heading}\n`);
  if (from === -1) throw new Error(`There is no heading "${heading}".`);
  const rest = text.slice(from + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${level.length}} `, 'mu'));
  return end === -1 ? rest : rest.slice(0, end);
}

function cellsOf(row: string): readonly string[] {
  return row
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

/** The anchor GitHub gives a heading: lower case, punctuation dropped, spaces to `-`. Repeats are numbered by the caller. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .replace(/\s/gu, '-');
}
