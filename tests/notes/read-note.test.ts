import { describe, expect, test } from 'vitest';
import { memorySite } from '../support/memory-vault.ts';

const noteOf = (path: string, text: string, config = {}) => {
  const note = memorySite({ [path]: text }, config).graph.notes.get(path as never);
  if (note === undefined) throw new Error(`${path} is not in the site`);
  return note;
};

describe('kind', () => {
  const cases: readonly (readonly [what: string, path: string, text: string, kind: string])[] = [
    ['a customer with date and account is a meeting', 'a.md', '---\ntype: customer\ndate: 2026-01-02\naccount: Acme\n---\n', 'meeting'],
    ['a customer without date is the account', 'Acme.md', '---\ntype: customer\n---\n', 'account'],
    [
      'a customer dated and naming itself is the account',
      'Acme.md',
      '---\ntype: customer\ndate: 2026-01-02\naccount: Acme\n---\n',
      'account',
    ],
    ['a dated file name and participants make a meeting', '2026-01-02 - Sync.md', '---\nparticipants: [Ann Lee]\n---\n', 'meeting'],
    ['date and account in body lines make a meeting', 'sync.md', '# Sync\n\n**Date**: 2026-01-02\n**Account**: [[Acme]]\n', 'meeting'],
    ['an account tag counts as account', '2026-01-02 Sync.md', '#account/acme\n', 'meeting'],
    ['a type stated outright beats the shape', 'x.md', '---\ntype: project\ndate: 2026-01-02\naccount: Acme\n---\n', 'project'],
    ['a transcript is no meeting', '2026-01-02 - raw.md', '---\ntype: source\naccount: Acme\n---\n', 'note'],
    ['kind beats type', 'x.md', '---\nkind: person\ntype: customer\n---\n', 'person'],
    ['a pure date is a daily note', 'Daily/2026-01-02.md', 'text', 'daily'],
    ['the note of an account folder is the account', 'Customers/Acme/Acme.md', 'text', 'account'],
    ['everything else is a note', 'x.md', '---\ndate: 2026-01-02\n---\n', 'note'],
  ];
  test.each(cases)('%s', (_, path, text, kind) => {
    expect(noteOf(path, text).kind).toBe(kind);
  });

  test('config maps folders and types', () => {
    const config = { kinds: { folders: { Team: 'person' }, types: { visit: 'meeting' } } } as never;
    expect(noteOf('Team/Ann.md', 'x', config).kind).toBe('person');
    expect(noteOf('v.md', '---\ntype: visit\n---\n', config).kind).toBe('meeting');
  });
});

describe('what a note says of itself', () => {
  test('body lines fill what frontmatter lacks, and frontmatter wins', () => {
    const note = noteOf(
      'm.md',
      '---\ndate: 2026-02-03\n---\n# M\n\n**Date**: 2026-01-02\n**Account**: [[Customers/Acme|the client]]\n**Attendees**: Ann Lee, Bo (remote); [[People/Cy Dee|Cy]]\n',
    );
    expect(note.date).toBe('2026-02-03');
    expect(note.claims).toEqual([{ via: 'body', text: 'Acme', line: 7 }]);
    expect(note.participants).toEqual(['Ann Lee', 'Bo', 'Cy Dee']);
  });

  test('title: frontmatter, else the file name, with the heading’s spelling when it is the same name', () => {
    expect(noteOf('a.md', '---\ntitle: Given\n---\n# Other').title).toBe('Given');
    expect(noteOf('q3-plan.md', '# Q3 plan\n').title).toBe('Q3 plan');
    expect(noteOf('q3-plan.md', '# Something else\n').title).toBe('q3-plan');
    expect(noteOf('Acme â€“ plan.md', '').title).toBe('Acme – plan');
    expect(noteOf('Besuch ZÃ¼rich.md', '').title).toBe('Besuch ZÃ¼rich');
  });

  test('sections by synonym end at the next heading of their level or a rule', () => {
    const note = noteOf('a.md', '## Next steps:\n- [ ] one\n### Later\n- [ ] two\n---\n- no\n## KEY TAKEAWAYS\n- fact\n\nprose\n');
    expect(note.sections.map(({ name, items, text }) => [name, items.map((item) => item.text), text])).toEqual([
      ['actions', ['one', 'two'], ''],
      ['facts', ['fact'], 'prose'],
    ]);
  });

  test('links in properties count and lists of links have places', () => {
    const note = noteOf(
      'a.md',
      '---\nrelated:\n  - "[[B#h|shown]]"\n  - text [[C]] text\nup: "[[D]]"\nraw: [[E]]\nmd: "[f](F.md), `[[no]]`"\npic: "![[p.png|40]]"\n---\n',
    );
    expect(note.links.map(({ path, subpath, display, property, line }) => [path, subpath, display, property, line])).toEqual([
      ['B', '#h', 'shown', 'related.0', 3],
      ['C', '', 'C', 'related.1', 4],
      ['D', '', 'D', 'up', 5],
      ['E', '', 'E', 'raw', 6],
      ['F.md', '', 'f', 'md', 7],
      ['p.png', '', '40', 'pic', 8],
    ]);
    expect(note.embeds).toMatchObject([{ path: 'p.png', kind: 'image', width: 40, line: 8, property: 'pic' }]);
  });

  test('a backlink’s context is the plain text of its block', () => {
    const note = noteOf('a.md', 'Before **bold** [[B|the b]] after\nsecond line\n\n- item with [[C]]\n\n| x | [[D]] |\n|---|---|\n');
    expect(note.links.map(({ path, context }) => [path, context])).toEqual([
      ['B', 'Before bold the b after second line'],
      ['C', 'item with C'],
      ['D', 'x · D'],
    ]);
  });

  test('privacy flags are read the careful way', () => {
    const state = (yaml: string): string => noteOf('a.md', `---\n${yaml}\n---\n`).publish;
    expect(() => state('private: "true"')).toThrow('not in the site');
    expect(() => state('publish: no')).toThrow('not in the site');
    expect(() => state('draft: perhaps')).toThrow('not in the site');
    expect(state('private: "false"')).toBe('unset');
    expect(state('publish: yes')).toBe('yes');
  });
});
