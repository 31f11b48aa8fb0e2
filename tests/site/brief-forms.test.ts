import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlFrom, treesFrom } from '../../src/brief/forms/trees.ts';
import { blocksIn, jsonBlock } from '../../src/client/reader/blocks.ts';
import type { FindRecord } from '../../src/client/reader/find.ts';
import { BRIEF_ACCOUNT, BRIEF_VAULT } from '../support/brief-vault.ts';
import { binFile, contentDir, runCli } from '../support/cli.ts';
import { makeTempDir, readTree, writeFiles } from '../support/temp.ts';

const dir = makeTempDir();
const vault = path.join(dir, 'vault');
const at = (...names: readonly string[]): string => path.join(dir, ...names);

function brief(
  out: string,
  args: readonly string[] = [],
  from = vault,
  account = BRIEF_ACCOUNT,
  env: Readonly<Record<string, string>> = {},
) {
  return runCli(['brief', account, from, '-o', out, ...args], { env });
}

function wholeBrief(...args: Parameters<typeof brief>): string {
  const { code, stderr, stdout } = brief(...args);
  if (code !== 0) throw new Error(`brief ended with ${code}: ${stderr}`);
  return stdout + stderr;
}

beforeAll(() => {
  writeFiles(vault, BRIEF_VAULT);
});

afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;

