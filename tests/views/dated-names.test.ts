import { describe, expect, test } from 'vitest';
import { recordFrom } from '../../src/search/record.ts';
import type { Site } from '../../src/site.ts';
import { heatFrom } from '../../src/views/heat.ts';
import { memorySite } from '../support/memory-vault.ts';

const path = 'Customers/Acme/2026-02-20 - Canada followup.md';
const text = '# Canada followup\n\n**Date**: 2026-02-20\n**Account**: Acme\n**Attendees**: Quentin Bell, Tomas Lindqvist\n';
const site = memorySite({
  [path]: `---\naccount: Acme\n---\n${text}\n## Decisions\n- We go.\n\n## Next Steps\n- [ ] Ask them 📅 2026-03-01\n`,
  'Customers/Acme/2026-03-06 - Review.md':
    '---\naccount: Acme\n---\nSee [[2026-02-20 - Canada followup]] and [[2026-02-20 - Canada followup#Canada followup]].\n',
  '2026-02-03.md': 'A day.\n',
});

function pageOf(some: Site, test: (view: NonNullable<ReturnType<Site['page']>>['view']) => boolean) {
  const page = some.plan.flatMap(({ url }) => some.page(url) ?? []).find(({ view }) => test(view));
  if (page === undefined) throw new Error('There is no such page.');
  return page;
}

describe('a note whose file name begins with its date', () => {
  const note = [...site.graph.notes.values()].find((one) => one.path === path);
  const meeting = pageOf(site, (view) => view.kind === 'meeting' && view.date === '2026-02-20');

  test('keeps its whole name as title, and its first heading is not shown again', () => {
    expect(note?.title).toBe('2026-02-20 - Canada followup');
    expect(note?.titleLine).toBe(4);
    if (meeting.view.kind !== 'meeting') throw new Error('no meeting');
    expect(meeting.title).toBe('2026-02-20 - Canada followup');
    expect(meeting.view.name).toBe('Canada followup');
    expect(meeting.view.body.outline.map(({ id }) => id)).not.toContain('canada-followup');
    expect(meeting.view.body.html).not.toContain('<h1');
  });

  test('is called without the date wherever the date stands beside it', () => {
    const account = pageOf(site, (view) => view.kind === 'account').view;
    const later = pageOf(site, (view) => view.kind === 'meeting' && view.date === '2026-03-06').view;
    const decisions = pageOf(site, (view) => view.kind === 'decisions').view;
    const actions = pageOf(site, (view) => view.kind === 'actions').view;
    if (account.kind !== 'account' || later.kind !== 'meeting' || decisions.kind !== 'decisions' || actions.kind !== 'actions')
      throw new Error('a page is missing');
    const rows = account.timeline.years.flatMap(({ months }) => months.flatMap(({ meetings }) => meetings));
    expect(rows.map(({ title }) => title)).toEqual(['Review', 'Canada followup']);
    expect(later.previous?.text).toBe('Canada followup');
    expect(later.rail.map(({ text }) => text)).toEqual(['Review', 'Canada followup']);
    expect(JSON.stringify(decisions)).not.toContain('"2026-02-20 - ');
    expect(actions.buckets.flatMap(({ rows }) => rows.flatMap(({ sources }) => sources.map((one) => one.text)))).toEqual([
      'Canada followup',
    ]);
  });

  test('is found by its whole name, and a link to the heading it does not show leads to its page', () => {
    const links = site.graph.links.get('Customers/Acme/2026-03-06 - Review.md' as never) ?? [];
    expect(links.map(({ to }) => [to.status, to.href])).toEqual([
      ['found', meeting.url],
      ['found', meeting.url],
    ]);
  });

  test('named by the date alone keeps it', () => {
    const day = pageOf(site, (view) => view.kind === 'kind' || (view.kind === 'note' && view.noteKind === 'daily'));
    expect(day.title).toMatch(/2026-02-03|Daily/u);
  });
});

