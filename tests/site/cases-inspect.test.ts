import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareText } from '../../src/diagnostics/order.ts';
import { type CliResult, contentDir, runCli } from '../support/cli.ts';
import type { Inspected } from '../support/inspected.ts';
import { modelSchema } from '../support/model-schema.ts';
import { hasShared, sharedPath } from '../support/shared.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

const NAMES = [
  'seeds',
  'obsidian-help-en',
  'obsidian-help-zh',
  'tasks-demo',
  'kepano-obsidian',
  'obsidian-export-testdata',
  'starlight-obsidian-fixtures',
];
const vaults = [
  ['content', contentDir] as const,
  ...(hasShared ? NAMES.map((name) => [name, sharedPath(`vaults/${name}`)] as const) : []),
].filter(([, dir]) => existsSync(dir));

const isSorted = <T>(list: readonly T[], compare: (a: T, b: T) => number): boolean =>
  list.every((item, i) => i === 0 || compare(list[i - 1] as T, item) <= 0);

describe.each(vaults)('the document of %s', (_, dir) => {
  let result: CliResult | null = null;
  const document = (): Inspected => {
    result ??= runCli(['inspect', dir]);
    return modelSchema.parse(JSON.parse(result.stdout));
  };

  test('is the only thing on stdout, has the documented shape, and nothing is written', () => {
    const before = readTree(dir);
    const model = document();
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(model.notes.length).toBeGreaterThan(0);
    expect(readTree(dir)).toEqual(before);
  });

  test('is sorted', () => {
    const model = document();
    const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => compareText(a.path, b.path);
    const byLine = (a: { readonly line: number }, b: { readonly line: number }): number => a.line - b.line;
    expect(isSorted(model.notes, byPath)).toBe(true);
    expect(isSorted(model.files.unused, compareText)).toBe(true);
    expect(isSorted(model.files.excluded, byPath)).toBe(true);
    expect(isSorted(model.files.failed, byPath)).toBe(true);
    expect(isSorted(model.diagnostics, (a, b) => compareText(a.path ?? '', b.path ?? '') || (a.line ?? 0) - (b.line ?? 0))).toBe(true);
    expect(isSorted(model.tags, (a, b) => compareText(a.tag.toLowerCase(), b.tag.toLowerCase()))).toBe(true);
    for (const note of model.notes) {
      expect([note.path, isSorted(note.links, (a, b) => a.line - b.line || a.column - b.column)]).toEqual([note.path, true]);
      expect(isSorted(note.tags, compareText)).toBe(true);
      for (const list of [note.headings, note.embeds, note.tasks, note.callouts, note.blocks, note.repairs]) {
        expect([note.path, isSorted<{ readonly line: number }>(list, byLine)]).toEqual([note.path, true]);
      }
    }
  });

  test('holds together: what is found is there, what is missing has no target, what it counts is in it', () => {
    const model = document();
    const paths = new Set(model.notes.map((note) => note.path));
    for (const note of model.notes) {
      for (const link of note.links) {
        const leads = link.status === 'found' || link.status === 'healed';
        expect({ raw: link.raw, leads, via: link.via !== null }).toEqual({ raw: link.raw, leads: link.target !== null, via: leads });
        if (link.target?.endsWith('.md')) expect(paths).toContain(link.target);
        if (link.targetLine !== null) expect(link.subpath).not.toBe('');
      }
      // An embed is a link too; what stands on another site is not.
      const local = note.embeds.filter(({ path: address }) => !/^[a-z][a-z0-9+.-]+:/iu.test(address));
      expect(local.map(({ path: file, line }) => [file, line])).toEqual(
        note.links.filter(({ embed }) => embed).map(({ path: file, line }) => [file, line]),
      );
    }
    expect(model.files.notes).toBe(model.notes.filter(({ excluded }) => excluded === null).length);
    for (const tag of model.tags) {
      const own = model.notes.filter(
        ({ tags, excluded }) => excluded === null && tags.some((one) => one.toLowerCase() === tag.tag.toLowerCase()),
      );
      expect([tag.tag, tag.count]).toEqual([tag.tag, own.length]);
    }
    for (const account of model.accounts) {
      const open = model.actions.filter(({ account: name, state }) => name === account.name && state !== 'done' && state !== 'cancelled');
      expect([account.name, account.openActions]).toEqual([account.name, open.length]);
    }
  });

  test('is the same in any time zone and language', () => {
    document();
    const other = runCli(['inspect', dir], { env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } });
    expect(other.stdout).toBe(result?.stdout);
  });

  test('can be cut to each of its notes', () => {
    const model = document();
    const note = model.notes[Math.floor(model.notes.length / 2)];
    const cut = runCli(['inspect', dir, '--note', note?.path ?? '']);
    expect(JSON.parse(cut.stdout)).toEqual({ ...JSON.parse(result?.stdout ?? ''), notes: [JSON.parse(JSON.stringify(note))] });
  });
});

