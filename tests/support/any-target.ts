import type { Tree } from '../../src/markdown/tree.ts';
import type { DrawContext } from '../../src/render/drawing.ts';

/** A context in which every target of a link or image is a file at that address. */
export function anyTarget(tree: Tree): DrawContext {
  const found = (href: string) => ({
    status: 'found',
    via: 'name',
    target: 'x.png',
    targetLine: null,
    subpathFound: true,
    href,
    candidates: [],
  });
  let last = '';
  const graph = {
    notes: new Map(),
    assets: { get: () => ({ href: last }) },
    tags: [],
    personByName: () => undefined,
    resolve: (_from: string, path: string, subpath: string) => {
      last = path + subpath;
      return found(last);
    },
  };
  return { graph, treeOf: () => tree, from: 'Note.md', page: 'Note.html', remoteImages: true } as unknown as DrawContext;
}
