import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { diagnostic } from '../../src/diagnostics/catalogue.ts';
import { buildSite } from '../../src/site.ts';
import { memorySite, memoryVault } from '../support/memory-vault.ts';

/** Findings of one code, as path, line and message. */
const findings = (code: string, files: Readonly<Record<string, string>>, config = {}) =>
  memorySite(files, config)
    .diagnostics.filter((finding) => finding.code === code)
    .map(({ path, line, message }) => [path, line, message]);

describe('embed-cycle', () => {
  test('a note that embeds itself, two that embed each other, and a circle of many', () => {
    expect(findings('embed-cycle', { 'a.md': 'x\n![[a]]' })).toEqual([['a.md', 2, '![[a]] embeds the note it stands in.']]);
    expect(findings('embed-cycle', { 'a.md': '![[b]]', 'b.md': '\n![[a#H]]\n# H' }).map(([path, line]) => [path, line])).toEqual([
      ['a.md', 1],
      ['b.md', 2],
    ]);
    const circle = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`n${i}.md`, `![[n${(i + 1) % 100}]]`]));
    expect(findings('embed-cycle', circle)).toHaveLength(100);
  });

  test('a note may show a part of itself in another place', () => {
    expect(findings('embed-cycle', { 'a.md': '![[#H]]\n\n![[#^x]]\n\n# H\n\ntext ^x\n\n# I' })).toEqual([]);
    expect(findings('embed-cycle', { 'a.md': '# H\n\n## I\n\n![[#H]]' })).toHaveLength(1);
  });

  test('links are no embeds, and an embed into a circle is no part of it', () => {
    expect(findings('embed-cycle', { 'a.md': '![[b]]', 'b.md': '[[a]]' })).toEqual([]);
    expect(findings('embed-cycle', { 'out.md': '![[a]]', 'a.md': '![[b]]', 'b.md': '![[a]]' }).map(([path]) => path)).toEqual([
      'a.md',
      'b.md',
    ]);
  });

  test('any web of embeds: reported are the embeds from which a way leads back', () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const files = Object.fromEntries(
          Array.from({ length: 8 }, (_, i) => [
            `n${i}.md`,
            edges.flatMap(([from, to]) => (from === i ? [`![[n${to}]]`] : [])).join('\n\n'),
          ]),
        );
        const reach = (from: number, goal: number, seen = new Set<number>()): boolean =>
          from === goal || edges.some(([a, b]) => a === from && !seen.has(b) && reach(b, goal, seen.add(b)));
        const expected = edges.filter(([from, to]) => reach(to, from)).map(([from]) => `n${from}.md`);
        expect(findings('embed-cycle', files).map(([path]) => path)).toEqual(expected.sort());
      }),
      { numRuns: 200 },
    );
  });
});

test('embed-depth: where a sixth level begins', () => {
  const chain = (length: number) =>
    Object.fromEntries(Array.from({ length: length + 1 }, (_, i) => [`n${i}.md`, i < length ? `![[n${i + 1}]]` : 'end']));
  expect(findings('embed-depth', chain(5))).toEqual([]);
  expect(findings('embed-depth', chain(6)).map(([path]) => path)).toEqual(['n0.md']);
  expect(findings('embed-depth', chain(8)).map(([path]) => path)).toEqual(['n2.md']);
});

describe('owner-ambiguous', () => {
  const meeting = (people: string, task: string) =>
    `---\ndate: 2026-01-02\naccount: Acme\nparticipants: [${people}]\n---\n- [ ] Call ${task}\n`;

  test('several people of the meeting, else of the account, whom a short name fits', () => {
    expect(findings('owner-ambiguous', { 'm.md': meeting('Tomas Lind, Tomas Berg', '@Tomas') })).toEqual([
      ['m.md', 6, '@Tomas could be Tomas Lind or Tomas Berg.'],
    ]);
    const files = { 'a.md': meeting('Tomas Lind', 'x'), 'b.md': meeting('Tomas Berg', 'x'), 'c.md': meeting('Ann Lee', '@Tomas') };
    expect(findings('owner-ambiguous', files)).toHaveLength(1);
  });

  test('not when one fits, when the name is full, known or nobody’s', () => {
    for (const task of ['@Ann', '@Myself', '@Zoe', 'nobody', '@Tomas.Berg']) {
      expect(findings('owner-ambiguous', { 'm.md': meeting('Tomas Lind, Tomas Berg, Ann Lee', task) })).toEqual([]);
    }
    const people = { 'Tomas Lind': ['Tomas'] };
    expect(findings('owner-ambiguous', { 'm.md': meeting('Tomas Lind, Tomas Berg', '@Tomas') }, { people })).toEqual([]);
  });
});

