import { evenSpaces } from '../markdown/spaces.ts';
import type { Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import { repairName } from '../vault/repair.ts';
import type { NoteFile } from '../vault/vault.ts';
import type { IsoDate } from './note.ts';
import { propertyValue, textFromValue } from './properties.ts';

/** The file's name without folder and `.md` or `.mdx`. */
export function nameFromPath(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.mdx?$/iu, '');
}

/** The name of a canvas or base without folder and ending. */
export function nameOfDocument(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.(?:canvas|base)$/iu, '');
}

/**
 * A note's title: `title:` in frontmatter, else its file name, mended where that is certainly damaged. A first `# H1` counts when it is the file name in other words:
 * equal but for case and typographic signs, so that a note named `q3-plan` may be shown as its heading says.
 */
export function titleFrom(file: NoteFile, tree: Tree): string {
  const written = textFromValue(propertyValue(file.properties, 'title'));
  if (written !== null) return written.normalize('NFC');
  const name = repairName(nameFromPath(file.path));
  const first = tree.blocks[0];
  if (first?.kind === 'heading' && first.level === 1) {
    const heading = plainText(first.children).trim();
    if (heading !== '' && loose(heading) === loose(name)) return heading;
  }
  return name;
}

/** What a file name begins with where it begins with a date: the date and the sign that parts it from the rest. */
const LEADING_DATE = /^(\d{4}-\d{2}-\d{2})(?:\s*[-–—:,_]\s*|\s+)(?=\S)/u;

/** A title without the date it begins with: `2025-11-06 - Call` → `Call`. What is only a date stays; so does another date than `date`, where that is given. */
export function titleWithoutDate(title: string, date?: IsoDate | null): string {
  const lead = LEADING_DATE.exec(title);
  return lead === null || (date !== undefined && lead[1] !== date) ? title : title.slice(lead[0].length);
}

/** Line of a first `# H1` that says what the title says, with or without the date the title begins with; null without one. */
export function titleLineFrom(tree: Tree, title: string): number | null {
  const first = tree.blocks[0];
  if (first?.kind !== 'heading' || first.level !== 1) return null;
  const text = plainText(first.children);
  if (text === title) return first.line;
  const heading = folded(text);
  return heading === folded(title) || heading === folded(titleWithoutDate(title)) ? first.line : null;
}

function folded(text: string): string {
  return evenSpaces(text.normalize('NFC').toLowerCase()).trim();
}

function loose(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
