import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountView } from '../../src/views/view.ts';
import { ACCOUNT, longAccount } from '../support/long-account.ts';
import { memorySite } from '../support/memory-vault.ts';

const pageOf = (files: Readonly<Record<string, string>>, name: string): AccountView => {
  const site = memorySite(files);
  const account = site.graph.accounts.find((one) => one.name === name);
  const view = account === undefined ? undefined : site.page(account.url)?.view;
  if (view?.kind !== 'account') throw new Error(`No page of the account ${name}.`);
  return view;
};
const rowsOf = ({ timeline }: AccountView) => timeline.years.flatMap(({ months }) => months.flatMap(({ meetings }) => meetings));
const told = (view: AccountView) => rowsOf(view).map(({ date, title, marks }) => [date, title, marks?.join(' ')]);

describe('the timeline of an account', () => {
  const files = {
    'Acme.md': '---\ntype: customer\n---\n# Acme\n\nNext: [[2026-04-14 - Cutover night]]. Never written: [[2026-01-20 - Site visit]].\n',
    'a.md': '---\naccount: Acme\ndate: 2026-03-18\nsource_ref: Inbox/raw.md\n---\n## Decisions\n- Go.\n\n## Actions\n- [ ] Do\n- [x] Did\n',
    'b.md': '---\naccount: Acme\ndate: 2025-11-06\n---\nWords.\n',
    'Projects/Move.md': '---\ntype: project\naccount: Acme\ndate: 2026-02-01\n---\n- [ ] Pack\n',
    'Daily/2026-01-15.md': '---\ntags: [account/acme]\nkind: daily\n---\nA quiet day.\n',
    'Inbox/raw.md': '---\ntype: transcript\naccount: Acme\ndate: 2026-03-18\n---\nWords.\n',
    'Undated.md': 'Of #account/acme.\n',
  };
  const view = pageOf(files, 'Acme');

  test('has meetings, what is planned or has no note, and dated notes; a transcript stands with its meeting', () => {
    expect(told(view)).toEqual([
      ['2026-04-14', 'Cutover night', 'planned'],
      ['2026-03-18', 'a', 'meeting decisions open'],
      ['2026-02-01', 'Move', 'note open'],
      ['2026-01-20', 'Site visit', 'planned'],
      ['2026-01-15', '2026-01-15', 'note'],
      ['2025-11-06', 'b', 'meeting'],
    ]);
    expect(view.notes.map(({ title }) => title)).toEqual(['raw', 'Undated']);
  });

  test('offers only choices that set rows apart, with their numbers', () => {
    const { since, periods, marks, total } = view.timeline;
    expect(total).toBe(6);
    expect(since).toEqual({ date: '2025-12-18', count: 5 });
    expect(periods.map(({ text, count, older }) => [text, count, older])).toEqual([
      ['2026', 5, false],
      ['2025', 1, false],
    ]);
    expect(marks).toEqual([
      { mark: 'meeting', count: 2 },
      { mark: 'note', count: 2 },
      { mark: 'planned', count: 2 },
      { mark: 'decisions', count: 1 },
      { mark: 'open', count: 2 },
    ]);
  });

  test('counts three months back to the same day, or to the last of a shorter month', () => {
    const since = (date: string) =>
      pageOf({ 'a.md': `---\naccount: Acme\ndate: ${date}\n---\n`, 'b.md': '---\naccount: Acme\ndate: 2001-01-01\n---\n' }, 'Acme').timeline
        .since?.date;
    expect([since('2026-03-18'), since('2025-05-31'), since('2024-05-31'), since('2026-02-28')]).toEqual([
      '2025-12-18',
      '2025-02-28',
      '2024-02-29',
      '2025-11-28',
    ]);
  });

  test('is told without years while it is short, and with a line a year of weeks once it is long', () => {
    expect(view.timeline.years.map(({ year, folded }) => [year, folded])).toEqual([
      [null, false],
      [null, false],
    ]);
    expect(view.timeline.weeks).toBeNull();
    const { years, weeks } = pageOf(longAccount(500), ACCOUNT).timeline;
    expect(years.map(({ year, folded, meetings }) => [year, folded, meetings])).toEqual([
      ['2026', false, 22],
      ['2025', true, 100],
      ['2024', true, 100],
      ['2023', true, 100],
      ['2022', true, 100],
      ['2021', true, 78],
    ]);
    expect(
      weeks?.years.map(({ year, meetings, weeks: held }) => [year, meetings, held.reduce((sum, { count }) => sum + count, 0)]),
    ).toEqual(years.map(({ year, meetings }) => [year, meetings, meetings]));
    expect(weeks?.years.flatMap(({ weeks: held }) => held).every(({ week }) => week >= 0 && week < 54)).toBe(true);
  });

  test('counts what a page can not hold, and says where it is', () => {
    const { timeline, meetingTotal, decisions, actions } = pageOf(longAccount(2000, 12), ACCOUNT);
    expect(timeline.elsewhere?.count).toBe(meetingTotal - timeline.total);
    expect(timeline.elsewhere?.pages.length).toBeGreaterThan(5);
    expect(timeline.periods.map(({ count }) => count).reduce((a, b) => a + b)).toBe(timeline.total);
    expect(decisions.rows.length + decisions.left).toBeGreaterThan(1000);
    expect(actions.openTotal).toBeGreaterThan(actions.open.reduce((sum, { rows }) => sum + rows.length, 0) + actions.later.length);
  });
});

test('whatever the dates, every entry is shown or counted, in order, in its month and year', () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(fc.tuple(day, fc.constantFrom('customer', 'project', 'meeting')), { minLength: 1, maxLength: 90 }), (notes) => {
      const files = notes.map(([date, type], i) => [
        `n${i}.md`,
        `---\ntype: ${type}\naccount: Acme\ndate: ${date}\n---\n## Decisions\n- x\n`,
      ]);
      const view = pageOf(Object.fromEntries(files), 'Acme');
      const { years, total, elsewhere, periods, since } = view.timeline;
      const rows = rowsOf(view);
      expect(total + (elsewhere?.count ?? 0)).toBe(notes.length);
      expect(rows.map(({ date }) => date)).toEqual(
        notes
          .map(([date]) => date)
          .sort()
          .reverse(),
      );
      for (const { year, months, at } of years) {
        for (const { month, meetings } of months) for (const { date } of meetings) expect(date.startsWith(month)).toBe(true);
        if (year !== null) for (const { month } of months) expect(month.startsWith(year)).toBe(true);
        expect(at).toBeLessThan(8);
      }
      if (periods.length > 0) expect(periods.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      if (since !== null) expect(rows.filter(({ date }) => date >= since.date)).toHaveLength(since.count);
    }),
    { numRuns: 40 },
  );
});
