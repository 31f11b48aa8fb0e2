import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { recordFrom } from '../../src/search/record.ts';
import type { Site } from '../../src/site.ts';
import type { CanvasView } from '../../src/views/document-view.ts';
import { auditHtml } from '../support/audit-html.ts';
import { memorySite } from '../support/memory-vault.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

const at = (x: number, y: number, width = 200, height = 100) => ({ x, y, width, height });
const text = (id: string, words: string, more: object = {}) => ({ id, type: 'text', ...at(0, 0), text: words, ...more });
const file = (id: string, path: string, more: object = {}) => ({ id, type: 'file', ...at(0, 0), file: path, ...more });
const canvas = (nodes: readonly object[], edges: readonly object[] = []) => JSON.stringify({ nodes, edges });

function viewOf(site: Site, url: string): CanvasView {
  const page = site.page(url as never);
  if (page?.view.kind !== 'canvas') throw new Error(`${url}: no canvas`);
  return page.view;
}

/** The text of finished HTML. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]*>/gu, '')
    .replace(/&(lt|gt|amp|quot|#39);/gu, (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" })[name as string] ?? '');

const drawingOf = (files: Readonly<Record<string, string>>, config: Partial<Config> = {}): string =>
  viewOf(memorySite(files, config), 'files/plan.html').drawing ?? '';

describe('the page of a canvas', () => {
  const site = memorySite({
    'Maps/Plan.canvas': canvas(
      [
        { id: 'g', type: 'group', ...at(-50, -50, 900, 400), label: 'First <steps>', color: '4' },
        text(
          't',
          '# Head\n\n[[Note|the note]], [[Sub/Other]] [[nowhere]] **bold** $x$\n\n> [!tip] Hint\n> said\n\n- [ ] do it @Ann 📅 2026-01-05\n\nx[^1]\n\n[^1]: foot',
          { color: '#ff8800' },
        ),
        file('n', 'Note.md', at(300, 0)),
        file('p', 'Note.md', { ...at(300, 200), subpath: '#Part' }),
        file('i', 'pics/a b.png', at(600, 0)),
        file('d', 'doc.pdf', at(600, 200)),
        { id: 'l', type: 'link', ...at(1000, 0), url: 'https://example.org/a?b&c' },
        { id: 'u', type: 'link', ...at(1000, 200), url: 'javascript:alert(1)' },
      ],
      [
        { fromNode: 't', toNode: 'n', label: 'so it is' },
        { fromNode: 'n', toNode: 'l', toEnd: 'none', fromSide: 'right', toSide: 'left' },
        { fromNode: 'i', toNode: 'd', fromEnd: 'arrow', color: '2' },
        { fromNode: 'd', toNode: 'u', fromEnd: 'arrow', toEnd: 'none' },
      ],
    ),
    'Note.md': 'whole text of it\n\n## Part\n\nonly the part\n\n![[Plan.canvas]]',
    'Maps/Sub/Other.md': 'See [[Plan.canvas|the map]] for more.',
    'pics/a b.png': 'x',
    'doc.pdf': 'x',
    'unused.png': 'x',
  });
  const view = viewOf(site, 'files/plan.html');
  const drawing = view.drawing ?? '';
  const list = view.list ?? '';

  test('draws text cards as notes are drawn, with links from its own place', () => {
    expect(drawing).toContain('<a href="../notes/note.html">the note</a>');
    expect(drawing).toContain('<a href="../notes/other.html">Sub/Other</a>');
    expect(drawing).toContain('<span class="unlinked">nowhere</span>');
    expect(drawing).toMatch(/class="callout tip"/u);
    expect(drawing).toContain('2026');
    expect(drawing).toContain('foot');
    expect(drawing).toMatch(/<g class="item text toned" color="#ff8800"><rect x="0" y="0" width="200" height="100" rx="8"\/>/u);
  });
  test('draws file cards by what they are', () => {
    expect(drawing).toContain('whole text of it');
    expect(drawing.match(/only the part/gu)).toHaveLength(2);
    expect(drawing).toMatch(/<img src="a-b\.png" alt="a b"/u);
    expect(drawing).toMatch(/<a href="doc\.pdf">doc\.pdf<\/a> <span class="count">PDF<\/span>/u);
    expect([...site.graph.assets.keys()].sort()).toEqual(['doc.pdf', 'pics/a b.png']);
  });
  test('links to the web only where that is safe', () => {
    expect(drawing).toContain('<a href="https://example.org/a?b&amp;c" rel="noreferrer noopener">example.org</a>');
    expect(drawing).toContain('javascript:alert(1)');
    expect(drawing).not.toContain('href="javascript');
  });
  test('stacks groups, lines, cards and labels', () => {
    const order = ['class="item group', 'class="line', 'class="item text', 'class="item file', 'class="said'].map((part) =>
      drawing.indexOf(part),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(drawing.match(/class="tip"/gu)).toHaveLength(4);
    expect(drawing).toContain('First &lt;steps&gt;');
  });
  test('says all of it again in words', () => {
    expect(list).toContain('<p class="of">Group <b>First &lt;steps&gt;</b></p>');
    expect(wordsOf(list)).toContain('leads to Note (so it is)');
    expect(wordsOf(list)).toContain('is joined to example.org');
    expect(wordsOf(list)).toContain('leads both ways, to and from doc.pdf');
    expect(list).toMatch(/id="card-8"(?:(?!id="card-).)*leads to <a href="#card-6">doc\.pdf/su);
    expect(wordsOf(list)).toContain('Hint');
  });
  test('holds nothing but markup of ours', () => expect(auditHtml(drawing + list)).toEqual([]));
  test('knows the notes on it, and they know of it', () => {
    expect(view).toMatchObject({ counts: { cards: 7, groups: 1, lines: 4 }, notes: [{ text: 'Note', href: 'notes/note.html' }] });
    const note = site.page('notes/note.html' as never)?.view;
    expect(note).toMatchObject({ body: { canvases: [{ text: 'Plan', href: 'files/plan.html' }] } });
  });
  test('has the backlinks of notes that name it; its own links are none', () => {
    expect(view.backlinks.map(({ title }) => title).sort()).toEqual(['Note', 'Other']);
    expect(site.graph.backlinks.get('Note.md' as never)).toBeUndefined();
    expect(site.graph.ghosts).toEqual([]);
  });
  test('is drawn in a note that embeds it, the note itself as a link', () => {
    const page = site.page('notes/note.html' as never)?.view;
    const html = page?.kind === 'note' ? String(page.body.html) : '';
    expect(html).toMatch(/<div class="embed drawn"><p class="of">Canvas .*<a href="\.\.\/files\/plan\.html">/u);
    expect(html).toContain('class="plane"');
    expect(html.match(/whole text of it/gu)).toHaveLength(1);
    expect(auditHtml(html)).toEqual([]);
  });
  test('stands in its folder, among the findable, with the way down to it', () => {
    expect(site.page('browse/maps.html' as never)?.view).toMatchObject({
      documents: [{ text: 'Plan', href: 'files/plan.html', kind: 'canvas', detail: '7 cards' }],
    });
    expect(site.page('files/plan.html' as never)).toMatchObject({ title: 'Plan', crumbs: [{ text: 'Browse' }, { text: 'Maps' }] });
    const planned = site.plan.find(({ kind }) => kind === 'canvas');
    const record = planned === undefined ? null : recordFrom(site, planned);
    expect(record).toMatchObject({ kind: 'canvas', url: 'files/plan.html' });
    for (const words of ['First &lt;steps&gt;', 'the note', 'so it is', 'do it']) expect(record?.html).toContain(words);
  });
});

describe('a card whose note is kept out', () => {
  const plan = canvas([file('a', 'Secret.md'), file('b', 'Secret.md', { subpath: '#Part' }), text('t', '[[Secret]] ![[Secret]]')]);
  const open = { 'Plan.canvas': plan, 'Open.md': 'x' };
  const without = memorySite(open);
  const within = memorySite({ ...open, 'Secret.md': '---\nprivate: true\n---\n\n## Part\n\nhidden' });

  test('looks like one whose note is not there', () => {
    expect(within.page('files/plan.html' as never)).toEqual(without.page('files/plan.html' as never));
    expect(viewOf(within, 'files/plan.html').drawing).toContain('No note called <b>Secret.md</b> in the vault.');
    expect(within.plan).toEqual(without.plan);
  });
});

describe('which canvases there are', () => {
  const files = {
    'Plan.canvas': canvas([text('t', 'hi')]),
    'X/Other.canvas': canvas([file('p', 'Plan.canvas')]),
    'Note.md': '---\npublish: true\n---\n![[Plan.canvas]] [[Other.canvas]]',
  };
  const urls = (site: Site) => site.plan.filter(({ kind }) => kind === 'canvas').map(({ url }) => url);
  const publish = { exclude: [], tags: [], requirePublish: false };

  test('all of them', () => expect(urls(memorySite(files))).toEqual(['files/other.html', 'files/plan.html']));
  test('none that is excluded, and then no link tells of it', () => {
    const site = memorySite(files, { publish: { ...publish, exclude: ['X/**'] } });
    expect(urls(site)).toEqual(['files/plan.html']);
    expect(site.scope.excluded).toEqual([{ path: 'X/Other.canvas', rule: 'exclude' }]);
    const gone = memorySite({ 'Plan.canvas': files['Plan.canvas'], 'Note.md': files['Note.md'] });
    expect(site.page('notes/note.html' as never)?.view).toEqual(gone.page('notes/note.html' as never)?.view);
  });
  test('those that published notes lead to, where notes must say that they are', () => {
    const config = { publish: { ...publish, requirePublish: true } };
    expect(urls(memorySite(files, config))).toEqual(['files/other.html', 'files/plan.html']);
    const less = { ...files, 'Note.md': '---\npublish: true\n---\n[[Other.canvas]]' };
    const site = memorySite(less, config);
    expect(urls(site)).toEqual(['files/other.html']);
    expect(viewOf(site, 'files/other.html').drawing).toContain('No file called <b>Plan.canvas</b> in the vault.');
  });
  test('each at an address of its own, whatever else is called so', () => {
    const site = memorySite({ 'a/Plan.canvas': '', 'b/plan.canvas': '', 'Plan.base': '', 'plan.html': '<p>x', 'Note.md': '[[plan.html]]' });
    const all = [...site.plan.map(({ url }) => String(url)), ...[...site.graph.assets.values()].map(({ href }) => String(href))];
    expect(new Set(all.map((url) => url.toLowerCase())).size).toBe(all.length);
    expect(all.filter((url) => url.startsWith('files/'))).toHaveLength(4);
  });
});

test('what can not be read has a page that shows its text', () => {
  const site = memorySite({ 'Plan.canvas': '{"nodes": [\n</script>' });
  expect(viewOf(site, 'files/plan.html')).toMatchObject({
    drawing: null,
    problem: 'it is not valid JSON',
    source: '{"nodes": [\n</script>',
  });
  expect(site.diagnostics).toMatchObject([{ code: 'canvas-unreadable', path: 'Plan.canvas', line: 2 }]);
});

test('findings about cards: files that are not there, parts that are not, texts', () => {
  const site = memorySite({
    'Plan.canvas': `{"nodes":[\n${JSON.stringify(file('a', 'gone.png'))},\n${JSON.stringify(file('b', 'Note.md', { subpath: '#No' }))},\n${JSON.stringify(text('c', '[[lost]] <script>x</script>'))}\n]}`,
    'Note.md': 'x',
  });
  expect(site.diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual([
    'embed-missing 2',
    'subpath-missing 3',
    'link-missing 4',
    'raw-html-removed 4',
  ]);
});

test('lines avoid what they join: they leave and enter square to the nearest sides', () => {
  const drawing = drawingOf({
    'Plan.canvas': canvas(
      [text('a', 'a'), text('b', 'b', at(0, 300)), text('c', 'c', at(600, 0))],
      [
        { fromNode: 'a', toNode: 'b' },
        { fromNode: 'a', toNode: 'c', toEnd: 'none' },
      ],
    ),
  });
  expect(drawing).toContain('d="M100 100C100 200 100 200 100 288"');
  expect(drawing).toContain('d="M200 50C380 50 420 50 600 50"');
});

describe('any canvas', () => {
  const word = fc.integer({ min: 0, max: 999 }).map((n) => `w${n}w`);
  const markdown = fc
    .array(
      fc.oneof(
        word,
        fc.constantFrom(
          '# ',
          '- [ ] ',
          '> [!note] ',
          '**',
          '[[Note]]',
          '![[Note]]',
          '![[Plan.canvas]]',
          '[^1]',
          '^[x]',
          '\n',
          '|a|b|\n|-|-|\n',
          '<b>',
          '</div>',
          '$x',
          '<svg>',
          '#tag',
          '"',
        ),
      ),
    )
    .map((parts) => parts.join(' '));
  const number = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom(1e12, -1e12, 0.5, 'x', null));
  const node = fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c', 'd', ''),
      type: fc.constantFrom('text', 'text', 'file', 'link', 'group', 'odd'),
      x: number,
      y: number,
      width: number,
      height: number,
      color: fc.constantFrom('1', '6', '7', '#abc', '#zzz', '#123456" onload="x', null),
      text: markdown,
      file: fc.constantFrom('Note.md', 'Sub/Deep.md', 'gone.md', 'p.png', 'Plan.canvas', '../../x', '', '/'),
      subpath: fc.constantFrom('', '#Part', '#^b', 'odd'),
      url: fc.constantFrom('https://x.org/"a', 'javascript:x', 'data:text/html,x', '//x.org', 'x', ''),
      label: markdown,
      background: fc.constantFrom('p.png', 'gone.png', 'Note.md', ''),
      backgroundStyle: fc.constantFrom('cover', 'ratio', 'repeat', 'odd'),
    },
    { requiredKeys: ['id', 'type'] },
  );
  const edge = fc.record({
    fromNode: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    toNode: fc.constantFrom('a', 'b', 'c', 'd', 7),
    fromSide: fc.constantFrom('top', 'left', 'odd', undefined),
    toEnd: fc.constantFrom('none', 'arrow', 'odd', undefined),
    fromEnd: fc.constantFrom('none', 'arrow', undefined),
    label: markdown,
    color: fc.constantFrom('3', '#fff"', undefined),
  });

  test(
    'is drawn, with every word of every card, in sound markup',
    () =>
      fc.assert(
        fc.property(fc.array(node, { maxLength: 6 }), fc.array(edge, { maxLength: 5 }), (nodes, edges) => {
          const site = memorySite({
            'Plan.canvas': canvas(nodes, edges),
            'Note.md': '## Part\n\nin part ^b\n\n![[Plan.canvas]]',
            'Sub/Deep.md': '![[Note]]',
            'p.png': 'x',
          });
          const view = viewOf(site, 'files/plan.html');
          const read = site.graph.documents.get('Plan.canvas' as never);
          if (read?.kind !== 'canvas') throw new Error('no canvas');
          for (const html of [view.drawing ?? '', view.list ?? '']) {
            const shown = wordsOf(html);
            for (const card of read.nodes) {
              const words = card.kind === 'text' ? card.text : card.kind === 'group' ? card.label : '';
              for (const [wanted] of words.matchAll(/w\d+w/gu)) expect(shown).toContain(wanted);
            }
            for (const line of read.edges) for (const [wanted] of line.label.matchAll(/w\d+w/gu)) expect(shown).toContain(wanted);
          }
          expect(auditHtml((view.drawing ?? '') + (view.list ?? ''))).toEqual([]);
          const note = site.page('notes/note.html' as never)?.view;
          if (note?.kind === 'note') expect(auditHtml(note.body.html)).toEqual([]);
          expect(viewOf(site, 'files/plan.html')).toEqual(view);
        }),
        { numRuns: 60 },
      ),
    30_000,
  );
});

describeShared('the sample of the format', () => {
  test('is drawn whole', () => {
    const site = memorySite({
      'Plan.canvas': readFileSync(sharedPath('specs/jsoncanvas-sample.canvas'), 'utf8'),
      'readme.md': '# JSON Canvas\n\nAn open file format.',
      'spec/1.0.md': '# Spec',
      '_site/logo.svg': '<svg/>',
    });
    const view = viewOf(site, 'files/plan.html');
    expect(view.counts).toEqual({ cards: 4, groups: 1, lines: 1 });
    expect(wordsOf(view.drawing ?? '')).toContain('An open file format.');
    expect(auditHtml((view.drawing ?? '') + (view.list ?? ''))).toEqual([]);
  });
});
