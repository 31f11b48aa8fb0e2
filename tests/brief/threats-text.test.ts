import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { noteReader } from '../../src/notes/read-note.ts';
import { scopeOfBrief } from '../../src/scope/brief.ts';
import { vaultPath } from '../../src/vault/path.ts';
import { noteFromBytes } from '../../src/vault/read-note.ts';
import { ACCOUNT, foreign, note, securityRows, textsOf, wholeText } from '../support/brief-notes.ts';
import { runCli } from '../support/cli.ts';
import { memoryVault } from '../support/memory-vault.ts';
import { describeShared } from '../support/shared.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

describeShared('L5: a flag or text that can not be read keeps a note out', () => {
  const hostile = securityRows('frontmatter-hostile').filter(({ vector }) => /^\s*(?:private|publish|draft)\s*:/mu.test(vector ?? ''));
  const scopeOf = (bytes: Buffer) => {
    const result = noteFromBytes(vaultPath('Customers/Northwind Grocers/2026-03-18 - x.md'), 'x.md', bytes, false);
    return result.kind === 'note'
      ? scopeOfBrief([noteReader(defaultConfig).read(result.note)], defaultConfig, {
          accounts: [ACCOUNT],
          since: null,
          until: null,
          attachments: [],
        }).scope.notes
      : [];
  };

  test('enough rows say something of privacy', () => expect(hostile.length).toBeGreaterThan(8));

  test.each(hostile.map(({ id = '', vector = '' }) => [id, vector] as const))('%s', (_, vector) => {
    const [shown] = scopeOf(Buffer.from(vector));
    // Four dashes open no frontmatter: the note then says nothing of privacy.
    if (vector.startsWith('----')) expect(shown?.properties ?? null).toBeNull();
    else expect(shown).toBeUndefined();
  });

  test.each(securityRows('encodings').map(({ id = '', base64 = '' }) => [id, base64] as const))('%s', (_, base64) => {
    const bytes = Buffer.from(base64, 'base64');
    const isPrivate = bytes.toString('latin1').replaceAll('\0', '').includes('private');
    const kept = scopeOf(bytes);
    if (isPrivate) expect(kept).toEqual([]);
    for (const { file } of kept) expect(file.text).not.toContain('\0');
  });
});

describe('L6: comments are nowhere', () => {
  test.each([
    '%%qzword%%',
    'a %% qzword\nqzword %% b',
    '%%\nqzword\n\n- [ ] qzword @qzword\n%%',
    '> %%qzword%%\n> x',
    '- a %%qzword%%\n  - %% qzword %%',
    '| a |\n|---|\n| %%qzword%% |',
    '# H %%qzword%%',
    '<!-- qzword -->',
    '- <!-- qzword --> x',
    '%%\nqzword',
    '<div><!-- qzword --></div>',
    '[[x|y %%qzword%%]]',
    '- [ ] task %%qzword%% 📅 2026-01-01',
    '## Decisions\n\n- Go %%qzword%% <!-- qzword -->',
  ])('%j', async (body) => {
    expect((await wholeText({ 'a.md': note(`Text.\n\n${body}\n\nEnd.`) })).match(/.{0,60}qzword.{0,20}/gu) ?? []).toEqual([]);
  });
});

test.each([
  'a <!-- qzword\n\nqzword --> b',
  'a %% qzword\n\nqzword %% b',
  'a %% qzword',
  '- a <!-- qzword\n\n  qzword -->',
  'a <!-- qzword',
  '<div>\n<!--\n\nqzword\n-->\n</div>',
  '<div hidden>\n\nqzword\n\n</div>',
])('L6: a comment that hides nothing stops the brief: %j', async (body) => {
  await expect(textsOf({ 'a.md': note(body) })).rejects.toThrow('not-clean');
  expect(await wholeText({ 'a.md': note('`<!-- x` is how a comment begins, 100%% sure --> yes.') })).toContain('100%% sure');
});

