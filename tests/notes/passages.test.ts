import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { plainText } from '../../src/markdown/walk.ts';
import { passagesFrom } from '../../src/notes/passages.ts';
import { proseOfBlock } from '../../src/notes/prose.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

const TEXT = `Before **Halden Rail** and [[Northwind]] with \`code\`,
second line #tag and <https://example.org>.

- item one
  - item [[A|two]]

> [!warning] Title [[B]]
> body
> \`\`\`
> fenced
> \`\`\`

> [!note]
> default title

| a | [b](b.md) |
|---|---|
| c | d |

$$
x
$$

    indented

A^[inline] b[^1]

[^1]: foot
`;

describe('passages', () => {
  const tree = parseMarkdown(TEXT, { bodyLine: 1 });

  test('are the plain text of their blocks', () => {
    for (const block of tree.blocks) expect(proseOfBlock(block).text).toBe(plainText([block]).trim());
  });

  test('know the lines of their paragraphs, items and rows', () => {
    const [passage] = passagesFrom(tree, []);
    const { text = '', places = [] } = passage ?? {};
    const told = Array.from({ length: places.length / 4 }, (_, i) => {
      const [from = 0, line, endLine, item] = places.slice(i * 4, i * 4 + 4);
      return [text.slice(from, places[i * 4 + 4]).trim(), line, endLine, item];
    });
    expect(told).toContainEqual(['item one', 4, 4, 4]);
    expect(told).toContainEqual(['item two', 5, 5, 5]);
    expect(told).toContainEqual(['c\td', 18, 18, 0]);
    expect(told).toContainEqual(['foot', 28, 28, 0]);
    expect(told[0]?.slice(1)).toEqual([1, 2, 0]);
  });

  test('know what is no prose', () => {
    const [passage] = passagesFrom(tree, []);
    const { text = '', covered = [] } = passage ?? {};
    const hidden = Array.from({ length: covered.length / 2 }, (_, i) => text.slice(covered[i * 2], covered[i * 2 + 1]));
    expect(hidden).toEqual(['Northwind', 'code', '#tag', 'https://example.org', 'two', 'B', 'fenced', '\t', 'b', '\t', 'x', 'indented']);
  });
});

describeShared('passages of the worst notes', () => {
  const folder = sharedPath('vaults');
  const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));

  test.each(notes.sort().slice(0, 400))('%s', (path) => {
    const text = readFileSync(`${folder}/${path}`, 'utf8');
    for (const block of parseMarkdown(text.slice(0, 20_000), { bodyLine: 1 }).blocks)
      expect(proseOfBlock(block).text).toBe(plainText([block]).trim());
  });
});
