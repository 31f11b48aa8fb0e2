import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { plainHtml } from '../support/plain-html.ts';
import { describeShared, hasShared, sharedPath } from '../support/shared.ts';

interface Example {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

const examples: readonly Example[] = hasShared ? JSON.parse(readFileSync(sharedPath('specs/commonmark-0.31.2.json'), 'utf8')) : [];

const EXCEPTIONS: Readonly<Record<number, string>> = {
  507: 'a no-break space in a target is a space in Obsidian, so the tree does not keep it',
};

describeShared('CommonMark 0.31.2', () => {
  test('all examples are there', () => expect(examples).toHaveLength(652));

  test.each(examples.filter((example) => !(example.number in EXCEPTIONS)))('$number $section', ({ markdown, html }) => {
    expect(plainHtml(parseMarkdown(markdown, { bodyLine: 1, ofm: false, breaks: false }))).toBe(html);
  });
});
