import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { plainText } from '../../src/markdown/walk.ts';
import { noteReader } from '../../src/notes/read-note.ts';
import { isPrivateNote } from '../../src/scope/private-marks.ts';
import type { Profile } from '../../src/scope/profile.ts';
import { profiledNotes } from '../../src/scope/withhold.ts';
import { memoryVault } from '../support/memory-vault.ts';

const careful: Profile = { sections: [], properties: [], actions: 'all', redact: [], emails: false, sources: false };

function profiled(files: Readonly<Record<string, string>>, profile: Partial<Profile> = {}) {
  const reader = noteReader(defaultConfig);
  return profiledNotes(memoryVault(files).notes.map(reader.read), { ...careful, ...profile }, reader);
}

/** Everything that later stages could read of a note. */
const allOf = (files: Readonly<Record<string, string>>, profile: Partial<Profile> = {}): string =>
  JSON.stringify(profiled(files, profile).map(({ note, tree }) => ({ note, tree })));

const SECRET = 'qzxvbnmkwrtplkjh';

describe('what is private is gone from data, tree and source', () => {
  test.each([
    ['a section under a private heading', `## Plan #private\n\n${SECRET}\n\n### Deeper\n\n- ${SECRET}\n\n## Shown\n\nShown.`],
    ['a callout', `> [!private]\n> ${SECRET}\n\nShown.`],
    ['a callout in a list in a quote', `> - item\n>   > [!private]- ${SECRET}\n>   > ${SECRET}\n\nShown.`],
    ['a list item and what is below it', `- Shown.\n- One ${SECRET} #private\n  - ${SECRET}\n`],
    ['a task', `- [ ] ${SECRET} @Tomas 📅 2026-03-20 #private\n- [ ] Shown.\n`],
    ['a paragraph', `${SECRET} #private\n\nShown.`],
    ['an inline comment', `Shown %%${SECRET}%% here.`],
    ['a comment over lines', `Shown %%${SECRET}\n${SECRET}%% here.`],
    ['a block comment', `%%\n${SECRET}\n%%\n\nShown.`],
    ['a block comment without an end', `Shown.\n\n%%\n${SECRET}`],
    ['an HTML comment', `Shown. <!-- ${SECRET} -->\n\n<!--\n${SECRET}\n-->`],
    ['a comment in a table', `| a | b |\n| - | - |\n| Shown. | %%${SECRET}%% |`],
    ['a comment in an item with an inline field', `- [due:: 2026-01-01] %%${SECRET}%% Shown.`],
    ['a Source line', `Shown.\n*Source: [[Inbox/_archive/${SECRET}.md|x]]*`],
    ['a Source item', `- Shown.\n- **Source**: [[Inbox/${SECRET}]]`],
    ['a Source field', `Shown.\nsource:: ${SECRET}`],
    ['a section whose heading says so in a link', `Shown.\n\n## [Plan #private](https://shop.example)\n\n${SECRET}`],
    ['a section whose heading says so in brackets', `Shown.\n\n## Plan (#private)\n\n${SECRET}`],
    ['a section with a line of tags alone', `## Shown\n\n## Plan\n\n#sales #private\n\n${SECRET}`],
    ['a callout whose title says so', `Shown.\n\n> [!note] Plan #private\n> ${SECRET}`],
    ['a callout whose metadata say so', `Shown.\n\n> [!note|private] Plan\n> ${SECRET}`],
    ['an item that begins like a callout', `Shown.\n\n- [!private] Plan\n  - ${SECRET}`],
    ['a row of a table', `| Shown. | b |\n| - | - |\n| ${SECRET} | #private |\n| c | d |`],
    ['a cell that begins like a callout', `| Shown. |\n| - |\n| [!private] ${SECRET} |`],
    ['a table whose head says so', `Shown.\n\n| a #private |\n| - |\n| ${SECRET} |`],
    ['the words of a picture', `Shown.\n\n![${SECRET} #private](x.png)`],
    ['a footnote that only a private line refers to', `Shown.\n\nx[^1] #private\n\n[^1]: ${SECRET}`],
    ['a footnote of such a footnote', `Shown.\n\nx[^1] #private\n\n[^1]: y[^2]\n\n[^2]: ${SECRET}`],
    ['a footnote that is written in a private section', `Shown.[^1]\n\n## Plan #private\n\n[^1]: ${SECRET}`],
    [
      'an element that is hidden',
      `Shown. <span hidden>${SECRET} <span>x</span> ${SECRET}</span>\n\n<p style="display: none">${SECRET}</p>`,
    ],
    [
      'an element that no page shows',
      `Shown. <template>${SECRET}</template>\n\n- [ ] task <noscript>${SECRET}</noscript>\n\n## H <script>${SECRET}</script>`,
    ],
    ['a comment of a formula', `Shown. $a % ${SECRET}$\n\n$$\nb \\% c\n% ${SECRET}\n$$`],
    ['a comment of a diagram', `Shown.\n\n\`\`\`mermaid\ngraph LR\n  %% ${SECRET}\n  A-->B\n\`\`\``],
  ])('%s', (_, text) => {
    const all = allOf({ 'a.md': `---\naccount: A\n---\n# Title\n\n${text}\n` });
    expect(all).not.toContain(SECRET);
    expect(all).toContain('Shown');
  });

  test('properties that are not listed, in whatever case', () => {
    const files = {
      'a.md': `---\ntitle: Shown\nType: ${SECRET}\nsource_ref: Inbox/${SECRET}\naliases: [${SECRET}]\nmargin:\n  - ${SECRET}\n  - more\nStage: won\n---\nText.\n`,
    };
    expect(allOf(files)).not.toContain(SECRET);
    expect(allOf(files)).not.toContain('won');
    const [one] = profiled(files, { properties: ['stage'] });
    expect(one?.note.properties).toEqual({ title: 'Shown', Stage: 'won' });
    expect(one?.keys).toEqual(['Type', 'source_ref', 'aliases', 'margin']);
  });

  test('sections by name, with what is below them', () => {
    const text = `## Pricing!\n\n${SECRET}\n\n### Inner\n\n${SECRET}\n\n## Notes\n\nShown.`;
    expect(allOf({ 'a.md': text })).toContain(SECRET);
    expect(allOf({ 'a.md': text }, { sections: ['pricing'] })).not.toContain(SECRET);
  });

  test('actions by state', () => {
    const text = '- [ ] One\n- [x] Two\n- [-] Three\n- [/] Four\n- Five\n';
    const tasks = (actions: Profile['actions']) =>
      profiled({ 'a.md': text }, { actions }).flatMap(({ note }) => note.tasks.map((task) => task.text));
    expect([tasks('all'), tasks('open'), tasks('none')]).toEqual([['One', 'Two', 'Three', 'Four'], ['One', 'Four'], []]);
    expect(allOf({ 'a.md': text }, { actions: 'none' })).toContain('Five');
  });
});