describe('notes that are kept out', () => {
  const vault = () => {
    const dir = path.join(tempDir(), 'vault');
    writeFiles(dir, {
      'Open.md': '[[Diary]] [[Plan]]\n',
      'Diary.md':
        '---\nprivate: true\naliases: [Plan]\n---\n# Head\n\n[[Open]] [[#Head]] ![[pic.png]] [[Nowhere]] #secret\n\n- [ ] x 📅 2026-01-02\n',
      'Odd.md': '---\nprivate: [\n---\nx\n',
      'pic.png': 'x',
    });
    return dir;
  };

  test('are shown to their owner, with the rule and without a page; nothing else knows of them', () => {
    const model = modelSchema.parse(JSON.parse(runCli(['inspect', vault()]).stdout));
    const [diary, odd, open] = model.notes;
    expect(diary).toMatchObject({ path: 'Diary.md', url: null, excluded: 'private', tags: ['secret'], properties: { private: true } });
    expect(diary?.links.map(({ raw, status, target, targetLine, url }) => [raw, status, target, targetLine, url])).toEqual([
      ['[[Open]]', 'found', 'Open.md', null, 'notes/open.html'],
      ['[[#Head]]', 'found', 'Diary.md', 5, null],
      ['![[pic.png]]', 'found', 'pic.png', null, null],
      ['[[Nowhere]]', 'missing', null, null, null],
    ]);
    expect(odd).toMatchObject({ path: 'Odd.md', url: null, excluded: 'unreadable', properties: null });
    expect(open?.links.map(({ status, url }) => [status, url])).toEqual([
      ['missing', 'ghosts/diary.html'],
      ['missing', 'ghosts/plan.html'],
    ]);
    expect(model.tags).toEqual([]);
    expect(model.actions).toEqual([]);
    expect(model.files).toMatchObject({ notes: 1, assets: 0, unused: ['pic.png'] });
  });

  test('say why, and where, when their properties cannot be read', () => {
    const { diagnostics } = modelSchema.parse(JSON.parse(runCli(['inspect', vault()]).stdout));
    const of = (file: string) => diagnostics.filter((finding) => finding.path === file).map(({ code }) => code);
    expect(of('Diary.md')).toEqual(['note-withheld']);
    expect(of('Odd.md').sort()).toEqual(['frontmatter-invalid', 'frontmatter-withheld', 'note-withheld']);
  });
});

test.each([
  ['Nord plan.md', 'Notes/North plan.md'],
  ['notes/north plan', 'Notes/North plan.md'],
  ['plan', 'Notes/North plan.md'],
])('asked for %s, which is not there, names the nearest note', (asked, nearest) => {
  const dir = path.join(tempDir(), 'vault');
  writeFiles(dir, { 'Notes/North plan.md': 'x', 'Other.md': 'x' });
  const { code, stdout, stderr } = runCli(['inspect', dir, '--note', asked]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(nearest);
  expect(stderr).not.toContain('Other.md');
});
