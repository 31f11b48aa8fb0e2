import type { Heading } from '../notes/note.ts';

/** What the part of a link from `#` on can lead to. */
export interface SubpathTargets {
  readonly headings: readonly Pick<Heading, 'level' | 'source' | 'text' | 'id' | 'line'>[];
  readonly blocks: readonly { readonly id: string; readonly line: number }[];
  readonly footnotes?: readonly { readonly label: string; readonly line: number }[];
}

/** A place within a note. `id` is the heading's anchor, the block's id as written, or the footnote's label. */
export interface SubpathTarget {
  readonly kind: 'heading' | 'block' | 'footnote';
  readonly line: number;
  readonly id: string;
}

/**
 * Finds `#^block`, `#[^note]`, `#Heading` or `#Heading#Deeper` (1-based lines of the file) by Obsidian's rules: case and punctuation of headings do not
 * count, several headings must follow each other, each deeper than the one before, and the first match wins. A heading with links in it is known
 * by its source (`I link to x y` for `I link to [[x|y]]`) and, when nothing matches so, by the text it shows. Nothing is percent-decoded here.
 */
export function findSubpath(targets: SubpathTargets, subpath: string): SubpathTarget | null {
  const parts = subpath.split('#').filter((part) => part.trim() !== '');
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1) {
    const footnote = /^\s*\[\^([^\]]+)\]\s*$/u.exec(first)?.[1]?.toLowerCase();
    const note = footnote === undefined ? undefined : targets.footnotes?.find(({ label }) => label.toLowerCase() === footnote);
    if (note !== undefined) return { kind: 'footnote', line: note.line, id: note.label };
    if (first.trim().startsWith('^')) {
      const id = first.trim().slice(1).toLowerCase();
      const block = targets.blocks.find((candidate) => candidate.id.toLowerCase() === id);
      return block === undefined ? null : { kind: 'block', line: block.line, id: block.id };
    }
  }
  const path = parts.map(headingKey);
  return headingAt(targets.headings, path, 'source') ?? headingAt(targets.headings, path, 'text');
}

/** Words with one space between them, in which nothing but case is folded. */
const PLAIN = /^[\w'-]+(?: [\w'-]+)*$/;

/** A heading or a part of a subpath as Obsidian compares them: punctuation is white space, white space is one space, case does not count. */
export function headingKey(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\s]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}

type Headings = SubpathTargets['headings'];

/** Keys of a note's headings, kept as long as the note: a table of contents asks for all of them. */
const keysOf = { source: new WeakMap<Headings, readonly string[]>(), text: new WeakMap<Headings, readonly string[]>() };

function headingAt(headings: Headings, path: readonly string[], by: 'source' | 'text'): SubpathTarget | null {
  const keys = keysOf[by].get(headings) ?? headings.map((heading) => headingKey(heading[by]));
  keysOf[by].set(headings, keys);
  let depth = 0;
  let level = 0;
  for (const [i, heading] of headings.entries()) {
    if (heading.level <= level || keys[i] !== path[depth]) continue;
    depth += 1;
    if (depth === path.length) return { kind: 'heading', line: heading.line, id: heading.id };
    level = heading.level;
  }
  return null;
}
