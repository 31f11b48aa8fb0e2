import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import type { LinkRef, Tree } from '../../src/markdown/tree.ts';
import { plainText, walkInlines } from '../../src/markdown/walk.ts';
import { anchorOf, type Document, projectFile, readDocuments } from './documents.ts';

const documents = readDocuments();
const trees = new Map<string, Tree>(documents.map(({ file, text }) => [file, parseMarkdown(text, { bodyLine: 1 })]));

function anchorsOf(tree: Tree): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    tree.blocks
      .filter((block) => block.kind === 'heading')
      .map((heading) => {
        const anchor = anchorOf(plainText(heading.children).trim());
        const repeat = seen.get(anchor) ?? 0;
        seen.set(anchor, repeat + 1);
        return repeat === 0 ? anchor : `${anchor}-${repeat}`;
      }),
  );
}

function linksOf(tree: Tree): readonly LinkRef[] {
  const links: LinkRef[] = [];
  walkInlines(tree, (inline) => {
    if (inline.kind === 'link' || inline.kind === 'embed') links.push(inline.ref);
  });
  return links;
}

/** What is wrong with the links of a document, as `file:line  link`. */
function brokenLinks({ file }: Pick<Document, 'file'>, tree: Tree): readonly string[] {
  return linksOf(tree)
    .filter(({ path: to, subpath }) => {
      const target = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
      if (target.startsWith('../') || !existsSync(projectFile(target))) return true;
      const other = target === file ? tree : trees.get(target);
      return subpath !== '' && !(other !== undefined && anchorsOf(other).has(subpath.slice(1)));
    })
    .map(({ line, raw }) => `${file}:${line}  ${raw}`);
}

describe('links between documents', () => {
  test('enough of them were read for the rest to mean something', () => {
    expect(documents.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'docs/commands.md', 'src/README.md']),
    );
    expect([...trees.values()].flatMap(linksOf).length).toBeGreaterThan(80);
  });

  test.each(documents)('$file: every file and anchor is there', (document) => {
    expect(brokenLinks(document, trees.get(document.file) as Tree)).toEqual([]);
  });

  test.each(['[a](docs/none.md)', '[a](#none)', '[a](docs/commands.md#none)', '![a](docs/images/none.png)', '[a](../outside.md)'])(
    '%s is caught',
    (text) => {
      expect(brokenLinks({ file: 'README.md' }, parseMarkdown(`# Here\n\n${text}\n`, { bodyLine: 1 }))).toHaveLength(1);
    },
  );

  test('every page of the manual can be reached from the README', () => {
    const linked = new Set(linksOf(trees.get('README.md') as Tree).map((link) => link.path));
    const pages = documents.map(({ file }) => file).filter((file) => file.startsWith('docs/'));
    expect(pages.filter((page) => !linked.has(page))).toEqual([]);
  });
});
