import { withAutolinks } from './autolinks.ts';
import { blocksFrom } from './blocks.ts';
import { commonmarkEngine, obsidianEngine } from './engine.ts';
import type { Token } from './engine-types.ts';
import { inlinesFrom, isPlainSource } from './inlines.ts';
import { parseEnv } from './parse-env.ts';
import { cellLocator, sourceLines } from './place.ts';
import type { Inline, Tree } from './tree.ts';
import { plainText } from './walk.ts';

export interface ParseOptions {
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
  /** Whether a single newline breaks the line, as Obsidian shows it. Default true. */
  readonly breaks?: boolean;
  /** Obsidian's syntax; without it CommonMark alone. Default true. */
  readonly ofm?: boolean;
}

/**
 * Parses the body of a note. Line ends must be `\n`. Nothing throws for content: what could not be taken in is in `problems`, and shown as text.
 * Time is linear in the length for any input but for nesting, which is bounded.
 */
export function parseMarkdown(body: string, options: ParseOptions): Tree {
  const { bodyLine, breaks = true, ofm = true } = options;
  const engine = ofm ? obsidianEngine() : commonmarkEngine();
  const env = parseEnv(bodyLine, new Set());
  const text = body.replaceAll('\0', '\ufffd');
  const tokens: Token[] = [];
  engine.block.parse(text, engine, env, tokens);
  const { blocks, footnotes } = blocksFrom({ engine, env, ofm, breaks }, sourceLines(text, bodyLine), tokens);
  return { blocks, footnotes, problems: env.problems };
}

/** Parses one item's inline source, such as a task's text or a decision. `line` is its line in the file, columns count from its first character. */
export function parseInline(source: string, line: number): readonly Inline[] {
  const text = source.replaceAll('\0', '\ufffd');
  if (isPlainSource(text)) return text === '' ? [] : withAutolinks(text, () => line);
  const env = parseEnv(line, null);
  return inlinesFrom({ engine: obsidianEngine(), env, ofm: true, breaks: true }, text, cellLocator(sourceLines(text, line), 0, 0, text));
}

/** The text of inline source without form, as `plainText` gives it. Nothing is parsed where there is nothing but text. */
export function plainInline(source: string): string {
  return isPlainSource(source) ? source.replaceAll('\0', '\ufffd') : plainText(parseInline(source, 1));
}
