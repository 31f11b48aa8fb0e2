/** Where the frontmatter of a text is, or what stands in its place. Offsets are UTF-16, lines 1-based. */
export type FrontmatterBlock =
  /** The text starts with no frontmatter of any sort. */
  | { readonly kind: 'none' }
  /** Between two lines `---`: `source` is what stands between them; the body starts at `bodyStart` on `bodyLine`. */
  | ({ readonly kind: 'closed' } & Block)
  /** `---js`, `+++`: in a language that is not read. */
  | ({ readonly kind: 'language'; readonly language: string } & Block)
  /** A block in the right shape but not on the first line (`before: 'space'`) or between more than three dashes. */
  | ({ readonly kind: 'misplaced'; readonly before: 'space' | 'dashes' } & Block)
  /** `---` and property lines, without an end. */
  | ({ readonly kind: 'unclosed' } & Block);

interface Block {
  readonly source: string;
  readonly bodyStart: number;
  readonly bodyLine: number;
}

const OPENING = /^(-{3,}|\+{3})[ \t]*([A-Za-z][\w+.-]*)?[ \t]*\n/u;
const PROPERTY_LINE = /^["']?[\p{L}_][^:\n]{0,80}:(?:[ \t]|$)/u;
const LIKE_PROPERTY = /^\s*\{|^["']?[^\s#:>*+-][^:\n]{0,80}:(?:[ \t]|$)/u;
const BLOCK_LINE = /^(?:["']?[\p{L}_][^:\n]{0,80}:(?:[ \t].*)?|[ \t]*-(?:[ \t].*)?|[ \t]+\S.*|#.*)$/u;
const KNOWN_KEY =
  /^["']?(?:title|alias(?:es)?|tags?|type|kind|date|accounts?|participants|attendees|last_contact|created|updated|source|source_ref|publish|private|draft|cssclass(?:es)?)["']?:/iu;

/** Finds the frontmatter block of a text with line ends `\n`. It counts only when the first line is `---` and a later one too. */
export function frontmatterBlockFrom(text: string): FrontmatterBlock {
  const first = text.charCodeAt(0);
  // Nearly every text starts with a dash or with something that ends the question.
  if (first === 0x2d || first === 0x2b) return blockAtStart(text);
  return first <= 0x20 || first === 0xfeff ? blockAfterSpace(text) : { kind: 'none' };
}

/** True when a block that is no valid YAML was meant as properties, false when it is prose between two rules. */
export function looksLikeProperties(source: string): boolean {
  return source.split('\n').some((line) => LIKE_PROPERTY.test(line));
}

function blockAtStart(text: string): FrontmatterBlock {
  const opening = OPENING.exec(text);
  if (opening === null) return { kind: 'none' };
  const [{ length }, marks = '', language] = opening;
  const block = blockUpTo(text, length, 2, marks.startsWith('+') ? '+++' : '---', marks.length > 3);
  if (marks.startsWith('+'))
    return block === null || language !== undefined ? { kind: 'none' } : { kind: 'language', language: 'toml', ...block };
  if (marks.length > 3) {
    const isBlock =
      language === undefined && block !== null && block.source.split('\n').every((line) => line === '' || BLOCK_LINE.test(line));
    return isBlock && looksLikeProperties(block.source) ? { kind: 'misplaced', before: 'dashes', ...block } : { kind: 'none' };
  }
  if (language !== undefined) return block === null ? unclosedBlock(text, length) : { kind: 'language', language, ...block };
  return block === null ? unclosedBlock(text, length) : { kind: 'closed', ...block };
}

function blockAfterSpace(text: string): FrontmatterBlock {
  const space = /^[\s\ufeff]+/u.exec(text)?.[0] ?? '';
  const opening = /^---[ \t]*\n/u.exec(text.slice(space.length, space.length + 200))?.[0];
  if (opening === undefined) return { kind: 'none' };
  const block = blockUpTo(text, space.length + opening.length, space.split('\n').length + 1, '---', false);
  return block !== null && looksLikeProperties(block.source) ? { kind: 'misplaced', before: 'space', ...block } : { kind: 'none' };
}

/** The block from an offset up to the next line that is just the marks (or, with `more`, longer ones), or null when there is none. */
function blockUpTo(text: string, start: number, startLine: number, marks: string, more: boolean): Block | null {
  const closing = more ? /^-{3,}[ \t]*(?:\n|$)/u : marks === '---' ? /^---[ \t]*(?:\n|$)/u : /^\+\+\+[ \t]*(?:\n|$)/u;
  for (let at = start - 1; at !== -1; at = text.indexOf(`\n${marks}`, at + 1)) {
    const match = text.startsWith(marks, at + 1) ? closing.exec(text.slice(at + 1, at + 200)) : null;
    if (match === null) continue;
    const source = text.slice(start, Math.max(start, at));
    return { source, bodyStart: at + 1 + match[0].length, bodyLine: startLine + (at < start ? 1 : source.split('\n').length + 1) };
  }
  return null;
}

/** Without an end, the lines that look like properties are the block; a single one only when its key is known, since it may be prose. */
function unclosedBlock(text: string, start: number): FrontmatterBlock {
  let at = start;
  let lines = 0;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, newline === -1 ? text.length : newline);
    if (!(lines === 0 ? PROPERTY_LINE : BLOCK_LINE).test(line)) break;
    lines += 1;
    at = newline === -1 ? text.length : newline + 1;
  }
  const source = text.slice(start, at);
  if (lines === 0 || (lines === 1 && !KNOWN_KEY.test(source))) return { kind: 'none' };
  return { kind: 'unclosed', source, bodyStart: at, bodyLine: 2 + lines };
}