describe('what a note is summed up by', () => {
  test('is not the lines that only say who and when, nor where it comes from', () => {
    const of = (body: string) => [...memorySite({ 'm.md': body }).graph.notes.values()][0]?.excerpt;
    const head = '**Date**: 2026-02-20\n**Account**: [[Old Harbour]]\n**Attendees**: Quentin Bell, Tomas Lindqvist\n';
    expect(of(`# M\n\n${head}\nWe agreed to look at the cranes again in the spring.\n`)).toBe(
      'We agreed to look at the cranes again in the spring.',
    );
    expect(of(`# M\n\n${head}\n- [ ] Ask\n`)).toBe('');
    expect(
      of(
        '# M\n\n**Source**: [[Inbox/_archive/2026-02-20 - raw transcript of the call]]\n\nThe cranes are old and nobody wants to pay for them.\n',
      ),
    ).toBe('The cranes are old and nobody wants to pay for them.');
    expect(of('# M\n\n*Source: [[Inbox/_archive/2026-02-20 - raw transcript of the call]]*\n')).toBe('');
    expect(of(`# M\n\n${head}We agreed to look at the cranes again in the spring.\n`)).toBe(
      'We agreed to look at the cranes again in the spring.',
    );
  });
});

describe('a calendar of days', () => {
  test('ends at the newest meeting where that is more than a year before the day the build counts from', () => {
    const rows = ['2023-02-01', '2023-03-01', '2023-03-08', '2023-04-05'].map((date) => ({
      date,
      href: `m/${date}.html` as never,
      ghost: false,
    }));
    const heat = heatFrom(rows, '2026-03-17');
    expect([heat?.from, heat?.to, heat?.days.length]).toEqual(['2023-02-01', '2023-04-05', 4]);
  });
});

describe('dates that can not be read', () => {
  const found = (files: Record<string, string>) =>
    memorySite(files)
      .diagnostics.filter(({ code }) => code === 'task-date-unread' || code === 'date-invalid')
      .map(({ code, line, message }) => `${code} ${line}: ${message}`);

  test('behind a sign are findings, once each', () => {
    expect(
      found({
        'a.md':
          '- [ ] One 📅 tomorrow\n- [ ] Two 📅 2026-3-5\n- [ ] Three ⏳ next week 🔼\n- [ ] Four [due:: soon]\n- [ ] Five 📅 2026-03-05\n- [ ] Six 📅\n- [x] Seven ✅ done\n',
      }),
    ).toEqual([
      'task-date-unread 1: "📅 tomorrow" has no date that can be read.',
      'task-date-unread 2: "📅 2026-3-5" has no date that can be read.',
      'task-date-unread 3: "⏳ next week" has no date that can be read.',
      'task-date-unread 4: "[due:: soon]" has no date that can be read.',
      'task-date-unread 6: "📅" has no date that can be read.',
    ]);
  });

  test('at the start of a file name are findings, unless the note has a date', () => {
    expect(
      found({
        '2026-13-45 - bad date.md': '---\naccount: Acme\nparticipants: [Ann Lee]\n---\nHm.\n',
        '2026-3-5 - call.md': '---\naccount: Acme\n---\nHm.\n',
        '2026-14-01 - dated.md': '---\ndate: 2026-01-14\naccount: Acme\n---\nHm.\n',
        '2026-01-14 - good.md': '---\naccount: Acme\n---\nHm.\n',
        '2026 plan.md': 'Hm.\n',
      }),
    ).toEqual([
      'date-invalid null: The file name begins with 2026-13-45, which is no date.',
      'date-invalid null: The file name begins with 2026-3-5, which is no date.',
    ]);
  });
});

test('is found in search by its whole name, and by no heading that its page does not show', () => {
  const planned = site.plan.find(({ note }) => note === path);
  const record = planned === undefined ? null : recordFrom(site, planned);
  expect(JSON.stringify(record)).toContain('2026-02-20 - Canada followup');
  expect(JSON.stringify(record)).not.toContain('id=\\"canada-followup\\"');
});
