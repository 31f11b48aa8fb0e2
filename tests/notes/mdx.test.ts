import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import type { PageUrl } from '../../src/graph/graph.ts';
import { recordFrom } from '../../src/search/record.ts';
import { loadMdxCompiler } from '../../src/vault/late-packages.ts';
import { memorySite } from '../support/memory-vault.ts';

const trusted = { mdx: { trusted: ['Reports/*.mdx'] } };
const meeting =
  '---\naccount: Acme\nparticipants: [Ann Bly]\ntags: [kick/off]\n---\n\nText of the kickoff.\n\n## Actions\n\n- [ ] Send it @Ann\n';
const vault = (files: Readonly<Record<string, string>>, config = {}) =>
  memorySite({ 'Deals/2026-01-02 - Kickoff.md': meeting, ...files }, { ...trusted, ...config });

/** Findings about MDX as `code path:line message (hint)`. */
const findings = (files: Readonly<Record<string, string>>) =>
  vault(files)
    .diagnostics.filter(({ code }) => code.startsWith('mdx-'))
    .map(({ code, path, line, message, hint }) => `${code} ${path}:${line} ${message} (${hint})`);

describe('a trusted page', () => {
  const page =
    '---\ntitle: The quarter\ntags: [report]\naccount: Acme\ndate: 2026-03-01\n---\n\n# The quarter\n\nSee [[2026-01-02 - Kickoff]] #deep <b>now</b>.\n\n## What is late\n\n<Actions />\n';

  test('is a page of its own with title, tags, account and links, never a meeting', () => {
    const { graph, plan } = vault({ 'Reports/Q1.mdx': page });
    const note = graph.notes.get('Reports/Q1.mdx' as never);
    expect(note).toMatchObject({ kind: 'note', type: 'page', title: 'The quarter', tags: ['deep', 'report'], date: '2026-03-01' });
    expect(graph.accountsOf.get('Reports/Q1.mdx' as never)).toEqual(['Acme']);
    expect(graph.asOf).toBe('2026-01-02');
    expect(graph.backlinks.get('Deals/2026-01-02 - Kickoff.md' as never)).toMatchObject([{ from: 'Reports/Q1.mdx', line: 10 }]);
    expect(plan.filter(({ note: path }) => path === 'Reports/Q1.mdx').map(({ url }) => url)).toEqual(['notes/q1.html']);
    expect(plan.map(({ url }) => url)).toContain('kinds/page.html');
  });

  test('can be linked to with its ending, as Obsidian wants it, and without', () => {
    const { graph } = vault({ 'Reports/Q1.mdx': page, 'a.md': '[[Q1.mdx]] [[Q1]] [[The quarter]] ![[Q1.mdx]]' });
    const links = graph.links.get('a.md' as never) ?? [];
    expect(links.map(({ to }) => [to.status, to.href])).toEqual([
      ['found', 'notes/q1.html'],
      ['healed', 'notes/q1.html'],
      ['healed', 'notes/q1.html'],
      ['found', 'notes/q1.html'],
    ]);
  });

  test('is a link where another note embeds it, since its program draws it for its own page', () => {
    const site = vault({ 'Reports/Q1.mdx': page, 'a.md': '![[Q1.mdx]]' });
    expect(site.page('notes/a.html' as PageUrl)?.view).toMatchObject({
      body: { html: expect.stringMatching(/<p class="embedded"><a href="q1\.html">[^<]*<\/a> <span class="why">a page with components/u) },
    });
  });

  test('is searched by its prose', () => {
    const site = vault({ 'Reports/Q1.mdx': page });
    const planned = site.plan.find(({ url }) => url === 'notes/q1.html');
    const html = planned && recordFrom(site, planned)?.html;
    expect(html).toContain('The quarter');
    expect(html).toContain('See 2026-01-02 - Kickoff');
    expect(html).not.toMatch(/Actions|[\u2063\u2064]/u);
  });

  test('has an outline and hands its prose and questions to its program', () => {
    const drawn = vault({ 'Reports/Q1.mdx': page }).page('notes/q1.html' as PageUrl);
    expect(drawn?.view).toMatchObject({ kind: 'note', body: { outline: [{ id: 'what-is-late' }], classes: ['mdx'] } });
    expect(drawn?.mdx?.regions[0]?.filter((part) => typeof part === 'number')).toHaveLength(2);
    expect(drawn?.mdx?.query.actions({}).rows).toHaveLength(1);
  });

  test.each(['publish: false', 'private: true', 'draft: yes'])('with %s is nowhere', (flag) => {
    const site = vault({ 'Reports/Q1.mdx': page.replace('title:', `${flag}\ntitle:`) });
    expect(site.mdx).toEqual([]);
    expect(site.plan.filter(({ note }) => note === 'Reports/Q1.mdx')).toEqual([]);
    expect(site.scope.excluded.map(({ path }) => path)).toEqual(['Reports/Q1.mdx']);
  });

  test('called index in the root is the text of the home page', () => {
    const site = vault({ 'index.mdx': 'Welcome to [[Acme]]. <Accounts />' }, { mdx: { trusted: ['/index.mdx'] } });
    expect(site.page('index.html' as PageUrl)).toMatchObject({ view: { intro: { classes: ['mdx'] } }, mdx: { path: 'index.mdx' } });
    const untrusted = vault({ 'index.mdx': 'Welcome' });
    expect(untrusted.page('index.html' as PageUrl)).toMatchObject({ view: { intro: null } });
  });

  test('its program depends on its file alone', () => {
    const [first] = vault({ 'Reports/Q1.mdx': page }).mdx;
    const [second] = vault({ 'Reports/Q1.mdx': page, 'More.md': '- [ ] More @Ann', 'Deals/2026-01-02 - Kickoff.md': 'other' }).mdx;
    expect(second?.program).toBe(first?.program);
  });
});

