import { describe, expect, test } from 'vitest';
import type { Href, Resolution } from '../../src/graph/graph.ts';
import type { Task } from '../../src/notes/note.ts';
import { drawBlocks, drawInline, drawNote } from '../../src/render/draw.ts';
import type { DrawContext } from '../../src/render/drawing.ts';
import type { VaultPath } from '../../src/vault/vault.ts';
import { sharedCases } from '../support/cases.ts';
import { type FakeFiles, fakeContext, fakeGraph } from '../support/fake-graph.ts';
import { describeShared } from '../support/shared.ts';

function draw(files: FakeFiles | string, more: Partial<DrawContext> = {}): string {
  const own = typeof files === 'string' ? { notes: { 'Note.md': files } } : files;
  const [path = 'Note.md'] = Object.keys(own.notes);
  const { note, treeOf } = fakeGraph(own);
  const context = fakeContext(own, path, more);
  return drawNote(context, note(path), treeOf(context.from));
}

describe('links', () => {
  const healed: Resolution = {
    status: 'healed',
    via: 'source',
    target: 'b.md' as VaultPath,
    targetLine: null,
    subpathFound: true,
    href: 'notes/b.html' as Href,
    candidates: [],
  };
  const ambiguous: Resolution = { status: 'ambiguous', via: null, target: null, name: 'c', href: 'ghosts/c.html' as Href, candidates: [] };
  const derived: Resolution = { status: 'derived', via: null, target: null, name: 'd', href: 'people/d.html' as Href, candidates: [] };
  const files: FakeFiles = {
    notes: { 'Note.md': '[[a]] [[a#H|*x*]] [[b]] [[c]] [[d]] [[gone]] [[|odd]] [e](https://e.org/?a&b) [f](a.md)', 'a.md': '# H' },
    answers: { b: healed, c: ambiguous, d: derived },
  };

  test('say what they are, in class, title and words', () => {
    const html = draw(files);
    expect(html).toContain('<a href="a.html">a</a>');
    expect(html).toContain('<a href="a.html#h"><em>x</em></a>');
    expect(html).toMatch(
      /<a href="b\.html" class="healed" title="Mended link: found by [^"]+">b<span class="vh"> \(mended link\)<\/span><\/a>/u,
    );
    expect(html).toMatch(/<a href="\.\.\/ghosts\/c\.html" class="ghost" title="Several[^"]*">c<span class="vh"> \(several/u);
    expect(html).toContain('<a href="../people/d.html">d</a>');
    expect(html).toContain(
      '<a href="../ghosts/gone.html" class="ghost" title="No note yet">gone<span class="vh"> (no note yet)</span></a>',
    );
    expect(html).toContain('<span class="unlinked">|odd</span>');
    expect(html).toContain('<a href="https://e.org/?a&amp;b" rel="noreferrer noopener">e</a>');
    expect(html).toContain('<a href="a.html">f</a>');
  });

  test('tags lead to their pages whatever their case', () => {
    expect(draw({ notes: { 'Note.md': '#Some/Tag #none' }, tags: ['some/tag'] })).toContain(
      '<a class="tag" href="../tags/some/tag.html">Some/Tag</a> <span class="tag">none</span>',
    );
  });

  test('remote images are links unless allowed', () => {
    const text = '![a|20](https://x.org/a.png) ![v](https://www.youtube.com/watch?v=1)';
    expect(draw(text)).not.toContain('<img');
    const shown = draw(text, { remoteImages: true });
    expect(shown).toContain('<img src="https://x.org/a.png" alt="a" width="20"');
    expect(shown).toContain('<a class="elsewhere" href="https://www.youtube.com/watch?v=1"');
  });
});

describe('headings', () => {
  const levels = (html: string): string[] => [...html.matchAll(/<h(\d)/gu)].map((match) => match[1] ?? '');

  test('the one that repeats the title goes; ids and anchors are the note’s', () => {
    const html = draw('# Note\n\n## Key *Facts*');
    expect(html).toBe(
      '<h2 id="key-facts">Key <em>Facts</em><a class="anchor" href="#key-facts" aria-label="Link to Key Facts">#</a></h2>\n',
    );
  });
  test('one more of the first level moves the others down', () =>
    expect(levels(draw('# Note\n\n# A\n\n## B\n\n### C'))).toEqual(['2', '3', '4']));
  test('no level is left out', () => expect(levels(draw('### A\n\n##### B\n\n## C\n\n### D'))).toEqual(['2', '3', '2', '3']));
  test('in a callout they stand below the current one', () =>
    expect(levels(draw('## A\n\n> [!note]\n> # B\n\n## C'))).toEqual(['2', '3', '2']));
  test('text below another heading starts lower', () => expect(levels(draw('## A', { headingBase: 2 }))).toEqual(['3']));
});

