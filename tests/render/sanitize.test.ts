import { describe, expect, test } from 'vitest';
import { drawNote } from '../../src/render/draw.ts';
import { type FakeFiles, fakeContext, fakeGraph } from '../support/fake-graph.ts';

function draw(text: string): string {
  const files: FakeFiles = { notes: { 'Note.md': text, 'b.md': '# H' }, assets: ['p.png'] };
  const { note, treeOf } = fakeGraph(files);
  const context = fakeContext(files, 'Note.md');
  return drawNote(context, note('Note.md'), treeOf(context.from)).trim();
}

describe('raw HTML in a line', () => {
  test.each([
    ['a <b>b</b> <kbd>c</kbd><br>', '<p>a <b>b</b> <kbd>c</kbd><br></p>'],
    ['a <b onclick="x" style="y" data-z="q" class="center evil" id="main">b', '<p>a <b id="n-main" class="center">b</b></p>'],
    ['a </b></p></article> b', '<p>a  b</p>'],
    ['**<i>a** b</i>', '<p><strong><i>a</i></strong> b</p>'],
    ['a <script>x</script> b', '<p>a  b</p>'],
    ['use the <script> tag', '<p>use the  tag</p>'],
    ['a <div>b</div>', '<p>a b</p>'],
    ['<a href="javascript:x">a</a> <a href="b.md#H">b</a>', '<p>a <a href="b.html#h">b</a></p>'],
    ['[[b|x <a href="https://e.org">y</a>]]', '<p><a href="b.html">x y</a></p>'],
    [
      'x <img src="p.png" alt="A" width="9" onerror="y">',
      '<p>x <a class="picture" href="../files/p.png"><img src="../files/p.png" alt="A" width="9" loading="lazy" decoding="async"></a></p>',
    ],
    [
      'x <img src="https://e.org/t.gif" alt="A">',
      '<p>x <a class="elsewhere" href="https://e.org/t.gif" rel="noreferrer noopener"><svg class="i" aria-hidden="true"><use href="#i-picture"/></svg>A<span class="vh"> (Picture on e.org)</span></a></p>',
    ],
    ['x <img src="gone.png" alt="A">', '<p>x A</p>'],
  ])('%s', (text, html) => expect(draw(text)).toBe(html));
});

describe('raw HTML between blocks', () => {
  test('may hold Markdown, and closes where it was opened', () => {
    expect(draw('<details>\n<summary>S</summary>\n\n**a**\n\n</details>\n\nb')).toBe(
      '<details>\n<summary>S</summary>\n<p><strong>a</strong></p>\n</details>\n<p>b</p>',
    );
  });
  test('stays shallow, and what closes the left out elements closes no other', () => {
    const html = draw(`<div>${'<b>'.repeat(70)}x${'</b>'.repeat(70)}y</div>\n\nz`);
    expect(html).toBe(`<div>${'<b>'.repeat(59)}x${'</b>'.repeat(59)}y</div>\n<p>z</p>`);
  });
  test('shows a tag or comment that it does not finish as text', () => {
    expect(draw('<div>\na <b title="x\nc')).toBe('<div>\na &lt;b title=&quot;x\nc</div>');
    expect(draw('<div>\na <!-- b')).toBe('<div>\na &lt;!-- b</div>');
  });
  test('is closed at the end of its container', () => {
    expect(draw('> <div>\n> a\n\nb')).toBe('<blockquote>\n<div>\na\n</div></blockquote>\n<p>b</p>');
  });
  test('loses what goes with its content', () => {
    for (const name of [
      'script',
      'style',
      'iframe',
      'svg',
      'math',
      'textarea',
      'title',
      'noscript',
      'template',
      'xmp',
      'select',
      'object',
    ]) {
      expect(draw(`<${name}>gone</${name}>\n\nstays`)).not.toContain('gone');
      expect(draw(`<${name}>gone\n\nstays`).includes('<script')).toBe(false);
    }
  });
  test('keeps the text of elements it does not know', () =>
    expect(draw('<form action="x"><custom-thing>kept</custom-thing></form>')).toBe('kept'));
  test('headings never make a second title', () => expect(draw('<h1>a</h1>')).toBe('<h2>a</h2>'));
  test('parts of tables and lists only within one', () => expect(draw('<td>a</td><li>b</li>')).toBe('ab'));
});
