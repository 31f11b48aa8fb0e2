import type { Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { NoteFile } from '../vault/vault.ts';
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
 * A note's title: `title:` in frontmatter, else its file name. A first `# H1` counts when it is the file name in other words:
 * equal but for case and typographic signs, so that a note named `q3-plan` may be shown as its heading says.
 */
export function titleFrom(file: NoteFile, tree: Tree): string {
  const written = textFromValue(propertyValue(file.properties, 'title'));
  if (written !== null) return written.normalize('NFC');
  const name = nameFromPath(file.path);
  const first = tree.blocks[0];
  if (first?.kind === 'heading' && first.level === 1) {
    const heading = plainText(first.children).trim();
    if (heading !== '' && loose(heading) === loose(name)) return heading;
  }
  return name;
}

function loose(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
