import { describe, expect, test } from 'vitest';
import { tagForest } from '../../src/views/tags.ts';
import { memorySite } from '../support/memory-vault.ts';

describe('tags with slashes that part nothing', () => {
  const site = memorySite({ 'A.md': '#/one #//two/x #three//four #three/', 'B.md': '---\ntags: [/five, six//]\n---\n' });

  test('stand below the tags that there are', () => {
    const names = (nodes: ReturnType<typeof tagForest>): unknown => nodes.map(({ tag, children }) => [tag, names(children)]);
    expect(names(tagForest(site.graph.tags))).toEqual([
      ['//two', [['//two/x', []]]],
      ['/five', []],
      ['/one', []],
      ['six', []],
      ['three', [['three//four', []]]],
    ]);
  });

  test('have pages', () => {
    for (const { url } of site.plan) expect(site.page(url)).toBeDefined();
  });
});

test('a tag of thousands of levels makes no thousands of pages', () => {
  const site = memorySite({ 'A.md': `#${'a/'.repeat(5000)}b` });
  expect(site.graph.tags).toHaveLength(32);
  for (const { url } of site.plan) expect(site.page(url)).toBeDefined();
});
