import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/site.ts';
import type { DecisionsView } from '../../src/views/list-view.ts';
import { memorySite } from '../support/memory-vault.ts';

const vault = (counts: Readonly<Record<string, number>>, undated = 0): Site =>
  memorySite({
    ...Object.fromEntries(
      Object.entries(counts).map(([date, count]) => [
        `${date}.md`,
        `---\ntype: meeting\ndate: ${date}\naccount: Acme\n---\n## Decisions\n${Array.from({ length: count }, (_, i) => `- ${date} ${i}`).join('\n')}`,
      ]),
    ),
    ...(undated > 0 && { 'rules.md': `## Decisions\n${Array.from({ length: undated }, (_, i) => `- rule ${i}`).join('\n')}` }),
  });
const views = (site: Site): readonly (readonly [string, DecisionsView])[] =>
  site.plan.flatMap(({ url }) => {
    const view = site.page(url)?.view;
    return view?.kind === 'decisions' ? [[url, view] as const] : [];
  });
const shown = (view: DecisionsView): number =>
  view.months.reduce((sum, { rows }) => sum + rows.flatMap(({ rulings }) => rulings).length, 0);

describe('the log of decisions', () => {
  test('is one page as long as it fits, with years to filter by', () => {
    const [[url, view] = ['', null], ...more] = views(vault({ '2025-12-01': 3, '2026-01-05': 2 }, 1));
    expect([url, more.length, view?.period, view && shown(view)]).toEqual(['decisions.html', 0, null, 6]);
    expect(view?.years.map(({ year, count, page }) => [year, count, page])).toEqual([
      ['2026', 2, null],
      ['2025', 3, null],
    ]);
    expect(view?.months.map(({ month, count }) => [month, count])).toEqual([
      ['2026-01', 2],
      ['2025-12', 3],
      ['', 1],
    ]);
  });

  test('is cut by year, and by month where a year holds too much; nothing is lost', () => {
    const site = vault({ '2024-05-01': 20, '2025-03-01': 300, '2025-04-01': 300, '2026-01-05': 5 }, 2);
    const pages = views(site);
    expect(pages.map(([url, view]) => [url, shown(view)])).toEqual([
      ['decisions.html', 5],
      ['decisions/2024.html', 22],
      ['decisions/2025-03.html', 300],
      ['decisions/2025-04.html', 300],
    ]);
    const [, april] = pages[3] ?? ['', null];
    expect(
      april?.years.map(({ year, page, months }) => [year, page?.href ?? null, months.map(({ href, current }) => [href, current])]),
    ).toEqual([
      ['2026', 'decisions.html', []],
      [
        '2025',
        null,
        [
          ['decisions/2025-04.html', true],
          ['decisions/2025-03.html', false],
        ],
      ],
      ['2024', 'decisions/2024.html', []],
    ]);
  });

  test('leads to the decisions on the page of an account', () => {
    const [[, view] = ['', null]] = views(vault({ '2026-01-05': 1 }));
    expect(view?.accounts).toEqual([{ text: 'Acme', href: 'accounts/acme.html#d-decisions', count: 1 }]);
  });
});
