import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefFrom } from '../../src/brief/brief-site.ts';
import { defaultConfig } from '../../src/config/config.ts';
import { noteReader } from '../../src/notes/read-note.ts';
import { scopeOfBrief } from '../../src/scope/brief.ts';
import { vaultPath } from '../../src/vault/path.ts';
import { noteFromBytes } from '../../src/vault/read-note.ts';
import { FORMS, partsOf, withBrief } from '../support/brief-forms.ts';
import { spokenPicture } from '../support/brief-pictures.ts';
import { runCli } from '../support/cli.ts';
import { bytesOfFolder, scanFiles } from '../support/leak-scan.ts';
import { memoryVault } from '../support/memory-vault.ts';
import { describeShared, sharedPath } from '../support/shared.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

type Files = Record<string, string | Uint8Array>;

const ACCOUNT = 'Northwind Grocers';
const note = (body: string, yaml = ''): string => `---\naccount: Northwind Grocers\n${yaml}---\n${body}\n`;
const foreign = (body: string, yaml = ''): string => `---\naccount: Halden Rail\n${yaml}---\n${body}\n`;
const shared = (file: string): readonly Record<string, string>[] =>
  JSON.parse(fs.readFileSync(sharedPath(`security/${file}.json`), 'utf8'));

/** What a brief of some files is made of, as text by name. */
async function texts(files: Files): Promise<Readonly<Record<string, string>>> {
  const parts = await withBrief(files, ACCOUNT, partsOf);
  return Object.fromEntries(Array.from(parts, ([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

const wholeText = async (files: Files): Promise<string> => Object.values(await texts(files)).join('\n');
const shippedFiles = (parts: object): readonly string[] => Object.keys(parts).filter((name) => name.startsWith('files/'));

describe('L1: a file ships only if a note of the brief shows it', () => {
  test('of files that notes of others show, that both show, that none shows, the one that both show', async () => {
    const files = {
      'a.md': note('![[both.png]]'),
      'b.md': foreign('![[both.png]] ![[theirs.png]]'),
      'img/both.png': await spokenPicture('png', 'w', 1),
      'img/theirs.png': await spokenPicture('png', 'w', 2),
      'img/none.png': await spokenPicture('png', 'w', 3),
    };
    expect(shippedFiles(await texts(files))).toHaveLength(1);
    expect(shippedFiles(await texts({ ...files, 'a2.md': note('![[both.png]] %% ![[none.png]] %%') }))).toHaveLength(1);
  });

  test('one that only a withheld part shows does not', async () => {
    const picture = await spokenPicture('png', 'w', 1);
    for (const body of [
      '## Inner #private\n\n![[x.png]]',
      '%%![[x.png]]%%',
      '<!-- ![[x.png]] -->',
      '> [!private]\n> ![[x.png]]',
      '`![[x.png]]`',
    ])
      expect(shippedFiles(await texts({ 'a.md': note(body), 'x.png': picture }))).toEqual([]);
  });

  test('other kinds only where the profile lists them, byte for byte, under another name', async () => {
    const files = { 'a.md': note('![[offer.pdf]] and [[offer.pdf]]'), 'offer.pdf': '%PDF-1.4 x' };
    expect(shippedFiles(await texts(files))).toEqual([]);
    const listed = await texts({ ...files, 'dossier.yaml': 'briefs:\n  customer:\n    attachments: ["*.pdf"]\n' });
    expect(shippedFiles(listed)).toEqual([expect.stringMatching(/^files\/[0-9a-f]{32}\.pdf$/u)]);
    expect(Object.values(listed)).toContain('%PDF-1.4 x');
    expect(JSON.stringify(listed)).not.toContain('offer');
  });
});

describe('which file a name means', () => {
  const home = 'Customers/Northwind Grocers/';
  const picture = (tone: number) => spokenPicture('png', 'w', tone);
  /** The one file that ships of `![[logo.png]]`, told apart by its pixels. */
  const shown = async (files: Files): Promise<string> => {
    const parts = await texts(files);
    return shippedFiles(parts).join();
  };

  test('does not change by files of others, wherever they lie', async () => {
    const own = { [`Meetings/a.md`]: note('![[logo.png]]'), [`${home}img/deep/logo.png`]: await picture(1) };
    const alone = await shown(own);
    expect(alone).not.toBe('');
    for (const place of ['Customers/Halden Rail/', 'Accounts/Umber/x/', 'Halden/', ''])
      expect(await shown({ ...own, [`${place}logo.png`]: await picture(2), 'b.md': foreign('![[logo.png]]') })).toBe(alone);
  });

  test('in a folder of another account only what is written out', async () => {
    const theirs = { 'Customers/Halden Rail/logo.png': await picture(3) };
    expect(await shown({ 'a.md': note('![[logo.png]]'), ...theirs })).toBe('');
    expect(await shown({ 'a.md': note('![[Rail/logo.png]]'), ...theirs })).toBe('');
    expect(await shown({ 'a.md': note('![[Customers/Halden Rail/logo.png]]'), ...theirs })).not.toBe('');
    expect(await shown({ 'Customers/x.md': note('![](<Halden%20Rail/logo.png>)\n\n![x](<./Halden Rail/logo.png>)'), ...theirs })).not.toBe(
      '',
    );
  });

  test('is not healed, since others decide whether that can be done', async () => {
    const own = { 'a.md': note('![[old/logo.png]]'), 'img/logo.png': await picture(4) };
    expect(await shown(own)).toBe('');
    expect(await shown({ ...own, 'zz/logo.png': await picture(5) })).toBe('');
  });

  test('stops the brief where it lies beside a note of others, and another has its name', async () => {
    const files = {
      'a.md': note('![[logo.png]]'),
      'Rail/b.md': foreign('![[logo.png]]'),
      'Rail/logo.png': await picture(6),
      'attachments/logo.png': await picture(7),
    };
    await expect(shown(files)).rejects.toThrow(/file-unclear.+Rail\/logo\.png/u);
    expect(await shown({ ...files, 'a.md': note('![[attachments/logo.png]]') })).not.toBe('');
  });
});

describe('L2: an embed of a note that is left out is one of a note that is not there', () => {
  test.each([
    '![[Secret]]',
    '![[Secret#H]]',
    '![[Secret#^b]]',
    '![x](Secret.md)',
    '![[Bullseye]]',
    '[[Bullseye]]',
    'Secret in plain words',
    '![[Rail/Secret]]',
  ])('%s', async (body) => {
    const own = { 'a.md': note(`${body}\n\nText.`) };
    const withheld = '# H\n\nqzsecretbody ^b';
    const missing = await texts(own);
    expect(await texts({ ...own, 'Rail/Secret.md': foreign(withheld, 'aliases: [Bullseye]\n') })).toEqual(missing);
    expect(await texts({ ...own, 'Secret.md': note(withheld, 'aliases: [Bullseye]\nprivate: true\n') })).toEqual(missing);
  });
});

describe('L3: index, lists and counts know the brief’s notes alone', () => {
  test('of tags, people, dates, actions that both sides have', async () => {
    const own = {
      'a.md': note(
        '#rollout\n\n- [ ] Call @Tomas 📅 2026-01-01\n\n## Decisions\n\n- Two sites',
        'date: 2026-01-01\nparticipants: [Tomas, Ann Lee]\n',
      ),
    };
    const others = {
      'b.md': foreign(
        '#Rollout #ROLLOUT/x\n\n- [x] Call @Tomas 📅 2026-01-01\n\n## Decisions\n\n- Two sites',
        'date: 2027-01-01\nparticipants: [Tomas Lind, Ann Lee]\n',
      ),
      'c.md': foreign('#rollout'),
      'People/Ann Lee.md': '---\ntype: person\naliases: [Tomas]\n---\n',
    };
    const alone = await texts(own);
    expect(await texts({ ...own, ...others })).toEqual(alone);
    expect(alone['tags.html']).toMatch(/rollout[\s\S]{0,60}>1</u);
  });
});

describe('L4: the bytes of the folder are the same', () => {
  test('whether a linked note exists for others, or for nobody', async () => {
    const folder = FORMS[0]?.make ?? partsOf;
    const own = { 'a.md': note('[[Halden Rail]] [[Plan|the plan]] [[Plan#Part]] [x](<Rail/Plan.md>) @Ann [[Rail/Plan]]') };
    const alone = await withBrief(own, ACCOUNT, folder);
    const beside = { 'Rail/Plan.md': foreign('# Part'), 'Customers/Halden Rail/Halden Rail.md': '---\ntype: customer\n---\nx' };
    expect(await withBrief({ ...own, ...beside }, ACCOUNT, folder)).toEqual(alone);
  });
});

describeShared('L5: a flag or text that can not be read keeps a note out', () => {
  const hostile = shared('frontmatter-hostile').filter(({ vector }) => /^\s*(?:private|publish|draft)\s*:/mu.test(vector ?? ''));
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

  test.each(shared('encodings').map(({ id = '', base64 = '' }) => [id, base64] as const))('%s', (_, base64) => {
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
])('L6: a comment that hides nothing stops the brief: %j', async (body) => {
  await expect(texts({ 'a.md': note(body) })).rejects.toThrow('not-clean');
  expect(await wholeText({ 'a.md': note('`<!-- x` is how a comment begins, 100%% sure --> yes.') })).toContain('100%% sure');
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

describe('L8: nothing of the machine is in a brief', () => {
  const vault = async (): Promise<Files> => ({
    'a.md': note('![[x.png]] ![[y.svg]] [[list.txt]]', 'date: 2026-01-01\n'),
    'x.png': await spokenPicture('png', 'w', 1),
    'y.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
    'list.txt': 'a list',
    'dossier.yaml': 'briefs:\n  customer:\n    attachments: ["*.txt"]\n',
  });

  test('no host, home, user or folder, no report, no map of sources', async () => {
    for (const { make } of FORMS) {
      const [output, root] = await withBrief(await vault(), ACCOUNT, async (brief, dir) => [await make(brief), dir] as const);
      const words = [os.hostname(), os.homedir(), path.dirname(root), process.cwd()].filter((word) => word.length > 4);
      for (const [name, bytes] of output) {
        const text = Buffer.from(bytes).toString('latin1');
        expect(
          words.filter((word) => text.includes(word)),
          name,
        ).toEqual([]);
        expect(name).not.toMatch(/report|audit|\.map$|\.log$|\.bak$/u);
        expect(text).not.toMatch(/sourceMappingURL/u);
      }
    }
  });

  test('another folder, other times of files, another zone and language of the machine: the same bytes', () => {
    const outputs = [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', USER: 'somebody', HOME: os.tmpdir() },
    ].map((env, i) => {
      const dir = tempDir();
      writeFiles(path.join(dir, `vault${i}`), {
        'a.md': note('![[y.svg]] I', 'date: 2026-01-01\n'),
        'y.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
      });
      fs.utimesSync(path.join(dir, `vault${i}`, 'a.md'), 1_000_000 * (i + 1), 1_000_000 * (i + 1));
      const { code, stderr } = runCli(['brief', ACCOUNT, path.join(dir, `vault${i}`), '-o', path.join(dir, 'out'), '--quiet'], { env });
      expect([code, stderr]).toEqual([0, '']);
      return readTree(path.join(dir, 'out'));
    });
    expect(outputs[1]).toEqual(outputs[0]);
  });
});

describe('L9: what an earlier, wider brief wrote is gone', () => {
  test('wide, then narrow into the same folder, is narrow into an empty one', async () => {
    const dir = tempDir();
    writeFiles(path.join(dir, 'vault'), {
      'a.md': note('![[x.png]] [[b]] #one', 'date: 2026-01-01\n'),
      'b.md': note('![[y.png]] qzwide #two', 'date: 2025-01-01\n'),
      'x.png': await spokenPicture('png', 'w', 1),
      'y.png': await spokenPicture('png', 'w', 2),
    });
    const build = (out: string, ...flags: readonly string[]) => {
      const { code, stderr } = runCli(['brief', ACCOUNT, path.join(dir, 'vault'), '-o', path.join(dir, out), '--quiet', ...flags]);
      expect([code, stderr]).toEqual([0, '']);
      return readTree(path.join(dir, out));
    };
    const wide = build('once');
    expect(JSON.stringify(wide)).toContain('qzwide');
    const narrow = build('once', '--since', '2025-06-01');
    expect(narrow).toEqual(build('empty', '--since', '2025-06-01'));
    expect(Object.keys(narrow).filter((name) => name.startsWith('files/'))).toHaveLength(1);
    expect(scanFiles(bytesOfFolder(path.join(dir, 'once')), ['qzwide'])).toEqual([]);
  });
});

describe('L10: a brief shares no cache with a wiki', () => {
  test('it is the same after one, and during one, and leaves nothing in the cache', async () => {
    const dir = tempDir();
    const cache = path.join(dir, 'cache');
    writeFiles(path.join(dir, 'vault'), {
      'a.md': note('One. [[b]]', 'date: 2026-01-01\n'),
      'b.md': foreign('qzforeign'),
      'c.mdx': '# Program\n\nqzprogram\n',
      'dossier.yaml': 'mdx:\n  trusted: ["*.mdx"]\n',
    });
    const env = { XDG_CACHE_HOME: cache };
    const brief = (out: string) => {
      const { code, stderr } = runCli(['brief', ACCOUNT, path.join(dir, 'vault'), '-o', path.join(dir, out), '--quiet'], { env });
      expect([code, stderr]).toEqual([0, '']);
      return readTree(path.join(dir, out));
    };
    const before = brief('before');
    expect(fs.existsSync(cache) ? fs.readdirSync(cache, { recursive: true }) : []).toEqual([]);
    const wiki = runCli(['build', path.join(dir, 'vault'), '-o', path.join(dir, 'wiki'), '--quiet'], { env });
    expect([wiki.code, wiki.stderr]).toEqual([0, '']);
    expect(brief('after')).toEqual(before);
    expect(JSON.stringify(before)).not.toMatch(/qzforeign|qzprogram/u);
  });
});

describeShared('L11: a name that only looks like the account’s is another', () => {
  const rows = shared('confusables-ascii');
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

test('L12: the names of others that notes of the brief hold are at hand for the audit, and only there', async () => {
  const files = { 'a.md': note('Unlike Halden Rail, they pay.'), 'b.md': foreign('x') };
  const options = { account: ACCOUNT, profile: null, since: null, until: null, asOf: null };
  const { all, notes } = await briefFrom({ ...memoryVault(files), root: tempDir() }, defaultConfig, options);
  expect(all.flatMap(({ claims }) => claims.map(({ text }) => text))).toContain('Halden Rail');
  expect(notes.map(({ original }) => original)).toEqual(['a.md']);
});