describe('asset-not-shipped', () => {
  test('scripts and documents that can run stay behind; their links are plain text', () => {
    const site = memorySite({
      'a.md': '[[p.js]] ![[r.xml]] [[s.xhtml]] [[t.svgz]] [[ok.pdf]] <iframe src="u.xht"></iframe>',
      ...Object.fromEntries(['p.js', 'r.xml', 's.xhtml', 't.svgz', 'u.xht', 'ok.pdf'].map((path) => [path, ''])),
    });
    expect([...site.graph.assets.keys()]).toEqual(['ok.pdf']);
    expect(site.diagnostics.filter(({ code }) => code === 'asset-not-shipped')).toHaveLength(5);
    const page = site.page('notes/a.html' as never);
    const html = page?.view.kind === 'note' ? String(page.view.body.html) : '';
    expect(html.match(/href="(?!#)[^"]*"/gu)).toEqual(['href="../files/ok.pdf"']);
    expect(html).toContain('<span class="unlinked">p.js</span>');
  });

  test('what raw HTML shows ships, is found as links are, and counts neither as link nor as embed', () => {
    const site = memorySite({
      'a.md':
        '<img src="x/pic.png"> <a href="raw%20text.txt">raw</a> <video poster="p.jpg"><source src="v.mp4"></video>\n\n<iframe src="w.html"></iframe> <img src="gone.png">\n\n' +
        '<template><img src="in-template.png"></template> <script src="s.js"></script> `<img src="in-code.png">` <!-- <img src="in-comment.png"> --> %%<img src="hidden.png">%%',
      'b.md': '---\nprivate: true\n---\n<img src="secret.png">',
      ...Object.fromEntries(
        [
          'x/pic.png',
          'raw text.txt',
          'p.jpg',
          'v.mp4',
          'w.html',
          's.js',
          'secret.png',
          'in-template.png',
          'in-code.png',
          'in-comment.png',
          'hidden.png',
        ].map((path) => [path, '']),
      ),
    });
    expect([...site.graph.assets.keys()]).toEqual(['p.jpg', 'raw text.txt', 'v.mp4', 'w.html', 'x/pic.png']);
    expect([site.graph.embeds, site.graph.links].map((map) => [...map.values()].flat().length)).toEqual([0, 0]);
    expect(site.diagnostics.filter(({ code }) => code === 'embed-missing').map(({ message }) => message)).toEqual([
      'gone.png leads to no file.',
    ]);
    const page = site.page('notes/a.html' as never);
    const html = page?.view.kind === 'note' ? String(page.view.body.html) : '';
    expect([...html.matchAll(/ (?:src|poster)="([^"]+)"/gu)].map((match) => match[1])).toEqual([
      '../files/pic.png',
      '../files/v.mp4',
      '../files/p.jpg',
      '../files/w.html',
    ]);
    expect(html).toMatch(/href="\.\.\/files\/raw-text[^"]*\.txt"/u);
  });

  test('attachments that no note of the scope shows have no address', () => {
    const site = memorySite({
      'a.md': '---\nsource_ref: raw.txt\n---\n[[x/pic.png]]',
      'b.md': '---\nprivate: true\n---\n[[y/pic.png]]',
      'x/pic.png': '',
      'y/pic.png': '',
      'raw.txt': '',
    });
    // A namesake that only a private note shows does not change the address.
    expect([...site.graph.assets.values()]).toEqual([{ path: 'x/pic.png', href: 'files/pic.png' }]);
    const page = site.page('notes/a.html' as never);
    expect(JSON.stringify(page?.view)).not.toContain('files/raw');
  });
});

describe('what a note shows in another form', () => {
  test('remote-image: one finding a note, none where config allows them', () => {
    const files = { 'a.md': '\n![x](https://e.org/1.png) ![y](https://e.org/2.png)', 'b.md': '[x](https://e.org/3.png)' };
    expect(findings('remote-image', files)).toEqual([['a.md', 2, 'https://e.org/1.png is shown as a link, and 1 more.']]);
    expect(findings('remote-image', files, { images: { ...defaultConfig.images, remote: true } })).toEqual([]);
  });

  test('raw-html-removed: elements that no page shows, in blocks and in lines', () => {
    expect(
      findings('raw-html-removed', {
        'a.md': 'x\n\n<iframe srcdoc="x"></iframe>\n\ny <iframe src="https://e.org"></iframe> <input> `<script>` %%<style>%%',
      }),
    ).toEqual([['a.md', 3, '<iframe> is left out of the page, and 1 more.']]);
    expect(findings('raw-html-removed', { 'a.md': '<div class="x">\n<b>y</b>\n</div>\n\na < b <br> <kbd>c</kbd>' })).toEqual([]);
  });
});

test('findings about names reach the command line, also those of notes; pages know only of the notes they show', () => {
  const vault = memoryVault({ 'Plan.md': 'x', 'plan.md': '---\nprivate: true\n---\n', 'odd.md': '[[Nowhere]]' });
  const twins = diagnostic('name-case-duplicate', { path: 'plan.md', line: null, message: 'Plan.md is the same name in another case.' });
  const site = buildSite({ ...vault, diagnostics: [twins, ...vault.notes.flatMap((note) => note.diagnostics)] }, defaultConfig);
  expect(site.diagnostics.map(({ code }) => code)).toEqual(['link-missing', 'name-case-duplicate', 'note-withheld']);
  const health = site.page('health.html' as never)?.view;
  expect(health?.kind === 'health' ? health.parts.flatMap(({ groups }) => groups.map(({ code }) => code)) : null).toEqual(['link-missing']);
});

test('name-shared: a bare name of several notes, unless one lies in the same folder or the path is given', () => {
  const files = {
    'a/Plan.md': '[[Plan]]',
    'b/Plan.md': 'x',
    'b/c.md': '[[Plan]] [[a/Plan]]',
    'd.md': '![[plan.md|p]] [[c]]',
    'e/f.md': '[[Plan]]',
  };
  expect(findings('name-shared', files)).toEqual([
    ['d.md', 1, '![[plan.md|p]] leads to a/Plan.md; b/Plan.md has the same name.'],
    ['e/f.md', 1, '[[Plan]] leads to a/Plan.md; b/Plan.md has the same name.'],
  ]);
});