describe('embeds', () => {
  const files = (text: string): FakeFiles => ({
    notes: { 'Note.md': text, 'b.md': '# b\n\ntop\n\n## Part\n\nin part\n\n### Deep\n\ndeep\n\n## Other\n\nother\n\n- one ^it\n- two' },
    assets: ['p.png', 's.mp3', 'v.mp4', 'd.pdf', 'c.canvas', 'z.zip'],
  });

  test('a whole note without its title, in a frame that names it', () => {
    const html = draw(files('![[b]]'));
    expect(html).toMatch(/^<div class="embed"><p class="of">From .*<a href="b\.html">b<\/a><\/p>/u);
    expect(html).toContain('<p>top</p>');
    expect(html).toContain('<h2>Part</h2>');
  });
  test('a heading up to the next one of its level', () => {
    const html = draw(files('![[b#Part]]'));
    expect(html).toContain('deep');
    expect(html).not.toContain('other');
    expect(html).not.toContain('top');
  });
  test('a block', () => {
    const html = draw(files('![[b#^it]]'));
    expect(html).toContain('one');
    expect(html).not.toContain('two');
  });
  test('what is missing leaves a gap that can be seen', () => {
    expect(draw(files('![[gone.png]]'))).toBe('<p class="hollow">No file called <b>gone.png</b> in the vault.</p>\n');
    expect(draw(files('![[Gone]]'))).toContain('No note called <b>Gone</b>');
    expect(draw(files('![Where it was](gone.png)'))).toContain('No file called <b>gone.png</b> in the vault: “Where it was”.');
    expect(draw(files('![[Gone#A#B]]'))).toContain('No note called <b>Gone</b> in the vault: “A &gt; B”.');
    expect(draw(files('![[b#None]]'))).toContain('<p class="hollow">No part called <b>None</b> in <a href="b.html">b</a>.</p>');
    expect(draw(files('x ![[gone.png]]'))).toContain('<span class="hollow">No file');
  });
  test('its links are resolved from its own note, seen from this page', () => {
    const own: FakeFiles = { notes: { 'Note.md': '![[sub/b]]', 'sub/b.md': '[[#H]]\n\n## H' } };
    expect(draw(own)).toContain('<a href="sub/b.html#h">H</a>');
  });
  test('ids never repeat', () => {
    const html = draw({
      notes: { 'Note.md': '![[b]]\n\n![[b]]\n\n# H\n\nx[^1] ^i\n\n[^1]: n', 'b.md': '# H\n\nx[^1] ^i\n\n- y\n\n[^1]: n' },
    });
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/ href="#((?!i-)[^"]+)"/gu)) expect(ids).toContain(target);
  });
  test('a ring ends in links, and a tree of them in a bounded page', () => {
    const notes = Object.fromEntries(
      Array.from({ length: 21 }, (_, i) => [`n${i}.md`, `text ${i}\n\n${`![[n${(i + 1) % 21}]]\n\n`.repeat(10)}`]),
    );
    expect(draw({ notes }).length).toBeLessThan(8_000_000);
    expect(draw({ notes: { 'a.md': '![[a]]' } })).toBe(
      '<p class="embedded"><a href="a.html">a</a> <span class="why">not shown again inside itself</span></p>\n',
    );
  });
});

interface EmbedCase {
  readonly name: string;
  readonly input: string;
  readonly from?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly expected: { readonly content: string };
}