describe('MDX that no one trusts', () => {
  const files = { 'x.mdx': '---\ntitle: Sneaky\ntags: [t]\n---\n\nimport fs from "fs"\n\n{globalThis.pwned = 1}\n\n# [[Acme]]\n' };

  test('is a page that shows its text, with a remark, and is found by it', () => {
    const site = vault(files);
    expect(site.mdx).toEqual([]);
    const page = site.page('notes/x.html' as PageUrl);
    expect(page?.mdx).toBeUndefined();
    expect(page?.title).toBe('Sneaky');
    expect(page?.view.kind === 'note' && page.view.body.html).toMatch(
      /import fs from &quot;fs&quot;[\s\S]*\{globalThis\.pwned = 1\}[\s\S]*\[\[Acme\]\]/u,
    );
    expect(page?.view).toMatchObject({ body: { notices: [{ severity: 'warning' }] } });
    expect(site.graph.links.get('x.mdx' as never)).toEqual([]);
    const planned = site.plan.find(({ url }) => url === 'notes/x.html');
    expect(planned && recordFrom(site, planned)?.html).toContain('globalThis.pwned');
    expect(findings(files)).toEqual([expect.stringMatching(/^mdx-untrusted x\.mdx:null .*mdx\.trusted/u)]);
    expect(globalThis).not.toHaveProperty('pwned');
  });

  test('keeps itself out like any note', () => {
    expect(vault({ 'x.mdx': '---\npublish: false\n---\n\nText' }).scope.excluded).toEqual([{ path: 'x.mdx', rule: 'publish: false' }]);
  });
});