/** What is not as it must be in a brief in one file. */
function problemsOf(html: string): readonly string[] {
  const elements = elementsOf(html);
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  const known = new Set(ids);
  const problems = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice: ${id}`);
  for (const element of elements) {
    for (const { name, value } of element.attrs) {
      const place = `<${element.tagName} ${name}="${value.slice(0, 80)}">`;
      if (/^on|^style$|^srcset$/u.test(name)) problems.push(place);
      if (['src', 'poster', 'data', 'action', 'background'].includes(name) && !value.startsWith('data:')) problems.push(place);
      if (name !== 'href') continue;
      if (value.startsWith('#') ? !known.has(decodeURIComponent(value.slice(1))) : !isOutside(element, value)) problems.push(place);
    }
    for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget', 'headers'])
      for (const id of attribute(element, name)?.split(' ') ?? []) if (!known.has(id)) problems.push(`${name} leads to no ${id}`);
    if (['iframe', 'object', 'embed', 'audio', 'video', 'source', 'base', 'form'].includes(element.tagName)) problems.push(element.tagName);
  }
  return problems;
}

/** An address that is no part of the file and loads nothing: a link that is followed by the reader, a file to be kept, the icon. */
function isOutside(element: Element, value: string): boolean {
  if (element.tagName === 'link') return value.startsWith('data:');
  if (value.startsWith('data:')) return attribute(element, 'download') !== undefined;
  return element.tagName === 'a' && /^(?:https?|mailto):/u.test(value);
}

function recordsIn(html: string): readonly FindRecord[] {
  const text = /id="block-1">([^<]*)</u.exec(html)?.[1] ?? '';
  const page = { getElementById: () => ({ textContent: text }) } as unknown as Document;
  return jsonBlock<readonly FindRecord[]>(blocksIn(page), 1);
}

describe('a brief as one HTML file', () => {
  let html = '';
  beforeAll(() => {
    wholeBrief(at('quarry.html'));
    html = fs.readFileSync(at('quarry.html'), 'utf8');
  });

  test('links lead to what is in it, ids are unique, nothing loads', () => {
    expect(problemsOf(html)).toEqual([]);
    expect(elementsOf(html).length).toBeGreaterThan(1000);
  });

  test('the same holds for the sample vault', () => {
    wholeBrief(at('northwind.html'), [], contentDir, 'Northwind Grocers');
    expect(problemsOf(fs.readFileSync(at('northwind.html'), 'utf8'))).toEqual([]);
  });

  test('the check itself finds what is wrong', () => {
    const bad =
      '<i id=a></i><i id=a></i><a href="#b">x</a><a href="c.html">x</a><img src="p.png"><p onclick="x" style="y"><iframe></iframe>';
    expect(problemsOf(bad)).toHaveLength(7);
  });

  test('its policy names its own scripts and style and pictures inside, nothing else', () => {
    const elements = elementsOf(html);
    const policy = elements.flatMap((element) => (attribute(element, 'http-equiv') ? (attribute(element, 'content') ?? '') : []));
    const hash = (element: Element): string => {
      const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    const scripts = elements.filter((element) => element.tagName === 'script' && attribute(element, 'type') === undefined);
    const styles = elements.filter(({ tagName }) => tagName === 'style');
    expect([scripts.length, styles.length]).toEqual([2, 1]);
    expect(policy).toEqual([
      `default-src 'none'; script-src ${scripts.map(hash).join(' ')}; style-src ${styles.map(hash).join('')}; img-src data:; base-uri 'none'; form-action 'none'`,
    ]);
    const [charset, first] = elements.filter(({ tagName }) => tagName === 'meta');
    expect(charset && attribute(charset, 'charset')).toBe('utf-8');
    expect(first && attribute(first, 'http-equiv')).toBe('Content-Security-Policy');
  });

  test('holds every page of the folder, and its pictures', () => {
    wholeBrief(at('folder'));
    const pages = Object.keys(readTree(at('folder'))).filter(
      (file) => file.endsWith('.html') && !/^(?:404|search|pagefind)|^files\//u.test(file),
    );
    const keys = elementsOf(html).flatMap((element) =>
      attribute(element, 'data-page') === undefined ? [] : (attribute(element, 'id') ?? []),
    );
    expect(keys.toSorted()).toEqual([...pages.map((file) => file.replace(/\.html$/u, '')), 'contents', 'files'].toSorted());
    const pictures = elementsOf(html).filter(({ tagName }) => tagName === 'img');
    expect(pictures.map((picture) => attribute(picture, 'src')?.slice(0, 22))).toEqual([
      'data:image/png;base64,',
      'data:image/png;base64,',
      'data:image/svg+xml;bas',
    ]);
  });

  test('files that pages link to are listed: small ones inside, large ones by name', () => {
    const files = /<section[^>]* id="files".*?<\/section>\s*<\/section>/su.exec(html)?.[0] ?? '';
    // A brief names its files by their bytes.
    expect(files).toMatch(/<a class="link" href="data:application\/pdf;base64,[^"]+" download="[\da-f]{32}\.pdf">[\da-f]{32}\.pdf<\/a>/u);
    expect(files).toMatch(/download="[\da-f]{32}\.ogg"/u);
    expect(files).toMatch(/[\da-f]{32}\.bin, 2\.0 MB: too large to stand in this file\./u);
    expect(files).not.toMatch(/download="[\da-f]{32}\.bin"/u);
    expect(html).toMatch(/href="#files:files\/[\da-f]{32}\.pdf"/u);
  });

  test('links keep their anchors, whatever these are called', () => {
    expect(html).toMatch(/href="#meetings\/2026-02-03-kick-off:größe-50"|href="#meetings\/2026-02-03-kick-off:[^"]*größe[^"]*"/iu);
    expect(html).toMatch(/href="#meetings\/2026-03-04-review:[^"]*plan"/u);
  });

  test('can be searched, with every note in it and none else', () => {
    const records = recordsIn(html);
    const titles = records.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Quarry Foods', 'Kick-off', 'Review', 'Marcin Wójcik']));
    const keys = new Set(elementsOf(html).flatMap((element) => attribute(element, 'id') ?? []));
    for (const { key, parts } of records) {
      expect(keys).toContain(key);
      for (const { id } of parts) if (id !== null) expect(keys).toContain(`${key}:${id}`);
    }
    expect(JSON.stringify(records)).toContain('Numbers of a kind');
    expect(JSON.stringify(records)).not.toContain('Kanarienvogel');
  });

  test('is the same file again, in another time zone and another language', () => {
    const again = at('again.html');
    wholeBrief(again, [], vault, BRIEF_ACCOUNT, { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' });
    expect(fs.readFileSync(again, 'utf8') === html).toBe(true);
  });
});

test('pages of the theme are read as browsers read them', () => {
  wholeBrief(at('read'), [], contentDir, 'Northwind Grocers');
  wholeBrief(at('read2'));
  for (const folder of ['read', 'read2']) {
    for (const [file, latin1] of Object.entries(readTree(at(folder)))) {
      if (!file.endsWith('.html') || file.startsWith('files/') || file === 'search.html' || file === '404.html') continue;
      const text = Buffer.from(latin1, 'latin1').toString('utf8');
      const main = text.slice(text.indexOf('<main'), text.indexOf('</main>') + 7);
      expect(shape(htmlFrom(treesFrom(main), () => ''))).toEqual(shape(main));
    }
  }
});

/** A document as a browser's parser sees it, as lines. */
function shape(html: string): readonly string[] {
  const lines: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node, depth: number): void => {
    if ('tagName' in node) lines.push(`${depth} ${node.tagName} ${JSON.stringify(node.attrs.map(({ name, value }) => [name, value]))}`);
    else if ('value' in node) lines.push(`${depth} ${JSON.stringify(node.value)}`);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, depth + 1);
  };
  visit(parse(html), 0);
  return lines;
}

describe('a brief as an archive', () => {
  test('holds the folder, and is the same archive again', () => {
    wholeBrief(at('quarry.zip'));
    wholeBrief(at('plain'));
    const entries = unzipSync(fs.readFileSync(at('quarry.zip')));
    const files = Object.fromEntries(
      Object.entries(entries).map(([name, data]) => [name.replace(/^quarry\//u, ''), Buffer.from(data).toString('latin1')]),
    );
    expect(files).toEqual(readTree(at('plain')));
    fs.mkdirSync(at('other'));
    wholeBrief(at('other', 'quarry.zip'), [], vault, BRIEF_ACCOUNT, { TZ: 'America/St_Johns' });
    expect(fs.readFileSync(at('other', 'quarry.zip')).equals(fs.readFileSync(at('quarry.zip')))).toBe(true);
  });
});

describe('a locked brief', () => {
  const NAMES = ['Quarry', 'Marcin', 'Kick-off', 'oven', 'Foods'];

  test.each([
    ['locked.html', (out: string) => fs.readFileSync(out, 'utf8'), []],
    ['locked-folder', (out: string) => fs.readFileSync(path.join(out, 'index.html'), 'utf8'), ['.dossier-manifest.json', 'index.html']],
    [
      'locked.zip',
      (out: string) => Buffer.from(unzipSync(fs.readFileSync(out))['locked/index.html'] ?? []).toString('utf8'),
      ['locked/.dossier-manifest.json', 'locked/index.html'],
    ],
  ] as const)('%s is one page that tells nothing', (name, read, files) => {
    const told = wholeBrief(at(name), ['--encrypt']);
    const html = read(at(name));
    const around = html.replace(/(?<=id="sealed">)[^<]*/u, '');
    for (const word of NAMES) expect(around).not.toContain(word);
    for (const word of NAMES) expect(Buffer.from(/id="sealed">([^<]*)/u.exec(html)?.[1] ?? '', 'base64').includes(word)).toBe(false);
    const passphrase = /Passphrase: (.+)/u.exec(told)?.[1] ?? '';
    expect(passphrase.split(' ')).toHaveLength(7);
    expect(html).not.toContain(passphrase);
    if (name.endsWith('.zip')) expect(Object.keys(unzipSync(fs.readFileSync(at(name)))).toSorted()).toEqual(files);
    if (name.endsWith('folder')) expect(Object.keys(readTree(at(name)))).toEqual(files);
  });

  test('is as long without the notes of others, and the page around it is the same for every brief', () => {
    const around = (html: string): string => html.replace(/(?<=id="sealed">)[^<]*/u, '');
    const without = at('without');
    writeFiles(without, Object.fromEntries(Object.entries(BRIEF_VAULT).filter(([, data]) => !String(data).includes('Kanarien'))));
    wholeBrief(at('a.html'), ['--encrypt']);
    wholeBrief(at('b.html'), ['--encrypt'], without);
    wholeBrief(at('c.html'), ['--encrypt'], contentDir, 'Northwind Grocers');
    const [a = '', b = '', c = ''] = ['a.html', 'b.html', 'c.html'].map((file) => fs.readFileSync(at(file), 'utf8'));
    expect(a.length).toBe(b.length);
    expect(a === b).toBe(false);
    expect(around(a)).toBe(around(b));
    expect(around(a)).toBe(around(c));
  });

  test('takes its passphrase from a file or the environment, tells it nowhere, and refuses a weak one', () => {
    const passphrase = 'Sieben Zwerge reiten quer durch Kasachstan';
    fs.writeFileSync(at('words.txt'), `${passphrase}\r\nsecond line\n`);
    expect(wholeBrief(at('d.html'), ['--encrypt', '--passphrase-file', at('words.txt')])).not.toMatch(/Zwerge|Passphrase/u);
    expect(wholeBrief(at('d.html'), ['--encrypt'], vault, BRIEF_ACCOUNT, { DOSSIER_PASSPHRASE: passphrase })).not.toMatch(
      /Zwerge|Passphrase/u,
    );
    const weak = brief(at('e.html'), ['--encrypt'], vault, BRIEF_ACCOUNT, { DOSSIER_PASSPHRASE: 'quarryquarry' });
    expect(weak).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('The passphrase is too easy to guess') });
    expect(weak.stderr).not.toContain('quarryquarry');
    expect(fs.existsSync(at('e.html'))).toBe(false);
    expect(brief(at('e.html'), ['--ask-passphrase']).stderr).toContain('A passphrase locks nothing without --encrypt.');
    expect(brief(at('e.html'), ['--encrypt', '--ask-passphrase']).stderr).toContain('There is no terminal');
    expect(brief(at('e.html'), ['--encrypt', '--passphrase-file', at('nothing.txt')])).toMatchObject({ code: 2 });
    // There is no option that takes it.
    expect(brief(at('e.html'), ['--encrypt', '--passphrase', passphrase]).code).toBe(2);
  });
});

describe('what was there before', () => {
  test.each(['mine.html', 'mine.zip'])('%s of somebody else stays', (name) => {
    fs.writeFileSync(at(name), 'mine');
    const { code, stderr } = brief(at(name));
    expect(code).toBe(2);
    expect(stderr).toContain('is a file that Dossier did not make');
    expect(fs.readFileSync(at(name), 'utf8')).toBe('mine');
  });

  test.each(['own.html', 'own.zip'])('%s of an earlier build is replaced, and nothing is left beside it', (name) => {
    fs.mkdirSync(at(`in-${name}`));
    const out = at(`in-${name}`, name);
    wholeBrief(out);
    wholeBrief(out, ['--encrypt']);
    wholeBrief(out);
    expect(fs.readdirSync(at(`in-${name}`)).sort()).toEqual([name, `${name}.audit.txt`]);
  });

  test('a folder called like a file, and a place inside the vault, are refused', () => {
    fs.mkdirSync(at('folder.html'));
    expect(brief(at('folder.html')).stderr).toContain('is a folder');
    expect(brief(path.join(vault, 'out.zip')).stderr).toContain('would lie inside the vault');
    expect(fs.existsSync(path.join(vault, 'out.zip'))).toBe(false);
  });

  test('a brief that is stopped leaves nothing, in the clear or not', async () => {
    const tmp = at('stopped');
    fs.mkdirSync(tmp);
    const args = [binFile, 'brief', BRIEF_ACCOUNT, vault, '-o', at('stopped.html'), '--encrypt'];
    const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: tmp }, stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    while (fs.readdirSync(tmp).length === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGTERM');
    expect(await ended).toBe(130);
    expect(fs.readdirSync(tmp)).toEqual([]);
    expect(fs.existsSync(at('stopped.html'))).toBe(false);
  });

  test('nothing is left in the clear, and a brief that fails leaves the file that was there', () => {
    const tmp = at('tmp');
    fs.mkdirSync(tmp);
    wholeBrief(at('keep.html'), ['--encrypt'], vault, BRIEF_ACCOUNT, { TMPDIR: tmp });
    const before = fs.readFileSync(at('keep.html'), 'utf8');
    expect(brief(at('keep.html'), [], vault, 'Nobody at all', { TMPDIR: tmp }).code).not.toBe(0);
    expect(fs.readdirSync(tmp)).toEqual([]);
    expect(fs.readFileSync(at('keep.html'), 'utf8') === before).toBe(true);
  });
});
