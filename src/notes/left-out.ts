import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { droppedElementsIn } from '../markdown/dropped-html.ts';
import type { Tree } from '../markdown/tree.ts';
import { walkBlocks, walkInlines } from '../markdown/walk.ts';
import type { NoteFile } from '../vault/vault.ts';
import type { NoteRemote } from './note.ts';

/** What a page shows in another form than the note or not at all, one finding a kind: raw HTML that is dropped, and `remotes`, which become links. */
export function leftOutFindings(file: Pick<NoteFile, 'path' | 'body'>, tree: Tree, remotes: readonly NoteRemote[]): readonly Diagnostic[] {
  const findings: Diagnostic[] = [];
  const html = file.body.includes('<') ? droppedHtml(tree) : [];
  const [element] = html;
  if (element !== undefined) {
    const message = `<${element.name}> is left out of the page${more(html.length)}.`;
    findings.push(diagnostic('raw-html-removed', { path: file.path, line: element.line, message }));
  }
  const [remote] = remotes;
  if (remote !== undefined) {
    const message = `${remote.href} is shown as a link${more(remotes.length)}.`;
    findings.push(diagnostic('remote-image', { path: file.path, line: remote.line, message }));
  }
  return findings;
}

function droppedHtml(tree: Tree): readonly { readonly name: string; readonly line: number }[] {
  const found: { name: string; line: number }[] = [];
  const take = (html: string, line: number): void => {
    for (const name of droppedElementsIn(html)) found.push({ name, line });
  };
  walkBlocks(tree, (block) => {
    if (block.kind === 'html') take(block.value, block.line);
  });
  walkInlines(tree, (inline, block) => {
    if (inline.kind === 'html') take(inline.value, block.line);
  });
  return found.sort((a, b) => a.line - b.line);
}

function more(count: number): string {
  return count === 1 ? '' : `, and ${count - 1} more`;
}
