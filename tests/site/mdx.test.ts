import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildVault, projectRoot, runCli, startCli } from '../support/cli.ts';
import { crawl } from '../support/crawl.ts';
import { faultsOfHtml } from '../support/html-valid.ts';
import { makeTempDir, readTree, tempDir, writeFiles } from '../support/temp.ts';

const KICKOFF = `---
account: Acme
participants: [Ann Bly, Bo Cole]
tags: [kick/off]
---

We met and agreed on the plan, which is long enough to be told.

## Decisions

- We go with [[Plan B]].

## Actions

- [ ] Send the sheet @Ann 📅 2026-01-20
- [x] Book the room @Bo 📅 2026-01-03
`;

const ALL = `---
title: All components
tags: [report]
---

export const n = 40;
export const Box = ({ children }) => <section className="box">{children}</section>;

See [[2026-01-02 - Kickoff|the kickoff]] and <em>[[Plan B]]</em>: {n + 2} of {frontmatter.title}, {props.query.actions({}).total} open.{/* gone */}

<Accounts title="Accounts here" />

## Meetings

<Timeline account="Acme" limit={1} />

<Box>
    Indented **prose** with #inside and

    <Actions owner="Ann" state="open" />
</Box>

> [!note] Told in a callout
>
> <Decisions account="Acme" />

- <NoteList folder="Deals" />

<Embed note="2026-01-02 - Kickoff#Decisions" />

<Timeline account="Nobody Ltd" /> 

<Actions state="cancelled" />

{['one', 'two'].map((word) => <Actions title={word} account="Acme" state="done" />)}

| a | b |
|---|---|
| {n * 2} | \`{code}\` |
`;

const FILES = {
  'dossier.yaml': 'mdx:\n  trusted: [Reports/*.mdx, index.mdx]\n',
  'Deals/2026-01-02 - Kickoff.md': KICKOFF,
  'Deals/2026-01-09 - Follow up.md': '---\naccount: Acme\n---\n\nA second meeting.\n',
  'index.mdx': 'Welcome. <Actions due="overdue" />\n\n<Accounts />\n',
  'Reports/All.mdx': ALL,
  'Reports/Thrower.mdx': '---\ntitle: Thrower\n---\n\n{nowhere.x}\n',
  'Reports/Early.mdx': '---\ntitle: Early\n---\n\nText\n\nexport const fine = 1;\nexport const early = nowhere.x;\n\n{fine}\n',
  'Reports/Late.mdx': `---\ntitle: Late\n---

export const Box = ({ rows }) => <p>{rows.map((row) => row.x)}</p>;

Text {1 + 1}

<Box
  rows={[]}
/>

- An item with

  {(() => {
    throw 'no error';
  })()}

<Box />
`,
  'Reports/Box.mdx':
    '---\ntitle: Box\n---\n\nexport const Box = ({ rows }) => <p>{rows.map((row) => row.x)}</p>;\n\n<Box />\n\nText {1 + 1}\n',
  'Reports/Lazy.mdx': `---\ntitle: Lazy\n---

export const one = (x) => x;
export const two = (x) => {
  return x.y.z;
};

Text {1 + 1} and {two(one(1))}
`,
  'Reports/Loads.mdx': '---\ntitle: Loads\n---\n\nText {(await import("node:fs")).x}\n',
  'Reports/Loud.mdx': `---\ntitle: Loud\n---

<span onclick="alert(1)" style={{ color: 'red' }} className="x">kept</span>, <a href="javascript:alert(2)">link</a>

<Box {...{ onmouseover: 'alert(3)' }}>more</Box>

<script>alert(4)</script>

export const Box = (props) => <b {...props} />;

<Embed note="2026-01-02 - Kickoff" />
`,
  'Reports/Clash.mdx': '---\ntitle: Clash\n---\n\nexport const _Region = 1;\n\n<Accounts />\n',
  'Reports/Bad.mdx': '---\ntitle: Bad\n---\n\n<Foo\n',
  'Reports/Hidden.mdx': '---\npublish: false\n---\n\nquagga <Accounts />\n',
  'Untrusted.mdx': "import fs from 'fs'\n\nexport const x = fs.writeFileSync('/tmp/pwned-by-mdx', '1')\n\n{globalThis.pwned = 1}\n",
};

