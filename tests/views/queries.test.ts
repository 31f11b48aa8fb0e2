import { describe, expect, test } from 'vitest';
import type { PageUrl } from '../../src/graph/graph.ts';
import type { Queries } from '../../src/views/mdx-view.ts';
import { memorySite } from '../support/memory-vault.ts';

const meeting = (account: string, more = '') =>
  `---\naccount: ${account}\nparticipants: [Ann Bly, Bo Cole]\n---\n\nText of a meeting.\n\n${more}`;
const FILES = {
  'Deals/2026-01-02 - One.md': meeting(
    'Acme',
    '## Decisions\n\n- First\n- Second\n\n## Actions\n\n- [ ] Late @Ann 📅 2026-01-05\n- [?] Maybe @Bo\n',
  ),
  'Deals/2026-02-02 - Two.md': meeting(
    'Beta',
    '## Decisions\n\n- Third\n\n## Actions\n\n- [x] Done @Ann ✅ 2026-02-03\n- [ ] Soon @Ann 📅 2026-03-05\n',
  ),
  'Deals/Acme.md': '---\ntype: customer\ntags: [tier/gold]\naliases: [Acme Ltd]\n---\n\nSee [[2026-01-20 - Never written]].\n',
  '2026-03-02 - Three.md': meeting('Acme'),
  'Topics/Old.md': '---\ntags: [topic/a]\nupdated: 2025-01-01\n---\n',
  'Topics/New.md': '---\ntags: [topic]\ntype: idea\nupdated: 2025-02-01\n---\n',
  'Hidden.md': `---\nprivate: true\naccount: Acme\ndate: 2026-02-20\n---\n\n- [ ] Secret @Ann\n`,
  'p.mdx': '<Accounts />',
};

function query(): Queries {
  const page = memorySite(FILES, { mdx: { trusted: ['p.mdx'] } }).page('notes/p.html' as PageUrl);
  if (page?.mdx === undefined) throw new Error('the page has no program');
  return page.mdx.query;
}

const texts = (rows: readonly { readonly html: string }[]) => rows.map(({ html }) => html);

describe('questions of a page', () => {
  test('accounts: last contact first, by name, by alias, by tag', () => {
    expect(
      query()
        .accounts({})
        .rows.map(({ name }) => name),
    ).toEqual(['Acme', 'Beta']);
    expect(
      query()
        .accounts({ account: 'Acme Ltd' })
        .rows.map(({ name }) => name),
    ).toEqual(['Acme']);
    expect(
      query()
        .accounts({ tag: '#tier' })
        .rows.map(({ name }) => name),
    ).toEqual(['Acme']);
  });

  test('timeline: newest first, within days, with what was never written up', () => {
    expect(
      query()
        .timeline({})
        .rows.map(({ date }) => date),
    ).toEqual(['2026-03-02', '2026-02-02', '2026-01-02']);
    expect(
      query()
        .timeline({ account: 'acme' })
        .rows.map(({ date, ghost }) => [date, ghost]),
    ).toEqual([
      ['2026-03-02', false],
      ['2026-01-20', true],
      ['2026-01-02', false],
    ]);
    expect(
      query()
        .timeline({ since: '2026-02-02', until: '2026-02-28' })
        .rows.map(({ date }) => date),
    ).toEqual(['2026-02-02']);
  });

  test('actions: the most urgent first, by owner, state and due', () => {
    expect(texts(query().actions({}).rows)).toEqual(['Late', 'Soon', 'Maybe']);
    expect(texts(query().actions({ owner: 'Ann' }).rows)).toEqual(['Late', 'Soon']);
    expect(texts(query().actions({ owner: 'Ann Bly', account: 'Beta', state: 'all' }).rows)).toEqual(['Soon', 'Done']);
    expect(texts(query().actions({ state: 'proposed' }).rows)).toEqual(['Maybe']);
    expect(texts(query().actions({ state: 'closed' }).rows)).toEqual(['Done']);
    expect(texts(query().actions({ due: 'overdue' }).rows)).toEqual(['Late']);
    expect(query().actions({ due: 'overdue', owner: 'Ann', limit: 1 }).all).toBe('actions.html#state=overdue&owner=Ann%20Bly');
  });

  test('decisions: newest first, the limit counts decisions', () => {
    const { rows, shown, total, all } = query().decisions({ limit: 2 });
    expect(rows.flatMap(({ rulings }) => texts(rulings))).toEqual(['Third', 'First']);
    expect([shown, total, all]).toEqual([2, 3, 'decisions.html']);
    expect(query().decisions({ account: 'Acme', since: '2026-01-03' }).total).toBe(0);
  });

  test('notes: newest first, by tag with those below, folder, kind and account', () => {
    const titles = (asked: Readonly<Record<string, unknown>>) =>
      query()
        .noteList(asked)
        .rows.map(({ title }) => title);
    expect(titles({ tag: 'topic' })).toEqual(['New', 'Old']);
    expect(titles({ folder: 'Topics/' })).toEqual(['New', 'Old']);
    expect(titles({ kind: 'Idea' })).toEqual(['New']);
    expect(titles({ kind: 'meeting', account: 'Beta' })).toEqual(['Two']);
    expect(query().noteList({ tag: 'topic', limit: 1 })).toMatchObject({ shown: 1, total: 2, all: 'tags/topic.html' });
  });

  test('a name that nothing is called by is said, and is not everything', () => {
    for (const ask of ['accounts', 'timeline', 'actions', 'decisions', 'noteList'] as const) {
      expect(query()[ask]({ account: 'Nobody' })).toMatchObject({ rows: [], total: 0, unknown: { what: 'account', name: 'Nobody' } });
    }
    expect(query().noteList({ tag: 'none' }).unknown).toEqual({ what: 'tag', name: 'none' });
    expect(query().actions({ owner: 'Nobody' }).rows).toEqual([]);
  });

  test('whatever a program asks with, it gets rows', () => {
    for (const asked of [{ account: 3 }, { limit: 'x' }, { limit: -1 }, { since: {} }, { tag: null }, { owner: [] }]) {
      expect(query().actions(asked).rows.length).toBe(3);
      expect(query().timeline(asked).rows.length).toBe(3);
    }
  });

  test('an embed is a part of a note in place, or says that it is not there', () => {
    expect(query().embed('2026-01-02 - One#Decisions')).toMatch(/class="embed"[\s\S]*First/u);
    expect(query().embed('Nothing]] <b>')).toContain('hollow');
  });

  test('notes that rules keep out are in no answer', () => {
    expect(JSON.stringify([query().actions({ state: 'all' }), query().timeline({}), query().noteList({})])).not.toMatch(/Secret|Hidden/u);
  });
});
