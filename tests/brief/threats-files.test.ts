import { describe, expect, test } from 'vitest';
import { FORMS, partsOf, withBrief } from '../support/brief-forms.ts';
import { ACCOUNT, type Files, foreign, note, textsOf } from '../support/brief-notes.ts';
import { spokenPicture } from '../support/brief-pictures.ts';

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
    expect(shippedFiles(await textsOf(files))).toHaveLength(1);
    expect(shippedFiles(await textsOf({ ...files, 'a2.md': note('![[both.png]] %% ![[none.png]] %%') }))).toHaveLength(1);
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
      expect(shippedFiles(await textsOf({ 'a.md': note(body), 'x.png': picture }))).toEqual([]);
  });

  test('a web page goes without what it hides, and keeps its style', async () => {
    const page = '<style>p{color:red}</style><p hidden>qzhidden</p><div style="display:none"><p>qzhidden</p></div><p>Shown.</p>';
    const config = 'briefs:\n  customer:\n    attachments: ["*.html"]\n';
    const parts = await textsOf({ 'a.md': note('[[x.html]]'), 'x.html': page, 'dossier.yaml': config });
    const shipped = parts[shippedFiles(parts)[0] ?? ''] ?? '';
    expect(shipped).toContain('<p>Shown.</p>');
    expect(shipped).toContain('color:red');
    expect(shipped).not.toContain('qzhidden');
  });

  test('none that lies where the config keeps notes out', async () => {
    const files = {
      'a.md': note('![[Secret/x.png]] ![[y.png]]'),
      'Secret/x.png': await spokenPicture('png', 'w', 1),
      'y.png': await spokenPicture('png', 'w', 2),
    };
    expect(shippedFiles(await textsOf(files))).toHaveLength(2);
    expect(shippedFiles(await textsOf({ ...files, 'dossier.yaml': 'publish:\n  exclude: ["Secret/**"]\n' }))).toHaveLength(1);
  });

  test('other kinds only where the profile lists them, byte for byte, under another name', async () => {
    const files = { 'a.md': note('![[offer.pdf]] and [[offer.pdf]]'), 'offer.pdf': '%PDF-1.4 x' };
    expect(shippedFiles(await textsOf(files))).toEqual([]);
    const listed = await textsOf({ ...files, 'dossier.yaml': 'briefs:\n  customer:\n    attachments: ["*.pdf"]\n' });
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
    const parts = await textsOf(files);
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
    const missing = await textsOf(own);
    expect(await textsOf({ ...own, 'Rail/Secret.md': foreign(withheld, 'aliases: [Bullseye]\n') })).toEqual(missing);
    expect(await textsOf({ ...own, 'Secret.md': note(withheld, 'aliases: [Bullseye]\nprivate: true\n') })).toEqual(missing);
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
    const alone = await textsOf(own);
    expect(await textsOf({ ...own, ...others })).toEqual(alone);
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
