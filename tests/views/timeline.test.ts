import { describe, expect, test } from 'vitest';
import type { PageUrl } from '../../src/graph/graph.ts';
import type { Site } from '../../src/site.ts';
import type { TimelineView } from '../../src/views/list-view.ts';
import { memorySite } from '../support/memory-vault.ts';

const day = (n: number) => new Date(Date.UTC(2019, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** A site with meetings on these dates. */
function siteOf(dates: readonly string[]): Site {
  return memorySite(
    Object.fromEntries(dates.map((date, i) => [`m/${date} - Call ${i}.md`, `---\ndate: ${date}\naccount: Acme\n---\nWe met.`])),
  );
}

function viewOf(site: Site, url: string): TimelineView {
  const view = site.page(url as PageUrl)?.view;
  if (view?.kind !== 'timeline') throw new Error(`${url} is no timeline`);
  return view;
}

const timelinesOf = (site: Site): readonly string[] => site.plan.filter(({ kind }) => kind === 'timeline').map(({ url }) => url);

/** Every day of every calendar leads to the page that holds its meetings. */
function lostDays(site: Site): readonly string[] {
  return timelinesOf(site).flatMap((url) =>
    viewOf(site, url).calendar.flatMap((year) =>
      year.days
        .filter(({ href, date, count }) => {
          const [page = '', anchor] = href.split('#');
          const held = viewOf(site, page).months.flatMap(({ meetings }) => meetings.filter((meeting) => meeting.date === date));
          return anchor !== `d${date}` || held.length !== count;
        })
        .map(({ href }) => `${url} -> ${href}`),
    ),
  );
}

describe('the calendar of the timeline', () => {
  test('of a few meetings shows all years on one page, each day a link', () => {
    const site = siteOf(['2024-12-30', '2026-03-01', '2026-03-01', '2026-03-17']);
    expect(timelinesOf(site)).toEqual(['timeline.html']);
    const view = viewOf(site, 'timeline.html');
    expect(view.calendar.map(({ text, count, days, linked }) => [text, count, days.length, linked])).toEqual([
      ['2026', 3, 2, true],
      ['2024', 1, 1, true],
    ]);
    expect([view.year, view.years, view.monthsOfYear]).toEqual([null, [], []]);
    expect(lostDays(site)).toEqual([]);
  });

  test('over many years shows all of them once, each page its own, and draws more days than it links', () => {
    const site = siteOf(Array.from({ length: 900 }, (_, i) => day(i * 3)));
    const pages = timelinesOf(site);
    expect(pages).toEqual(['timeline.html', ...[2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => `timeline/${year}.html`)]);
    const { calendar, years } = viewOf(site, 'timeline.html');
    expect(calendar.map(({ text }) => text)).toEqual(years.map(({ text }) => text));
    expect(calendar.reduce((sum, { count }) => sum + count, 0)).toBe(900);
    expect(calendar.map(({ linked }) => linked)).toEqual([true, true, true, false, false, false, false, false]);
    for (const url of pages.slice(1))
      expect(viewOf(site, url).calendar.map(({ text, linked }) => [text, linked])).toEqual([[url.slice(9, 13), true]]);
    expect(lostDays(site)).toEqual([]);
  });

  test('of a busy year leads to pages of its months', () => {
    const site = siteOf([...Array.from({ length: 365 }, (_, i) => day(i)), '2020-05-05']);
    expect(timelinesOf(site)).toHaveLength(13);
    const march = viewOf(site, 'timeline/2019-03.html');
    expect(march.monthsOfYear.map(({ text, count }) => [text, count])[9]).toEqual(['2019-03', 31]);
    expect(march.monthsOfYear.find(({ current }) => current)?.href).toBe('timeline/2019-03.html');
    expect(march.years.map(({ text, href, current }) => [text, href, current])).toEqual([
      ['2020', 'timeline.html', false],
      ['2019', 'timeline/2019-12.html', true],
    ]);
    expect(lostDays(site)).toEqual([]);
  });
});