test('marks in code, in longer words and in addresses are none', () => {
  const text =
    'Of `#private` and #private-label, [x](https://shop.example/#private) and [[Plan#private]].\n\n- [^1]\n\n[^1]: A note.\n\n[^2]: Nobody’s.';
  const all = allOf({ 'a.md': text });
  for (const shown of ['private-label', 'shop.example', 'A note.', 'Nobody’s.']) expect(all).toContain(shown);
});

describe('a note that says of itself that it is private', () => {
  test.each([
    ['a tag of its frontmatter', '---\ntags: [private]\n---\nText.'],
    ['a tag below it, in one text', '---\nTags: "#sales #private/board"\n---\nText.'],
    ['a line of tags under its title', '---\na: 1\n---\n# Plan\n\n#private\n\nText.'],
    ['its title', '# Plan #private\n\nText.'],
    ['a field', '# Plan\n\nprivate:: true\n\nText.'],
    ['a field that is unclear', 'Text (private:: mostly).'],
    ['a field of publishing', 'publish:: no\n\nText.'],
  ])('by %s', (_, text) => expect(isPrivate(text)).toBe(true));

  test.each([
    ['one of its lines', '# Plan\n\n- One #private\n\nText.'],
    ['one of its sections', '# Plan\n\n## Part #private\n\nText.'],
    ['one of its sections by a line of tags', '# Plan\n\n## Part\n\n#private'],
    ['another tag', '---\ntags: [private-label, sales]\n---\nText.'],
    ['a field that denies it', 'private:: false\n\ndraft:: second\n\nText.'],
  ])('and not by %s', (_, text) => expect(isPrivate(text)).toBe(false));

  function isPrivate(text: string): boolean {
    const reader = noteReader(defaultConfig);
    const [note] = memoryVault({ 'Plan.md': text }).notes.map(reader.read);
    return note !== undefined && isPrivateNote(note, reader.treeOf(note.file));
  }
});

