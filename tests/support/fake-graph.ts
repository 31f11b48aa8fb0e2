import type { Graph, Href, PageUrl, Person, Resolution, Tag } from '../../src/graph/graph.ts';
import { blockAnchor, headingIds } from '../../src/markdown/anchors.ts';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import type { Block, Tree } from '../../src/markdown/tree.ts';
import { plainText, walkBlocks } from '../../src/markdown/walk.ts';
import type { Note, Task } from '../../src/notes/note.ts';
import type { DrawContext } from '../../src/render/drawing.ts';
import type { VaultPath } from '../../src/vault/vault.ts';

export interface FakeFiles {
  /** Notes by path, with their Markdown. */
  readonly notes: Readonly<Record<string, string>>;
  readonly assets?: readonly string[];
  readonly tags?: readonly string[];
  readonly people?: readonly string[];
  readonly tasks?: Readonly<Record<string, readonly Task[]>>;
  /** Answers for single targets, before the simple lookup by name. */
  readonly answers?: Readonly<Record<string, Resolution>>;
}

/** A small graph for tests of drawing: links find notes by name, nothing is healed. */
export function fakeGraph(files: FakeFiles): {
  readonly graph: Graph;
  readonly treeOf: (path: VaultPath) => Tree;
  readonly note: (path: string) => Note;
} {
  const trees = new Map(Object.entries(files.notes).map(([path, text]) => [path, parseMarkdown(text, { bodyLine: 1 })]));
  const treeOf = (path: VaultPath): Tree => trees.get(path) ?? { blocks: [], footnotes: [], problems: [] };
  const notes = new Map(
    [...trees].map(([path, tree]) => [path as VaultPath, fakeNote(path, files.notes[path] ?? '', tree, files.tasks?.[path] ?? [])]),
  );
  const assets = new Map(
    (files.assets ?? []).map((path) => [path as VaultPath, { path: path as VaultPath, href: `files/${path}` as Href }]),
  );
  const resolve = (from: VaultPath, path: string, subpath: string): Resolution => {
    const answer = files.answers?.[path];
    if (answer !== undefined) return answer;
    const wanted = path.toLowerCase();
    const own =
      path === ''
        ? from
        : [...notes.keys(), ...assets.keys()].find(
            (key) => [wanted, `${wanted}.md`].includes(key.toLowerCase()) || key.toLowerCase().endsWith(`/${wanted}.md`),
          );
    if (own === undefined) {
      const href = path.startsWith('|') || /\.(?:png|pdf)$/u.test(path) ? null : (`ghosts/${path}.html` as Href);
      return { status: 'missing', via: null, target: null, name: path, href, candidates: [] };
    }
    const asset = assets.get(own);
    if (asset !== undefined)
      return { status: 'found', via: 'name', target: own, targetLine: null, subpathFound: true, href: asset.href, candidates: [] };
    const place = subpath === '' ? null : placeOf(treeOf(own), notes.get(own), subpath);
    const anchor = place === null ? '' : `#${place.anchor}`;
    const found = subpath === '' || place !== null;
    return {
      status: 'found',
      via: 'name',
      target: own,
      targetLine: place?.line ?? null,
      subpathFound: found,
      href: `${urlOf(own)}${anchor}` as Href,
      candidates: [],
    };
  };
  const people = new Map(
    (files.people ?? []).map((name) => [name.toLowerCase(), { name, url: `people/${name}.html`, ours: false } as unknown as Person]),
  );
  const tags = (files.tags ?? []).map((tag) => ({ tag, url: `tags/${tag}.html` }) as unknown as Tag);
  const graph = {
    notes,
    documents: new Map(),
    assets,
    tags,
    resolve,
    asOf: null,
    personByName: (name: string) => people.get(name.toLowerCase()),
  } as unknown as Graph;
  const note = (path: string): Note => {
    const found = notes.get(path as VaultPath);
    if (found === undefined) throw new Error(`No note ${path}`);
    return found;
  };
  return { graph, treeOf, note };
}

/** A context for drawing one of the notes on its own page. */
export function fakeContext(files: FakeFiles, from: string, more: Partial<DrawContext> = {}): DrawContext {
  const { graph, treeOf } = fakeGraph(files);
  return { graph, treeOf, from: from as VaultPath, page: urlOf(from) as PageUrl, remoteImages: false, ...more };
}

function urlOf(path: string): string {
  return `notes/${path.replace(/\.md$/u, '')}.html`;
}

function fakeNote(path: string, body: string, tree: Tree, tasks: readonly Task[]): Note {
  const title = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/u, '');
  const blocks = tree.blocks.filter((block) => block.kind === 'heading');
  const ids = headingIds(blocks.map((block) => ({ text: plainText(block.children) })));
  const headings = blocks.map((block, i) => ({
    level: block.level,
    text: plainText(block.children),
    source: block.source,
    id: ids[i] ?? '',
    line: block.line,
  }));
  const titleLine = headings[0]?.level === 1 && headings[0].text === title ? headings[0].line : null;
  return { path, file: { body }, kind: 'note', title, headings, titleLine, tasks } as unknown as Note;
}

function placeOf(tree: Tree, note: Note | undefined, subpath: string): { readonly line: number; readonly anchor: string } | null {
  const last = subpath.split('#').at(-1)?.trim().toLowerCase() ?? '';
  if (!last.startsWith('^')) {
    const heading = note?.headings.find((candidate) => candidate.text.toLowerCase() === last);
    return heading === undefined ? null : { line: heading.line, anchor: heading.id };
  }
  const id = last.slice(1);
  let line: number | null = null;
  walkBlocks(tree, (block: Block) => {
    if (block.blockId?.toLowerCase() === id) line ??= block.line;
    if (block.kind === 'list') for (const item of block.items) if (item.blockId?.toLowerCase() === id) line ??= item.line;
  });
  return line === null ? null : { line, anchor: blockAnchor(id) };
}
