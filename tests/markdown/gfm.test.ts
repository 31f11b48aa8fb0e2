import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { drawBlocks } from '../../src/render/draw.ts';
import { anyTarget } from '../support/any-target.ts';
import { shapeOf } from '../support/html-shape.ts';
import { plainHtml } from '../support/plain-html.ts';
import { describeShared } from '../support/shared.ts';
import { differing, listed, type SpecExample, specExamples } from '../support/specs.ts';

const examples = specExamples('gfm-extensions');

/**
 * Where Obsidian's Markdown is not GitHub's. Bare `www.` and mail addresses are links too: Obsidian's help says that it supports GitHub's Markdown
 * and leaves none of it out.
 */
const READ_OTHERWISE: Readonly<Record<number, string>> = {
  653: 'raw HTML is in the tree as written; drawing it takes out what GitHub escapes',
};

const DRAWN_OTHERWISE: Readonly<Record<number, string>> = {
  279: 'boxes are glyphs with a hidden word',
  280: 'boxes are glyphs with a hidden word',
  653: 'elements that GitHub escapes are left out, with a finding',
};

const parse = (markdown: string) => parseMarkdown(markdown, { bodyLine: 1, breaks: false });
const isReadOtherwise = ({ markdown, html }: SpecExample) => shapeOf(plainHtml(parse(markdown))) !== shapeOf(html);
const isDrawnOtherwise = ({ markdown, html }: SpecExample) => {
  const tree = parse(markdown);
  return shapeOf(drawBlocks(anyTarget(tree), tree.blocks, tree.footnotes)) !== shapeOf(html);
};

describeShared('the extensions of GitHub’s Markdown', () => {
  test('all examples are there', () => expect(examples).toHaveLength(24));
  test('are read otherwise in the listed examples only', () => {
    expect(differing(examples, isReadOtherwise)).toEqual(listed(READ_OTHERWISE));
  });
  test('are drawn otherwise in the listed examples only', () => {
    expect(differing(examples, isDrawnOtherwise)).toEqual(listed(DRAWN_OTHERWISE));
  });
});

test('one tilde strikes nothing out, unlike on GitHub', () => {
  expect(plainHtml(parse('~one~ ~~two~~'))).toBe('<p>~one~ <del>two</del></p>\n');
});
