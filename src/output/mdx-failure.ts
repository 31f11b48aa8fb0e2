import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mdxMark } from '../markdown/mdx-document.ts';

/** The program of an MDX page broke. */
export class MdxPageError extends Error {
  override readonly name = 'MdxPageError';
  /** Line of the file; null when unknown. */
  readonly line: number | null;

  constructor(error: unknown, line: number | null) {
    super(messageOf(error), { cause: error });
    this.line = line;
  }
}

/** Astro takes a component of the page that throws for one that it cannot draw, and speaks of renderers then. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'NoMatchingRenderer' ? (error.message.split('\n', 1)[0] ?? '') : error.message;
}

/** The number of a mark stands where `*` does. */
const [BEFORE = '', AFTER = ''] = mdxMark('*')
  .replace(/^[^(]*\(/u, '')
  .split('*');

/**
 * The part of a page's program in which something was thrown: by the places in the error's stack, the nearest mark before it in the compiled file. Null when
 * no place is in a page's file below `dir`.
 */
export function failedPart(error: unknown, dir: string): string | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const [, url = '', line, column] of stack.matchAll(/(file:\/\/[^\s()]+?):(\d+):(\d+)/gu)) {
    const file = fileURLToPath(url);
    if (!file.startsWith(dir + path.sep) || !fs.existsSync(file)) continue;
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    const before = [...lines.slice(0, Number(line) - 1), lines[Number(line) - 1]?.slice(0, Number(column)) ?? ''].join('\n');
    const at = before.lastIndexOf(BEFORE);
    const end = before.indexOf(AFTER, at + BEFORE.length);
    if (at !== -1 && end !== -1) return before.slice(at + BEFORE.length, end);
  }
  return null;
}