describeShared('embed cases with files', () => {
  const text = (html: string): string =>
    html
      .replaceAll(/<p class="of">.*<\/p>|<span class="why">.*?<\/span>|<[^>]+>/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim();
  test.each(sharedCases<EmbedCase>('embeds').filter((row) => row.files !== undefined))(
    '$name',
    ({ input, files = {}, from = 'From.md', expected }) => {
      const notes = { [from]: input, ...Object.fromEntries(Object.entries(files).filter(([path]) => path !== from)) };
      const wanted = expected.content
        .replaceAll(/^(?:#+|-) |-> link to /gmu, '')
        .replaceAll(/\s+/gu, ' ')
        .trim();
      expect(text(draw({ notes }))).toBe(wanted);
    },
  );
});

describe('tasks', () => {
  const task = (more: Partial<Task>): Task => ({
    line: 1,
    marker: '-',
    status: ' ',
    state: 'open',
    description: 'do',
    text: 'do **it**',
    owner: null,
    due: null,
    scheduled: null,
    start: null,
    created: null,
    done: null,
    cancelled: null,
    priority: null,
    recurrence: null,
    id: null,
    dependsOn: [],
    onCompletion: null,
    tags: [],
    blockId: null,
    parentLine: null,
    ...more,
  });

  test('with fields are rows of actions', () => {
    const own = task({
      state: 'proposed',
      owner: 'Ann',
      due: '2026-03-17',
      priority: 'highest',
      recurrence: 'every week',
      tags: ['task', 'vip'],
    });
    const html = draw({
      notes: { 'Note.md': '- [?] do **it** @Ann 🔺 📅 2026-03-17 #vip' },
      tasks: { 'Note.md': [own] },
      people: ['Ann'],
      tags: ['vip'],
    });
    expect(html).toContain(
      '<li class="action proposed" id="l-1"><svg class="i" aria-hidden="true"><use href="#i-ask"/></svg><p class="what">do <strong>it</strong> <span class="rank highest">',
    );
    expect(html).toContain('<span class="due" data-due="2026-03-17"><time datetime="2026-03-17">2026-03-17</time></span>');
    expect(html).toContain('<a class="person" href="../people/Ann.html">Ann</a>');
    expect(html).toContain(
      '<p class="meta"><span>Proposed</span><span>Repeats every week</span><span><a class="tag" href="../tags/vip.html">vip</a></span></p>',
    );
  });
  test('without fields are boxes whose state is said in words', () => {
    const html = draw('- [ ] a\n- [/] b\n- [x] c\n- [-] d\n- [?] e\n- f');
    expect(
      [...html.matchAll(/<use href="#i-(\w+)"\/><\/svg><span class="vh">([^<]+): <\/span>(\w)/gu)].map((match) => match.slice(1)),
    ).toEqual([
      ['open', 'Open', 'a'],
      ['half', 'In progress', 'b'],
      ['done', 'Done', 'c'],
      ['off', 'Cancelled', 'd'],
      ['ask', 'Proposed', 'e'],
    ]);
  });
  test('keep the lines and lists below them', () => {
    const html = draw({ notes: { 'Note.md': '- [ ] do\n  more\n  - [x] under' }, tasks: { 'Note.md': [task({ due: '2026-01-02' })] } });
    expect(html).toContain('do <strong>it</strong><br>\nmore');
    expect(html).toMatch(/<div class="under"><ul class="boxes">/u);
  });
  test('keep text that stands below the box, or in code and emphasis over lines', () => {
    const html = (text: string, own: Task) => draw({ notes: { 'Note.md': text }, tasks: { 'Note.md': [own] } });
    expect(html('- [ ]\n  below', task({ text: '' }))).toContain('below');
    expect(html('- [ ] do `a\n  b` c', task({ text: 'do `a' }))).toContain('do <code>a b</code> c');
    expect(html('- [ ] do **a\n  b** c', task({ text: 'do **a' }))).toContain('<strong>a<br>\nb</strong> c');
  });
});

describe('footnotes', () => {
  test('with a label that is taken are shown all the same', () => {
    const html = draw('a[^b]\n\n[^b]: first\n[^b]: second\n[^B]: third');
    expect(html).toMatch(/<li id="fn-b">first .*<\/li>\n<li id="fn-b\.2">second<\/li>\n<li id="fn-b\.3">third<\/li>/u);
  });
  test('are numbered by their marks, drawn once, and lead back', () => {
    const html = draw('a[^b] c[^a] d[^b] ^[in place]\n\n[^a]: A\n[^b]: B[^a]');
    expect([...html.matchAll(/aria-label="Footnote (\d)"/gu)].map((match) => match[1])).toEqual(['1', '2', '1', '3', '2']);
    expect(html).toMatch(/<ol class="notes">\n<li id="fn-b">B<sup>.*<\/sup> <a href="#fnref-b"[^>]*>back<\/a><\/li>\n<li id="fn-a">A /u);
  });
  test('a ring of them ends', () => expect(draw('a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]').match(/<li id="fn-/gu)).toHaveLength(2));
  test('unmarked ones are not lost', () => expect(draw('a\n\n[^1]: alone')).toContain('<li id="fn-1">alone</li>'));
  test('single lines have none', () =>
    expect(drawInline(fakeContext({ notes: {} }, 'Note.md'), 'a[^1] b^[c]')).toBe('a b <span class="aside">(c)</span>'));
});

describe('code and tables', () => {
  test('a diagram keeps its source readable', () =>
    expect(draw('```mermaid\na-->b\n```')).toBe('<figure class="diagram"><pre class="mermaid" tabindex="0">a--&gt;b\n</pre></figure>\n'));
  test('alignment by classes', () => {
    expect(draw('| a | b |\n|:-:|--:|\n| 1 | 2 |')).toBe(
      '<table class="table"><thead><tr><th scope="col" class="center">a</th><th scope="col" class="num">b</th></tr></thead><tbody>\n<tr><td class="center">1</td><td class="num">2</td></tr>\n</tbody></table>\n',
    );
  });
  test('wide tables can be scrolled', () =>
    expect(draw(`| ${'long head | '.repeat(9)}\n|${'--|'.repeat(9)}`)).toMatch(
      /^<section class="scroll" tabindex="0" aria-label="Table: long head/u,
    ));
});

test('parts of a note bring their own footnotes', () => {
  const files = { notes: { 'Note.md': 'a[^1]\n\nb[^2]\n\n[^1]: A\n[^2]: B' } };
  const { treeOf } = fakeGraph(files);
  const tree = treeOf('Note.md' as VaultPath);
  const html = drawBlocks(fakeContext(files, 'Note.md'), tree.blocks.slice(1), tree.footnotes);
  expect(html).toContain('B <a');
  expect(html).not.toContain('A <a');
});
