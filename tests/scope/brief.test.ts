import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { noteReader } from '../../src/notes/read-note.ts';
import { type BriefRequest, scopeOfBrief } from '../../src/scope/brief.ts';
import { memoryVault } from '../support/memory-vault.ts';

const request: BriefRequest = { accounts: ['Northwind Grocers'], since: null, until: null, attachments: [] };

function select(files: Readonly<Record<string, string>>, changes: Partial<BriefRequest> = {}) {
  const notes = memoryVault(files).notes.map(noteReader(defaultConfig).read);
  return scopeOfBrief(notes, defaultConfig, { ...request, ...changes });
}

const meeting = (account: string, more = ''): string => `---\ndate: 2026-03-18\naccount: ${account}\n${more}---\nText.\n`;

describe('a note gets into a brief', () => {
  test.each([
    ['frontmatter', { 'a.md': meeting('Northwind Grocers') }],
    ['frontmatter, as a link', { 'a.md': meeting('"[[Customers/Northwind Grocers/Northwind Grocers|NWG]]"') }],
    ['frontmatter, in other case and width', { 'a.md': meeting('ＮORTHWIND  grocers') }],
    ['tag', { 'a.md': '---\ndate: 2026-03-18\ntags: [account/northwind-grocers]\n---\nText.\n' }],
    ['text', { 'a.md': '# Call\n\n**Date**: 2026-03-18\n**Account**: Northwind Grocers\n\nText.\n' }],
    ['folder', { 'Customers/Northwind Grocers/2026-03-18 - Call.md': 'Text.\n' }],
    ['title', { 'Northwind Grocers.md': '---\ntype: customer\n---\nText.\n' }],
  ])('by %s', (way, files) => {
    const { scope, included, refusals } = select(files);
    expect(scope.notes.map(({ path }) => path)).toEqual(Object.keys(files));
    expect(included[0]?.rule).toBe(`account by ${way.split(',')[0]}`);
    expect(refusals).toEqual([]);
  });

  test('only by itself: notes that are linked to, or lie beside it without a date, stay behind', () => {
    const { scope, refusals } = select({
      'Customers/Northwind Grocers/2026-03-18 - Call.md': '[[Runbook]] and [[Tomas]]\n',
      'Customers/Northwind Grocers/Runbook.md': 'Steps.\n',
      'People/Tomas.md': '---\ntype: person\n---\n',
    });
    expect(scope.notes).toHaveLength(1);
    expect(scope.excluded).toEqual([
      { path: 'Customers/Northwind Grocers/Runbook.md', rule: 'no account' },
      { path: 'People/Tomas.md', rule: 'no account' },
    ]);
    expect(refusals).toEqual([]);
  });

  test.each([['Northwind'], ['Northwind Grocers Canada'], ['Grocers'], ['Halden Rail']])(
    'never by the name of another account: %s',
    (name) => {
      const { scope, refusals } = select({
        'a.md': meeting(name),
        'b.md': `---\ndate: 2026-01-01\ntags: [account/${name.toLowerCase().replaceAll(' ', '-')}]\n---\n`,
      });
      expect(scope.notes).toEqual([]);
      expect(refusals).toEqual([]);
    },
  );

  test.each([['private: true'], ['draft: yes'], ['publish: false'], ['publish: "no"'], ['private: perhaps']])('not with %s', (flag) => {
    const { scope, refusals } = select({ 'a.md': meeting('Northwind Grocers', `${flag}\n`) });
    expect(scope.notes).toEqual([]);
    expect(refusals).toEqual([]);
  });

  test('only within its days; what has no date is always in', () => {
    const dated = (date: string): string => `---\ndate: ${date}\naccount: Northwind Grocers\n---\n`;
    const { scope } = select(
      {
        'a.md': dated('2026-01-31'),
        'b.md': dated('2026-02-01'),
        'c.md': dated('2026-02-28'),
        'd.md': dated('2026-03-01'),
        'e.md': '---\naccount: Northwind Grocers\n---\n',
      },
      { since: '2026-02-01', until: '2026-02-28' },
    );
    expect(scope.notes.map(({ path }) => path)).toEqual(['b.md', 'c.md', 'e.md']);
    expect(scope.excluded).toEqual([
      { path: 'a.md', rule: 'since' },
      { path: 'd.md', rule: 'until' },
    ]);
  });
});

describe('a brief is refused', () => {
  test.each([
    ['two accounts', meeting('[Northwind Grocers, Halden Rail]'), 'two-accounts'],
    ['a tag of another account', meeting('Northwind Grocers', 'tags: [account/halden-rail]\n'), 'two-accounts'],
    ['a letter that only looks right', meeting('Northwind Grоcers'), 'look-alike'],
    ['a sign without width', meeting('North\u200bwind Grocers'), 'look-alike'],
  ])('for a note that names %s', (_, text, rule) => {
    const { scope, refusals } = select({ 'a.md': text });
    expect(scope.notes).toEqual([]);
    expect(refusals).toMatchObject([{ path: 'a.md', rule }]);
  });

  test('for a note of the account whose frontmatter cannot be read, claimed by folder or tag', () => {
    const broken = '---\naccount: Northwind Grocers\nx: a: b\n---\nText.\n';
    const { scope, refusals } = select({
      'Customers/Northwind Grocers/2026-03-18 - Call.md': broken,
      'Customers/Northwind Grocers/Notes.md': broken,
      'Inbox/tagged.md': '---\nx: a: b\n---\nText #account/northwind-grocers\n',
      'Inbox/other.md': '---\nx: a: b\n---\nText.\n',
    });
    expect(scope.notes).toEqual([]);
    expect(refusals.map(({ path, rule }) => [path, rule])).toEqual([
      ['Customers/Northwind Grocers/2026-03-18 - Call.md', 'not-clean'],
      ['Customers/Northwind Grocers/Notes.md', 'not-clean'],
      ['Inbox/tagged.md', 'not-clean'],
    ]);
  });

  test('for another name that the account has, until the profile lists it', () => {
    const files = { 'Northwind Grocers.md': '---\ntype: customer\naliases: [NWG]\n---\n', 'a.md': meeting('NWG') };
    expect(select(files).refusals).toMatchObject([{ path: 'a.md', rule: 'other-name' }]);
    const both = select(files, { accounts: ['Northwind Grocers', 'NWG'] });
    expect(both.scope.notes).toHaveLength(2);
    expect(both.refusals).toEqual([]);
  });

  test('no longer for two accounts that the profile lists', () => {
    const { scope, refusals } = select(
      { 'a.md': meeting('[Northwind Grocers, Halden Rail]') },
      { accounts: ['Northwind Grocers', 'Halden Rail'] },
    );
    expect(scope.notes).toHaveLength(1);
    expect(refusals).toEqual([]);
  });

  test('for a file in the folder of the account that could not be read at all', () => {
    const { refusals } = scopeOfBrief(
      [],
      defaultConfig,
      request,
      [],
      [
        { path: 'Customers/Northwind Grocers/x.md' as never, reason: 'it is not text' },
        { path: 'Customers/Halden Rail/x.md' as never, reason: 'it is not text' },
      ],
    );
    expect(refusals).toMatchObject([{ path: 'Customers/Northwind Grocers/x.md', rule: 'unread' }]);
  });
});
