import { Parser } from 'htmlparser2';
import { DROPPED_ELEMENTS } from '../markdown/dropped-html.ts';
import { parseMarkdownTarget } from '../markdown/link-ref.ts';
import type { Tree } from '../markdown/tree.ts';
import { isExternal } from '../markdown/urls.ts';
import { inlinesOfBlock, visitInlines, walkBlocks } from '../markdown/walk.ts';
import type { HtmlFile } from './note.ts';

/** The attributes by which an element shows a file or leads to it. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  img: ['src'],
  object: ['data'],
  source: ['src'],
  video: ['src', 'poster'],
};

/** The files that a note's raw HTML shows or links to, in order of line; nothing from inside elements that never reach a page. */
export function htmlFilesFrom(tree: Tree): readonly HtmlFile[] {
  const files: HtmlFile[] = [];
  walkBlocks(tree, (block) => {
    if (block.kind === 'html') files.push(...filesIn(block.value, block.line));
    for (const run of inlinesOfBlock(block)) {
      const tags: string[] = [];
      visitInlines(run, (inline) => {
        if (inline.kind === 'html') tags.push(inline.value);
      });
      if (tags.length > 0) files.push(...filesIn(withoutDropped(tags).join(''), block.line));
    }
  });
  return files.sort((a, b) => a.line - b.line);
}

/** Tags of a line of text without those between `<script>` and the like and their ends; one that is not closed there drops nothing. */
function withoutDropped(tags: readonly string[]): readonly string[] {
  const kept: string[] = [];
  const unclosed = new Set<string>();
  for (let i = 0; i < tags.length; i++) {
    const name = /^<([a-z][a-z0-9-]*)/iu.exec(tags[i] ?? '')?.[1]?.toLowerCase() ?? '';
    if (!DROPPED_ELEMENTS.has(name)) kept.push(tags[i] ?? '');
    else if (!unclosed.has(name)) {
      const end = tags.findIndex((tag, at) => at > i && tag.toLowerCase().startsWith(`</${name}`));
      if (end > 0) i = end;
      else unclosed.add(name);
    }
  }
  return kept;
}

function filesIn(html: string, line: number): readonly HtmlFile[] {
  const files: HtmlFile[] = [];
  let dropped = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (DROPPED_ELEMENTS.has(name)) dropped += 1;
      if (dropped > 0 || !Object.hasOwn(ADDRESSES, name)) return;
      for (const key of ADDRESSES[name] ?? []) {
        const raw = (attributes[key] ?? '').trim();
        if (raw === '' || isExternal(raw)) continue;
        const { path } = parseMarkdownTarget(raw);
        if (path !== '') files.push({ line, raw, path, shown: name !== 'a' });
      }
    },
    onclosetag: (name) => {
      if (DROPPED_ELEMENTS.has(name)) dropped -= 1;
    },
  });
  parser.write(html);
  parser.end();
  return files;
}