describe('a site with MDX pages', () => {
  const dir = makeTempDir();
  const vault = path.join(dir, 'vault');
  const env = { XDG_CACHE_HOME: path.join(dir, 'cache') };
  const compiled = () => fs.readdirSync(path.join(dir, 'cache', 'dossier', 'mdx')).sort();
  let pages: Readonly<Record<string, string>>;
  let report: Record<string, unknown>;

  beforeAll(() => {
    writeFiles(vault, FILES);
    report = buildVault(vault, path.join(dir, 'site'), ['--no-search'], { env });
    pages = readTree(path.join(dir, 'site'));
  });
  afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

  const pageText = (url: string) => Buffer.from(pages[url] ?? '', 'latin1').toString();
  const article = (url: string) => /<article[\s\S]*<\/article>/u.exec(pageText(url))?.[0] ?? '';

  test('shows every component, expression and piece of prose', () => {
    const text = article('notes/all.html');
    expect(text).toMatch(/<a href="\.\.\/meetings\/2026-01-02-kickoff\.html">the kickoff<\/a> and <em><a [^>]*class="ghost"[^>]*>Plan B/u);
    expect(text).toContain(': 42 of All components, 1 open.</p>');
    expect(text).toMatch(/<h2>Accounts here<\/h2><table class="table lists roster">[\s\S]*Acme/u);
    expect(text).toMatch(/<h2 id="meetings">[\s\S]*<h3><a href="\.\.\/meetings\/2026-01-09-follow-up\.html">[\s\S]*>All 2 meetings<\/a>/u);
    expect(text).toMatch(
      /<section class="box">\s*<p>Indented <strong>prose<\/strong>[\s\S]*tags\/inside\.html[\s\S]*Send the sheet[\s\S]*<\/section>/u,
    );
    expect(text).toMatch(/<div class="callout note"[\s\S]*<ul class="decisions">[\s\S]*We go with/u);
    expect(text).toMatch(/<li[^>]*>\s*<div class="asked"><ul class="meetings wide listing/u);
    expect(text).toMatch(/<div class="embed">[\s\S]*We go with/u);
    expect(text).toContain('No account is called “Nobody Ltd”.');
    expect(text).toContain('There is no such action.');
    expect(text).toMatch(/<h3>one<\/h3>[\s\S]*Book the room[\s\S]*<h3>two<\/h3>/u);
    expect(text).toMatch(/<td>80<\/td><td><code>\{code\}<\/code><\/td>/u);
    expect(text).not.toMatch(/gone|export const|[\u2063\u2064]/u);
  });

  test('loads the files of the site and nothing else', () => {
    const linked = (page = '') => [...page.matchAll(/(?:href|src)="(?:\.\.\/)*(assets\/[^"]+)"/gu)].map(([, file = '']) => file);
    const others = new Set(linked(pages['meetings/2026-01-02-kickoff.html']));
    expect(linked(pages['notes/all.html']).filter((file) => !others.has(file))).toEqual([
      expect.stringMatching(/^assets\/on-demand\/mdx\.\w+\.css$/u),
      // It has a table of accounts.
      expect.stringMatching(/^assets\/on-demand\/contacts\.\w+\.js$/u),
    ]);
    expect(linked(pages['notes/all.html']).filter((file) => !(file in pages))).toEqual([]);
  });

  test('has links that lead somewhere, headings in order, and valid pages', async () => {
    expect(crawl(path.join(dir, 'site')).problems).toEqual([]);
    for (const url of ['notes/all.html', 'index.html', 'notes/untrusted.html', 'notes/bad.html', 'notes/thrower.html', 'notes/loud.html']) {
      expect(await faultsOfHtml(pageText(url), url)).toEqual([]);
    }
    const levels = [...(pages['notes/all.html'] ?? '').matchAll(/<h([1-6])/gu)].map(([, level]) => Number(level));
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test('tells what is wrong with a page by file and line, and makes the others', () => {
    const found = (report['diagnostics'] as readonly { code: string; path: string; line: number | null; message: string }[])
      .filter(({ code }) => code.startsWith('mdx-') || code === 'page-failed')
      .map(({ code, path: file, line }) => `${code} ${file}:${line}`);
    expect(found.sort()).toEqual([
      'mdx-element Reports/Loud.mdx:5',
      'mdx-element Reports/Loud.mdx:5',
      'mdx-element Reports/Loud.mdx:5',
      'mdx-element Reports/Loud.mdx:9',
      'mdx-import Reports/Loads.mdx:5',
      'mdx-syntax Reports/Bad.mdx:5',
      'mdx-untrusted Untrusted.mdx:null',
      'mdx-value Reports/All.mdx:31',
      'page-failed Reports/Box.mdx:7',
      'page-failed Reports/Clash.mdx:null',
      'page-failed Reports/Early.mdx:8',
      'page-failed Reports/Late.mdx:15',
      'page-failed Reports/Lazy.mdx:6',
      'page-failed Reports/Thrower.mdx:5',
    ]);
    expect(pages['notes/thrower.html']).toContain('This page could not be made.');
  });

  test('tells failing pages on the health page and by the check, as the build does', () => {
    expect(pageText('health.html')).toMatch(/notes\/thrower\.html could not be made: nowhere is not defined/u);
    const of = (diagnostics: unknown) =>
      (diagnostics as readonly { code: string; path: string; line: number | null }[])
        .filter(({ code }) => code === 'page-failed')
        .map(({ path: file, line }) => `${file}:${line}`);
    const { code, stdout } = runCli(['check', vault, '--format', 'json'], { env });
    expect([code, of(JSON.parse(stdout).diagnostics)]).toEqual([0, of(report['diagnostics'])]);
  });

  test('holds nothing that a page asks to run or to style', () => {
    const text = article('notes/loud.html');
    expect(text).toContain('<span class="x">kept</span>, <a>link</a>');
    expect(text).toContain('<b>more</b>');
    expect(text).toContain('We go with');
    expect(text).not.toMatch(/alert|style=|<script/u);
  });

  test('shows the text of a page that no one trusts, and runs nothing of it', () => {
    expect(article('notes/untrusted.html')).toContain('{globalThis.pwned = 1}');
    expect(fs.existsSync('/tmp/pwned-by-mdx')).toBe(false);
  });

  test('knows nothing of a page that keeps itself out', () => {
    expect(JSON.stringify(pages)).not.toMatch(/quagga|hidden\.html/iu);
  });

  test('has the text of index.mdx on the home page', () => {
    expect(pages['index.html']).toMatch(/Welcome\. [\s\S]*Nothing is overdue\./u);
  });

  test('is the same again, and nothing is compiled when only a note has changed', () => {
    const before = compiled();
    buildVault(vault, path.join(dir, 'again'), ['--no-search'], { env });
    expect(readTree(path.join(dir, 'again'))).toEqual(pages);
    writeFiles(vault, { 'Deals/2026-01-16 - Third.md': '---\naccount: Acme\n---\n\nA third meeting.\n' });
    buildVault(vault, path.join(dir, 'again'), ['--no-search'], { env });
    expect(fs.readFileSync(path.join(dir, 'again', 'notes', 'all.html'), 'utf8')).toContain('All 3 meetings');
    expect(compiled()).toEqual(before);
    fs.rmSync(path.join(vault, 'Deals', '2026-01-16 - Third.md'));
  });

  test('ends a strict build, whose old site stays', () => {
    const { code, stderr } = runCli(['build', vault, '-o', path.join(dir, 'again'), '--no-search', '--strict'], { env });
    expect([code, stderr]).toEqual([1, expect.stringContaining('Reports/Bad.mdx:5')]);
    expect(fs.existsSync(path.join(dir, 'again', 'notes', 'all.html'))).toBe(true);
  });
});

test('dev shows a page with components, and its next version after an edit', async () => {
  const vault = path.join(tempDir(), 'vault');
  writeFiles(vault, {
    'dossier.yaml': 'mdx:\n  trusted: [Reports/*.mdx]\n',
    'Deals/2026-01-02 - Kickoff.md': KICKOFF,
    'Reports/R.mdx': 'First {1 + 1} <Accounts />',
  });
  const { origin } = await startCli(['dev', vault, '--port', '0']);
  const read = async () => (await fetch(new URL('notes/r.html', origin))).text();
  expect(await read()).toMatch(/First 2 [\s\S]*roster/u);
  writeFiles(vault, { 'Reports/R.mdx': 'Second {2 + 2} <Actions />' });
  await expect.poll(read, { timeout: 60_000, interval: 200 }).toMatch(/Second 4 [\s\S]*Send the sheet/u);
});

describe('where Astro is not installed', () => {
  /** This package as an install without its development packages has it. */
  function lonelyPackage(): string {
    const root = path.join(makeTempDir(), 'dossier');
    onTestFinished(() => fs.rmSync(path.dirname(root), { recursive: true, force: true }));
    for (const part of ['bin', 'build', 'package.json'])
      fs.cpSync(path.join(projectRoot, part), path.join(root, part), { recursive: true });
    const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(dependencies)) {
      fs.mkdirSync(path.dirname(path.join(root, 'node_modules', name)), { recursive: true });
      fs.symlinkSync(path.join(projectRoot, 'node_modules', name), path.join(root, 'node_modules', name), 'junction');
    }
    return path.join(root, 'bin', 'dossier.mjs');
  }

  test('a vault without trusted MDX builds, one with it says what to install', () => {
    const bin = lonelyPackage();
    const dir = tempDir();
    const files = { 'a.md': 'Text', 'b.mdx': '<Accounts />' };
    writeFiles(path.join(dir, 'plain'), files);
    writeFiles(path.join(dir, 'trusting'), { ...files, 'dossier.yaml': 'mdx:\n  trusted: [b.mdx]\n' });
    const run = (vault: string) => runCli(['build', path.join(dir, vault), '-o', path.join(dir, `${vault}-out`), '--no-search'], { bin });
    expect(run('plain')).toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = run('trusting');
    expect([code, stderr]).toEqual([2, expect.stringContaining('npm install astro @astrojs/mdx satteri')]);
    expect(fs.existsSync(path.join(dir, 'trusting-out'))).toBe(false);
  });
});
