/** A link target and what to show for it, before places are known. */
export interface Target {
  readonly path: string;
  readonly subpath: string;
  /** What the author wrote after `|`, or null. */
  readonly alias: string | null;
  readonly display: string;
}

/** The size at the end of an embed's words, and the words before it. */
export interface Sized {
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
}

const SIZE = /^\s*(\d{1,6})\s*(?:x\s*(\d{1,6})\s*)?$/u;

/**
 * Reads what stands between `[[` and `]]` (Obsidian's rules): all after the first `|` is display, a `|` at the start belongs to the path; the first
 * `#` opens the subpath; a `\` before the `|` is a table escape; no-break spaces are spaces; NFC.
 */
export function parseWikiTarget(content: string): Target {
  const text = content.trim();
  const bar = text.indexOf('|');
  const named = bar > 0;
  const target = tidy((named ? text.slice(0, bar) : text).replace(/\\$/u, '').replace(/[\u00a0\u202f]/gu, ' '));
  const alias = named ? text.slice(bar + 1).trim() : '';
  const { path, subpath } = splitTarget(target);
  return { path, subpath, alias: alias === '' ? null : alias, display: alias === '' ? displayOf(path, subpath) || target : alias };
}

/** Reads the target of `[text](target)`: percent-decoded where that is possible, split as a wikilink is. No-break spaces stay (CommonMark's rule). */
export function parseMarkdownTarget(destination: string): Omit<Target, 'alias'> {
  const { path, subpath } = splitTarget(tidy(decoded(destination)));
  return { path, subpath, display: displayOf(path, subpath) };
}

/** Splits an embed's words at the last `|` when a size follows: `alt|100x145`, `alt|100`, `250`. */
export function parseSize(words: string): Sized {
  const bar = words.lastIndexOf('|');
  const match = SIZE.exec(words.slice(bar + 1));
  if (match === null) return { alt: words.trim(), width: null, height: null };
  const height = match[2] === undefined ? null : Number(match[2]);
  return { alt: bar < 0 ? '' : words.slice(0, bar).trim(), width: Number(match[1]), height };
}

function splitTarget(target: string): { readonly path: string; readonly subpath: string } {
  const hash = target.indexOf('#');
  if (hash < 0) return { path: target, subpath: '' };
  return { path: target.slice(0, hash).trim(), subpath: target.slice(hash).trim() };
}

function displayOf(path: string, subpath: string): string {
  if (subpath === '') return path;
  const parts = subpath.split('#').filter((part) => part !== '');
  return (path === '' ? parts : [path, ...parts]).join(' > ');
}

function tidy(text: string): string {
  return text.trim().normalize('NFC');
}

function decoded(destination: string): string {
  if (!destination.includes('%')) return destination;
  try {
    return decodeURI(destination);
  } catch {
    return destination;
  }
}