describe('findings', () => {
  const at = 'Reports/a.mdx';
  test.each([
    ['<Foo', /^mdx-syntax Reports\/a\.mdx:3 /u],
    ['import a from "a"', /^mdx-import Reports\/a\.mdx:3 /u],
    ['<Timeln account="Acme" />', /^mdx-component Reports\/a\.mdx:3 There is no component <Timeln>\. \(Did you mean <Timeline>\?\)/u],
    ['<Timeline acount="Acme" />', /^mdx-attribute Reports\/a\.mdx:3 .*no attribute acount\. \(Did you mean account\?\)/u],
    ['<Actions state="opne" />', /^mdx-attribute Reports\/a\.mdx:3 .*"opne" is not one of .*\(Did you mean open\?\)/u],
    ['<Actions due="soonish" />', /^mdx-attribute .*is not one of overdue/u],
    ['<Timeline since="1 March" />', /^mdx-attribute .*is not a date/u],
    ['<Timeline limit="0" />', /^mdx-attribute .*whole number/u],
    ['<Embed />', /^mdx-attribute .*which note/u],
    ['<Timeline account="Acm" />', /^mdx-value Reports\/a\.mdx:3 .*no account "Acm"\. \(Did you mean Acme\?\)/u],
    ['<Actions owner="Anna Bly" />', /^mdx-value .*no person "Anna Bly"\. \(Did you mean Ann Bly\?\)/u],
    ['<NoteList tag="kick/of" />', /^mdx-value .*no tag "kick\/of"\. \(Did you mean kick\/off\?\)/u],
    ['<NoteList folder="Deal" />', /^mdx-value .*no folder "Deal"\. \(Did you mean Deals\?\)/u],
    ['<NoteList kind="meting" />', /^mdx-value .*no kind of note "meting"\. \(Did you mean meeting\?\)/u],
    ['<Embed note="2026-01-02 - Kickof" />', /^mdx-value .*no note .*Kickof/u],
    ['<p style="color:red">x</p>', /^mdx-element Reports\/a\.mdx:3 .*style/u],
    ['<a href="other.md">x</a>', /^mdx-element .*Write \[\[other\.md\]\]/u],
    ['<script>{1}</script>', /^mdx-element .*no effect/u],
  ])('%s', (line, expected) => {
    expect(findings({ [at]: `Text\n\n${line}\n` })).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    '<Timeline account="acme" limit={3} since="2026-01-01" title="Met" />',
    '<Actions owner="Ann" state="closed" due="overdue" />',
    '<NoteList tag="#kick" folder="Deals/" kind="Meeting" />',
    '<Embed note="2026-01-02 - Kickoff#Actions" />',
    '<Timeline account={name} {...more} />',
    'export const Box = () => null\n\n<Box any="thing" />',
    '<a href="https://example.com/">x</a> <a href="#x">y</a>',
  ])('%s is sound', (line) => {
    expect(findings({ [at]: `${line}\n` })).toEqual([]);
  });

  test('a page that is no MDX shows its text and says why; others are not affected', () => {
    const site = vault({ [at]: '---\ntitle: Bad\n---\n\nText\n\n<Foo\n', 'Reports/b.mdx': '<Accounts />' });
    expect(site.mdx.map(({ path }) => path)).toEqual(['Reports/b.mdx']);
    expect(site.page('notes/a.html' as PageUrl)?.view).toMatchObject({
      body: { html: expect.stringContaining('&lt;Foo'), notices: [{ severity: 'error', text: expect.stringMatching(/^Line 7: /u) }] },
    });
  });

  test('names that rules keep out count as absent', () => {
    const files = { [at]: '<Timeline account="Hidden Ltd" />', 'h.md': '---\nprivate: true\ntype: customer\ntitle: Hidden Ltd\n---\n' };
    expect(findings(files)).toEqual([expect.stringMatching(/^mdx-value .*no account "Hidden Ltd"\./u)]);
  });
});

test('whatever is written, a page can be planned and drawn but for its program, and that can be compiled', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<',
      '>',
      '{',
      '}',
      '/',
      '<A',
      '</A>',
      '<b>',
      '</b>',
      '<Embed note="x"/>',
      '[[',
      ']]',
      '|',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      '`',
      '```',
      '{1}',
      '{1 // c\n}',
      '<Accounts limit={2 // c\n}/>',
      '{/* c */}',
      '\u2063',
      '\u20631s\u2064',
      '😀',
      'export const a = 1',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const site = memorySite({ 'a.mdx': pieces.join('') }, { mdx: { trusted: ['a.mdx'] } });
      const { mdx } = site;
      for (const { url } of site.plan) site.page(url);
      for (const { program } of mdx) expect(() => loadMdxCompiler().mdxToJs(program)).not.toThrow();
      expect(mdx.length === 1 || site.diagnostics.some(({ code }) => code === 'mdx-syntax' || code === 'mdx-import')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('without trusted pages nothing of MDX is loaded', () => {
  expect(memorySite({ 'a.md': 'Text' }, defaultConfig).mdx).toEqual([]);
});
