import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/site.ts';
import type { MeetingView, PeopleView, PersonView } from '../../src/views/view.ts';
import { memorySite } from '../support/memory-vault.ts';

const meeting = (account: string, date: string, people: string, body = ''): string =>
  `---\naccount: ${account}\ndate: ${date}\nparticipants: [${people}]\n---\n${body}\n`;
const peopleOf = (site: Site): PeopleView => {
  const view = site.plan.flatMap(({ url }) => site.page(url) ?? []).find((page) => page.view.kind === 'people')?.view;
  if (view?.kind !== 'people') throw new Error('No index of people.');
  return view;
};
const personOf = (site: Site, name: string): PersonView => {
  const view = site.plan
    .flatMap(({ url }) => site.page(url) ?? [])
    .find((page) => page.view.kind === 'person' && page.view.name === name)?.view;
  if (view?.kind !== 'person') throw new Error(`No page of ${name}.`);
  return view;
};

describe('people', () => {
  const site = memorySite({
    'a1.md': meeting('Acme', '2026-01-02', 'Ines Okafor, Ann Lee, Bo Berg'),
    'a2.md': meeting('Acme', '2026-02-02', 'Tomas Lindqvist, Ann Lee', '- [ ] send it @Tomas\n- [ ] mine @Ann'),
    'b1.md': meeting('Beta', '2026-01-20', 'Ines Okafor, Tomas Lindqvist, Cy Roe'),
    'b2.md': meeting('Beta', '2026-03-01', 'Ines Okafor'),
  });
  const { matrix, lastMet, oursTotal } = peopleOf(site);

  test('of ours stand against the accounts, with the number of meetings and the last of them', () => {
    expect(matrix.accounts.map(({ text }) => text)).toEqual(['Acme', 'Beta']);
    expect(matrix.rows.map(({ person, cells, total }) => [person.name, cells.map(({ count, last }) => `${count} ${last}`), total])).toEqual(
      [
        ['Ines Okafor', ['1 2026-01-02', '2 2026-03-01'], 3],
        ['Tomas Lindqvist', ['1 2026-02-02', '1 2026-01-20'], 2],
      ],
    );
    expect([matrix.ours, oursTotal]).toEqual([true, 2]);
  });

  test('are ours, theirs where one of ours has to do with their account, or nobody can say', () => {
    const alone = memorySite({
      'a1.md': meeting('Acme', '2026-01-02', 'Ann Lee, Bo Berg'),
      'b1.md': '- [ ] call @Cy.Roe\n',
    });
    expect(['Ines Okafor', 'Ann Lee'].map((name) => personOf(site, name).side)).toEqual(['ours', 'theirs']);
    expect(['Ann Lee', 'Cy Roe'].map((name) => personOf(alone, name).side)).toEqual([null, null]);
    expect([peopleOf(site).theirsTotal, peopleOf(alone).theirsTotal]).toEqual([3, 0]);
  });

  test('of theirs are told with the day they were last met, and by whom, the newest account first', () => {
    expect(
      lastMet.accounts.map(({ account, rows }) => [
        account.text,
        rows.map(({ person, date, by }) => [person.name, date, by.map((one) => one.name)]),
      ]),
    ).toEqual([
      [
        'Acme',
        [
          ['Ann Lee', '2026-02-02', ['Tomas Lindqvist']],
          ['Bo Berg', '2026-01-02', ['Ines Okafor']],
        ],
      ],
      ['Beta', [['Cy Roe', '2026-01-20', ['Ines Okafor', 'Tomas Lindqvist']]]],
    ]);
  });

  test('stand with their company, most often first, then by who was met last', () => {
    const { withs, withsLeft } = personOf(site, 'Ines Okafor');
    expect(withs.map(({ name, count, last }) => [name, count, last])).toEqual([
      ['Cy Roe', 1, '2026-01-20'],
      ['Tomas Lindqvist', 1, '2026-01-20'],
      ['Ann Lee', 1, '2026-01-02'],
      ['Bo Berg', 1, '2026-01-02'],
    ]);
    expect(withsLeft).toBe(0);
  });

  test('are shown as inferred where a short name was taken for them', () => {
    expect(personOf(site, 'Tomas Lindqvist').spellings).toEqual([
      { text: 'Tomas', reason: 'inferred, the only one by that name at the meeting or account', inferred: true },
    ]);
  });

  test('with nobody of ours, everyone stands against the accounts', () => {
    const { matrix: all, lastMet: met } = peopleOf(memorySite({ 'a.md': meeting('Acme', '2026-01-02', 'Ann Lee, Bo Berg') }));
    expect([all.ours, all.rows.map(({ person }) => person.name)]).toEqual([false, ['Ann Lee', 'Bo Berg']]);
    expect(met.accounts.map(({ rows }) => rows.map(({ by }) => by))).toEqual([[[], []]]);
  });

  test('in great number are all there: a table, then an index of names; what the tables leave out is counted', () => {
    const files = Object.fromEntries(
      Array.from({ length: 130 }, (_, i) => [
        `m${i}.md`,
        meeting(`Account ${i}`, '2026-01-02', `Ines Okafor, ${Array.from({ length: 4 }, (_, n) => `Person ${i} Of${n}`).join(', ')}`),
      ]),
    );
    const view = peopleOf(memorySite(files));
    expect(view.rows.length + view.others.length).toBe(521);
    expect(new Set([...view.rows, ...view.others].map(({ name }) => name)).size).toBe(521);
    expect([view.matrix.accounts.length, view.matrix.accountTotal]).toEqual([12, 130]);
    expect([view.lastMet.accounts.length, view.lastMet.accountTotal]).toEqual([40, 130]);
  });
});

describe('the rail of a meeting', () => {
  test('has what is planned and what was never written up among its neighbours', () => {
    const site = memorySite({
      'Acme.md': '---\ntype: customer\n---\n[[2026-04-14 - Night]] [[2026-01-20 - Visit]] [[2019-01-01 - Long ago]]\n',
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`m${i}.md`, meeting('Acme', `2026-${String(i + 1).padStart(2, '0')}-01`, 'Ann Lee')]),
      ),
    });
    const rail = (title: string): MeetingView['rail'] => {
      const view = site.plan.flatMap(({ url }) => site.page(url) ?? []).find((page) => page.title === title)?.view;
      return view?.kind === 'meeting' ? view.rail : [];
    };
    const told = (title: string) => rail(title).map(({ text, here, ghost }) => `${text}${here ? '!' : ''}${ghost ? '?' : ''}`);
    expect(told('m3')).toEqual(['m5', 'm4', 'Night?', 'm3!', 'm2', 'm1', 'Visit?']);
    expect(told('m0').slice(-3)).toEqual(['Visit?', 'm0!', 'Long ago?']);
    expect(told('m11').slice(0, 2)).toEqual(['m11!', 'm10']);
  });
});
