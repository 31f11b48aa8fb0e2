import { describe, expect, test } from 'vitest';
import type { BacklinkContext } from '../../src/views/backlink-row.ts';
import type { GhostView } from '../../src/views/view.ts';
import { memorySite } from '../support/memory-vault.ts';

const site = memorySite({
  'Customers/Acme/Acme.md':
    '---\ntype: customer\n---\n# Acme\n## Related\n- [[Feed]]\n- [[2026-03-25 - Rehearsal]]\n\n## About [[Feed]]\n![[Feed]]',
  'Customers/Acme/2026-01-10 - One.md':
    '---\naccount: Acme\ntopic: "[[Feed]]"\nsource_ref: "Inbox/_archive/2026-01-10/2026-01-10 - Raw words.md"\n---\nSource: [[Inbox/_archive/2026-01-10/2026-01-10 - Raw words.md|Raw words]]\n\nThe [[Feed]] broke.\n',
  'Customers/Acme/2026-03-25 - Prep.md': '---\naccount: Acme\n---\n| What | Who |\n| --- | --- |\n| [[Feed]] | Ann |\n',
  'Feed, second draft.md': '---\naliases: [Twin]\n---\nx',
  'Other.md': '---\naliases: [Twin]\n---\n[[Feed]] at the top, [[Twin]], [[Is it: so?]].',
});
const ghost = (name: string): GhostView => {
  const view = site.plan.flatMap(({ url }) => site.page(url)?.view ?? []).find((one) => one.kind === 'ghost' && one.name === name);
  if (view?.kind !== 'ghost') throw new Error(`no page for ${name}`);
  return view;
};
const told = ({ property, alone, runs }: BacklinkContext): string =>
  property !== null
    ? `property ${property}`
    : alone
      ? `${alone.as} under ${alone.heading}`
      : runs.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');

describe('the page of a name without a note', () => {
  test('tells where each mention stands, also where there is no sentence', () => {
    const rows = ghost('Feed').mentions.map(({ title, contexts }) => [title, ...contexts.map(told)]);
    expect(rows).toEqual([
      ['Prep', '[Feed] · Ann'],
      ['One', 'property Topic', 'The [Feed] broke.'],
      ['Acme', 'link under Related', 'About [Feed]', 'embed under About Feed'],
      ['Other', '[Feed] at the top, Twin, Is it: so?.'],
    ]);
  });

  test('counts notes, accounts and days', () => {
    const { mentionTotal, accounts, first, last, missing, file } = ghost('Feed');
    expect([mentionTotal, accounts.map(({ text }) => text), first, last]).toEqual([4, ['Acme'], '2026-01-10', '2026-03-25']);
    expect([missing, file]).toEqual(['note', 'Feed.md']);
  });

  test('of a meeting: its day, meetings of that day, and the folder where those of the account lie', () => {
    expect(ghost('2026-03-25 - Rehearsal')).toMatchObject({
      title: 'Rehearsal',
      date: '2026-03-25',
      missing: 'meeting',
      near: [{ text: '2026-03-25 - Prep', reason: 'day' }],
      file: 'Customers/Acme/2026-03-25 - Rehearsal.md',
    });
  });

  test('of a source that is not in the vault: the note made from it, and no guesses', () => {
    expect(ghost('2026-01-10 - Raw words')).toMatchObject({
      title: 'Raw words',
      missing: 'source',
      made: [{ text: '2026-01-10 - One' }],
      near: [],
      file: 'Inbox/_archive/2026-01-10/2026-01-10 - Raw words.md',
    });
  });

  test('that several notes carry: all of them by path, and no file to write', () => {
    expect(ghost('Twin')).toMatchObject({
      missing: 'choice',
      candidates: [{ path: 'Feed, second draft.md' }, { path: 'Other.md' }],
      file: null,
    });
  });

  test('that several files carry: files are no notes to choose from', () => {
    const { plan, page } = memorySite({
      'A.md': '![x](<img/logo.png>) [[old/board.canvas]]',
      'a/logo.png': '',
      'b/logo.png': '',
      'a/board.canvas': '{}',
      'b/board.canvas': '{}',
    });
    const views = plan.flatMap(({ url }) => page(url)?.view ?? []).filter((view) => view.kind === 'ghost');
    expect(views.map(({ missing, candidates }) => [missing, candidates])).toEqual([
      ['note', []],
      ['note', []],
    ]);
  });

  test('that no file can have: none is proposed', () => {
    expect(ghost('Is it: so?').file).toBeNull();
  });
});
