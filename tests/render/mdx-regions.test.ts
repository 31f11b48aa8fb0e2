import { describe, expect, test } from 'vitest';
import { mdxToken } from '../../src/markdown/mdx-document.ts';
import type { Html } from '../../src/render/html.ts';
import { mdxRegionsFrom } from '../../src/render/mdx-regions.ts';

const [a, b] = [mdxToken(1, 's'), mdxToken(2, 's')];
const [open, close] = [mdxToken(3, 'o'), mdxToken(3, 'c')];
const regions = (html: string, blocks: readonly number[] = []) => mdxRegionsFrom(html as Html, new Set(blocks)).regions;

describe('drawn prose is cut', () => {
  test.each([
    [`<p>x ${a} y</p>`, [], { 0: ['<p>x ', 1, ' y</p>'] }],
    [`<p>${a}</p>`, [], { 0: [1] }],
    [`<p>${a}\n${b}</p>`, [], { 0: [1, '\n', 2] }],
    [`<p>${open}</p>\n<p>in ${a}</p>\n<p>${close}</p>`, [], { 0: [3], 3: ['\n<p>in ', 1, '</p>\n'] }],
    [`<p>${open}in${close}</p>`, [], { 0: [3], 3: ['in'] }],
    [`<p>x ${a} y</p>`, [1], { 0: ['<p>x </p>', 1, '<p> y</p>'] }],
    [`<p dir="rtl" id="b">x<br> ${a}</p>`, [1], { 0: ['<p dir="rtl" id="b">x<br> </p>', 1] }],
    [`<p><em>x ${a}</em></p>`, [1], { 0: ['<p><em>x ', 1, '</em></p>'] }],
    [`<img alt="x ${a} y">`, [], { 0: ['<img alt="x  y">'] }],
    [`a${close}b${open}c`, [], { 0: ['a', 'b', 3, 'c'], 3: [] }],
    ['', [], { 0: [] }],
  ])('%j with blocks %j', (html, blocks, expected) => {
    const plain = regions(html, blocks);
    expect(plain).toEqual(expected);
  });
});

test('a component stands below the heading of the note that it follows, whatever an embed in between has', () => {
  const html = `${a}<h2 id="x">X</h2><div class="embed"><h4>In it</h4></div>${b}<h3 id="y">Y</h3>${open}${close}`;
  expect(mdxRegionsFrom(html as Html, new Set()).levels).toEqual({ 1: 2, 2: 3, 3: 4 });
});
