import { describe, expect, test } from 'vitest';
import { auditHtml } from '../support/audit-html.ts';
import { draw } from '../support/draw.ts';

const OTHER = [
  '# b',
  '',
  'The *price* is 42.[^1] ^price',
  '',
  '## Part',
  '',
  'In part. ![[c]]',
  '',
  '### Deeper',
  '',
  'Deep.',
  '',
  '## Other',
  '',
  '1. one',
  '2. two ^two',
  '\t- below',
  '3. three',
  '',
  '| t |',
  '|---|',
  '| cell |',
  '',
  '^table',
  '',
  '> [!tip] Called',
  '> out',
  '',
  '^called',
  '',
  '- [ ] task ^task',
  '',
  '[^1]: Before tax.',
].join('\n');
const shown = (text: string, more: Readonly<Record<string, string>> = {}): string => {
  const html = draw({ notes: { 'Note.md': text, 'b.md': OTHER, 'c.md': 'cc', ...more } });
  expect(auditHtml(html)).toEqual([]);
  return html;
};

describe('parts of notes', () => {
  test.each([
    ['![[b#Part]]', ['In part.', 'Deep.'], ['Other']],
    ['![[b#Part#Deeper]]', ['Deep.'], ['In part.']],
    ['![[b#^price]]', ['<em>price</em>', 'Before tax.'], ['Part']],
    ['![[b#^two]]', ['<ol start="2">', 'two', 'below'], ['one', 'three']],
    ['![[b#^table]]', ['<td>cell</td>'], ['three']],
    ['![[b#^called]]', ['class="callout tip"'], ['cell']],
    ['![[b#^task]]', ['task'], ['cell']],
  ])('%s', (text, present, absent) => {
    const html = shown(text);
    for (const words of present) expect(html).toContain(words);
    for (const words of absent) expect(html).not.toContain(words);
  });

  test('a heading that repeats the title is not shown below it', () => expect(shown('![[b#b]]')).not.toContain('<h2>b</h2>'));
  test('an empty note says so', () => expect(shown('![[e]]', { 'e.md': '# e\n' })).toContain('Nothing is written there yet.'));
  test('a note may show a part of itself elsewhere, but not around the place it stands in', () => {
    const html = shown('![[#Below]]\n\n# Below\n\nwords\n\n![[#Below]]');
    expect(html.match(/words/gu)).toHaveLength(2);
    expect(html.match(/not shown again inside itself/gu)).toHaveLength(2);
  });
  test('two parts that show each other end', () => {
    const html = shown('# A\n\n![[#B]]\n\n# B\n\n![[#A]]');
    expect(html.match(/class="embed"/gu)?.length).toBeLessThan(4);
  });
  test('frames nest, and the sixth level says why it is a link', () => {
    const chain = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`n${i}.md`, `text ${i}\n\n![[n${i + 1}]]`]));
    const html = shown('![[n0]]', { ...chain, 'n8.md': 'end' });
    expect(html.match(/class="embed"/gu)).toHaveLength(5);
    expect(html).toContain('too many embeds inside each other');
  });
});

describe('embeds in a line', () => {
  test('of one paragraph stand in it, with a mark that leads to its note', () => {
    expect(shown('It says: ![[b#^price]] so.')).toMatch(
      /^<p>It says: <span class="quoted">The <em>price<\/em> is 42\.<\/span><a class="from" href="b\.html#b-price" title="From b" aria-label="From b"><svg .*<\/svg><\/a> so\.<\/p>\n$/u,
    );
  });
  test('of more part the paragraph', () => {
    expect(shown('Before ![[b#Other]] after.')).toMatch(/^<p>Before <\/p>\n<div class="embed">[\s\S]*<\/div>\n<p> after\.<\/p>\n$/u);
    expect(shown('- Before ![[b#Other]] after.')).toContain('<div class="embed">');
  });
  test('in cells, headings and emphasis are links when they are of more than one paragraph', () => {
    for (const text of ['| a |\n|---|\n| ![[b#Other]] |', '## x ![[b#Other]]', '**x ![[b#Other]]**']) {
      expect(shown(text)).toContain('<a href="b.html#other">b &gt; Other</a>');
      expect(shown(text)).not.toContain('class="embed"');
    }
    expect(shown('| a |\n|---|\n| ![[b#^price]] |')).toContain('<td><span class="quoted">');
  });
  test('in links are their words', () => expect(shown('[see ![[b]] there](c.md)')).toBe('<p><a href="c.html">see b there</a></p>\n'));
  test('that are missing are told', () =>
    expect(shown('x ![[b#^none]] y')).toContain('<span class="hollow">No part called <b>^none</b> in'));
});

test('links to a page of a file keep it, and say it', () => {
  const html = draw({ notes: { 'Note.md': '[[d.pdf#page=3]] [[d.pdf#page=3|terms]] [[d.pdf]]' }, assets: ['d.pdf'] });
  expect(html).toContain('<a href="../files/d.pdf#page=3">d.pdf, page 3</a>');
  expect(html).toContain('<a href="../files/d.pdf#page=3">terms</a>');
  expect(html).toContain('<a href="../files/d.pdf">d.pdf</a>');
});