test.each(['<h2>Plan #private</h2>\n\nqzword', '<details><summary>#private</summary>\n\nqzword\n\n</details>', '<p>qzword [!private]</p>'])(
  'a private mark in raw HTML, which hides nothing, stops the brief: %j',
  async (body) => {
    await expect(textsOf({ 'a.md': note(body) })).rejects.toThrow('raw HTML');
  },
);

test('a note with the tag private is as if it were not there', async () => {
  const own = { 'a.md': note('[[Plan]] ![[Plan]]') };
  expect(await textsOf({ ...own, 'Plan.md': note('qzword', 'tags: [private]\n') })).toEqual(await textsOf(own));
});

describe('L7: of frontmatter only listed keys are shown', () => {
  const yaml =
    'source_ref: "Inbox/qzref.md"\nsource: qzsource\nstage: qzstage\ncustom: {deep: [qzdeep]}\naliases: [qzalias]\ncssclasses: [qzclass]\nqzkey: 1\nupdated: 2026-02-02\n';

  test('and no more', async () => {
    expect((await wholeText({ 'a.md': note('Source: [[qzline]]\n\nText.', yaml) })).match(/.{0,60}qz[a-z]+/gu) ?? []).toEqual([]);
  });

  test('those that the profile names are', async () => {
    const config = 'briefs:\n  customer:\n    properties: [stage]\n';
    const found = (await wholeText({ 'a.md': note('Text.', yaml), 'dossier.yaml': config })).match(/qz[a-z]+/gu) ?? [];
    expect([...new Set(found)]).toEqual(['qzstage']);
  });
});

describeShared('L11: a name that only looks like the account’s is another', () => {
  const rows = securityRows('confusables-ascii');
  test('every letter of it that has one', () => {
    expect(rows.length).toBeGreaterThan(400);
    const names = new Set<string>();
    for (const { vector = '', looks_like: letter = '' } of rows)
      for (let at = 0; at < ACCOUNT.length; at += 1)
        if (ACCOUNT[at]?.toLowerCase() === letter.toLowerCase()) names.add(ACCOUNT.slice(0, at) + vector + ACCOUNT.slice(at + 1));
    expect(names.size).toBeGreaterThan(100);
    const reader = noteReader(defaultConfig);
    const request = { accounts: [ACCOUNT], since: null, until: null, attachments: [] };
    const fold = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
    for (const name of names) {
      if (fold(name) === fold(ACCOUNT) || /["\\[\]\p{Cc}]/u.test(name)) continue;
      const notes = memoryVault({ 'a.md': `---\naccount: ${JSON.stringify(name)}\ndate: 2026-01-01\n---\nx\n` }).notes.map(reader.read);
      expect(scopeOfBrief(notes, defaultConfig, request).scope.notes, JSON.stringify(name)).toEqual([]);
    }
  });
});

describe('L12: the name of another account in a note of the brief', () => {
  const files = {
    'a.md': note('Fine.\n\nUnlike Halden Rail, they pay.'),
    'b.md': foreign('x', 'participants: [Maren Holt]\n'),
    'c.md': note('Ask Maren Holt.'),
  };
  const brief = (out: string, ...acknowledge: readonly string[]) => {
    const dir = tempDir();
    writeFiles(path.join(dir, 'vault'), {
      ...files,
      'dossier.yaml': `briefs:\n  customer:\n    acknowledge: ${JSON.stringify(acknowledge)}\n`,
    });
    const { code, stderr } = runCli(['brief', ACCOUNT, path.join(dir, 'vault'), '-o', path.join(dir, out), '--quiet']);
    return { code, stderr, written: fs.readdirSync(dir).filter((name) => name !== 'vault') };
  };

  test.each(['out', 'out.zip', 'out.html'])('stops the brief and is told with file and line; acknowledged, it passes: %s', (out) => {
    const stopped = brief(out);
    expect([stopped.code, stopped.written]).toEqual([1, []]);
    for (const place of ['a.md:6', 'c.md:4']) expect(stopped.stderr).toContain(place);
    expect(brief(out, 'Halden Rail').code).toBe(1);
    expect(brief(out, 'halden rail', 'Maren Holt')).toMatchObject({ code: 0, written: [out, `${out}.audit.txt`] });
  });
});