test('the digest of a note, which readers see, tells of what is shown and of nothing else', () => {
  const digest = (text: string): string | undefined => profiled({ 'a.md': text })[0]?.note.file.digest;
  const shown = '---\ntitle: A\n---\n# A\n\nShown.\n\n## Part\n\n- item\n';
  for (const other of [
    '---\n# note to self\ntitle: A\nstage: lost\nsource_ref: x.md\n---\n# A\n\nShown.\n\n## Part\n\n- item\n',
    '---\ntitle: A\ntype: alpha\n---\n# A\n\n%%\none\ntwo\n%%\n\nShown.<!-- x -->\n\n## Plan #private\n\nx\n\ny\n\n## Part\n\n- item\n- z #private\n',
  ])
    expect(digest(other)).toBe(digest(shown));
  expect(digest(shown.replace('item', 'items'))).not.toBe(digest(shown));
  expect(digest(shown.replace('title: A', 'title: B'))).not.toBe(digest(shown));
});

describe('what is to be blacked out', () => {
  test('is black in text, titles, targets, tags, code, alt text and paths', () => {
    const files = {
      'Notes/Project Zeus plan.md':
        '---\ntitle: Project  Zeus plan\ntags: [project-zeus]\nparticipants: ["[[People/Zeus]]"]\n---\n# Project Zeus\n\n[[Project Zeus plan|PROJECT ZEUS]] ![zeus](img/Project%20Zeus.png) `project_zeus` **zeus** #zeus/x\n\n```zeus\nZeus\n```\n',
    };
    expect(allOf(files).toLowerCase()).toContain('zeus');
    const all = allOf(files, { redact: ['Project Zeus', 'Zeus'] });
    expect(all.toLowerCase()).not.toContain('zeus');
    expect(profiled(files, { redact: ['Project Zeus', 'Zeus'] })[0]?.note.title).toBe('█████ plan');
  });

  test('makes no two notes one', () => {
    const notes = profiled({ 'Zeus.md': 'a', 'Hera.md': 'b' }, { redact: ['Zeus', 'Hera'] });
    expect(notes.map(({ note }) => note.path)).toEqual(['█████.md', '█████ (2).md']);
    expect(notes.map(({ original }) => original)).toEqual(['Hera.md', 'Zeus.md']);
  });

  test('are e-mail addresses too, unless the profile shows them', () => {
    const files = { 'a.md': '---\nparticipants: [Ada <ada.l@north-wind.example>]\n---\nWrite to ada.l@north-wind.example.\n' };
    expect(allOf(files)).not.toContain('north-wind');
    expect(allOf(files, { emails: true })).toContain('ada.l@north-wind.example');
  });
});

test('what is kept reads as before: kind, dates, claims, headings, tasks, order', () => {
  const files = {
    'a.md':
      '---\ntype: meeting\ndate: 2026-03-18\naccount: Northwind\nowner_mood: bad\n---\n# Call\n\n## Actions\n\n- [ ] Send it @Tomas 📅 2026-03-20\n\n## Secret #private\n\nx\n\n## After\n\nText.\n',
  };
  const reader = noteReader(defaultConfig);
  const before = reader.read(memoryVault(files).notes[0] as never);
  const after = profiled(files)[0]?.note;
  expect(after).toMatchObject({ kind: 'meeting', date: before.date, claims: before.claims, title: before.title, tasks: before.tasks });
  expect(after?.headings.map(({ text, line }) => [text, line])).toEqual(
    before.headings.filter(({ text }) => !text.startsWith('Secret')).map(({ text, line }) => [text, line]),
  );
});

test('whatever stands around it, a private block never shows, and nothing hidden comes to light', () => {
  const piece = fc.constantFrom(
    'Text.',
    '- item',
    '  - inner',
    '> quote',
    '```',
    '%%',
    '<!--',
    '-->',
    '## Heading',
    '# Top',
    '| a | b |',
    '| - | - |',
    '',
    '$$',
    '---',
    `- ${SECRET} #private`,
    `> [!private] ${SECRET}`,
    `> ${SECRET}`,
    `### ${SECRET} #private`,
    `${SECRET}`,
    '> [!note]',
    '    code',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (lines) => {
      const [one] = profiled({ 'a.md': lines.join('\n') });
      const reader = noteReader(defaultConfig);
      const before = reader.treeOf(memoryVault({ 'a.md': lines.join('\n') }).notes[0] as never);
      const shown = new Set(plainText(before.blocks).split('\n'));
      for (const line of plainText(one?.tree.blocks ?? []).split('\n')) if (line !== '') expect(shown).toContain(line);
      const hidden = /#private|\[!private\]/u;
      // Code shows what it says, also where it says "private"; nowhere else may a mark survive.
      const text = JSON.stringify(one?.tree.blocks.filter((block) => block.kind !== 'code'));
      if (!text.includes('"code"') && !text.includes('"html"') && !text.includes('"math"')) expect(text).not.toMatch(hidden);
    }),
  );
});
