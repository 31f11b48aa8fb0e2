import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { drawBlocks } from '../../src/render/draw.ts';
import { anyTarget } from '../support/any-target.ts';
import { shapeOf, underPolicy } from '../support/html-shape.ts';
import { plainHtml } from '../support/plain-html.ts';
import { describeShared } from '../support/shared.ts';
import { differing, listed, type SpecExample, specExamples } from '../support/specs.ts';
import { inlinesOf } from '../support/tree-parts.ts';

const examples = specExamples('commonmark-0.31.2');

describeShared('CommonMark 0.31.2', () => {
  test('all examples are there', () => expect(examples).toHaveLength(652));

  test.each(examples)('$number $section', ({ markdown, html }) => {
    expect(plainHtml(parseMarkdown(markdown, { bodyLine: 1, ofm: false, breaks: false }))).toBe(html);
  });
});

/** Where the drawing differs from the specification by more than `shapeOf` and `underPolicy` leave out. */
const DRAWN_OTHERWISE: Readonly<Record<number, string>> = {
  21: 'a link of raw HTML around nothing is left out',
  31: 'a link of raw HTML around nothing is left out',
  34: 'only languages of ASCII letters become a class',
  144: 'only languages of ASCII letters become a class',
  148: 'a table of raw HTML ends with its piece, so that Markdown behind a blank line is outside',
  156: 'a tag that is not finished is text, so that nothing behind it is lost',
  157: 'a tag that is not finished is text, so that nothing behind it is lost',
  158: 'a tag that is not finished is text, so that nothing behind it is lost',
  167: 'an element of text ends with its piece of raw HTML',
  190: 'a table of raw HTML ends with its piece',
  191: 'a table of raw HTML ends with its piece',
  300: 'in a tight list only a paragraph that stands first has no `p` around it',
  475: 'an image without words is named by its title',
  476: 'a link of raw HTML around nothing is left out',
  477: 'a link of raw HTML around nothing is left out',
  484: 'a link without words shows its target',
  487: 'a link without words and target shows its source',
  500: '`./` before a target with a colon, which would be a scheme',
  581: 'an image without words is named by its file',
  629: 'all of a CDATA section is left out, not only the start that HTML takes for a comment',
  630: 'a link of raw HTML around nothing is left out',
  631: 'a link of raw HTML around nothing is left out',
  642: 'a link of raw HTML around nothing is left out',
  643: 'a link of raw HTML around nothing is left out',
};

/** Code without the box, name and colours that pages give it. */
function withoutCodeFrames(html: string): string {
  return html.replace(/<div class="code">(?:<div class="code-head">.*?<\/div>)?(<pre.*?<\/pre>)<\/div>/gsu, (_, pre: string) =>
    pre.replace(/<span class="c-[a-z]">|<\/span>/gu, ''),
  );
}

function isDrawnOtherwise({ markdown, html }: SpecExample): boolean {
  const tree = parseMarkdown(markdown, { bodyLine: 1, ofm: false, breaks: false });
  // The page itself is an empty target.
  const drawn = drawBlocks(anyTarget(tree), tree.blocks).replaceAll('href="Note.html"', 'href=""');
  return shapeOf(withoutCodeFrames(drawn)) !== shapeOf(underPolicy(html));
}

describeShared('CommonMark as pages draw it, raw HTML under the sanitizer’s policy', () => {
  test('differs in the listed examples only', () => {
    expect(differing(examples, isDrawnOtherwise)).toEqual(listed(DRAWN_OTHERWISE));
  });
});

/** Where Obsidian's Markdown means something else. That single newlines break lines is counted apart. */
const READ_OTHERWISE: Readonly<Record<number, string>> = {
  64: '`#hashtag` is a tag',
  148: 'the newline before the raw HTML that ends the paragraph breaks the line too',
  173: 'an element that nothing closes does not take the rest of the note with it',
  177: 'comments are taken out first, so that Markdown behind one is read',
  200: 'a link without a target is its text',
  485: 'a link without a target is its text',
  486: 'a link without a target is its text',
  487: 'a link without a target is its text',
  548: '`[[foo]]` is a link to a note',
  559: '`[[*foo* bar]]` is a link to a note',
  567: 'a link without a target is its text',
  590: '`![[foo]]` is an embed, `[[foo]]` a link to a note',
  602: 'a bare address is a link',
  608: 'a bare address is a link',
  611: 'a bare address is a link',
  612: 'a bare mail address is a link',
};

function isReadOtherwise({ markdown, html }: SpecExample): boolean {
  return shapeOf(plainHtml(parseMarkdown(markdown, { bodyLine: 1 })), { breaks: 'space' }) !== shapeOf(html, { breaks: 'space' });
}

describeShared('CommonMark with Obsidian’s syntax', () => {
  test('is read otherwise in the listed examples only', () => {
    expect(differing(examples, isReadOtherwise)).toEqual(listed(READ_OTHERWISE));
  });

  test('every newline of a text is a break, but for those that entities stand for', () => {
    const written = examples.filter(({ markdown }) => !markdown.includes('&#10;'));
    const texts = written.flatMap(({ markdown }) => inlinesOf(parseMarkdown(markdown, { bodyLine: 1 }), 'text'));
    expect(texts.filter(({ value }) => value.includes('\n'))).toEqual([]);
  });
});
