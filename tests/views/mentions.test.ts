import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/site.ts';
import type { BacklinkRow } from '../../src/views/backlink-row.ts';
import type { AccountView, GhostView, NoteView, PersonView } from '../../src/views/view.ts';
import { memorySite } from '../support/memory-vault.ts';

const FILES = {
  'Customers/Northwind/Northwind.md': '---\ntype: account\naliases: [Northwind Grocers]\n---\n# Northwind\n',
  'Customers/Northwind Canada/Northwind Canada.md': '---\ntype: account\n---\n# Northwind Canada\n',
  'Customers/Win/Win.md': '---\ntype: account\n---\n# Win\n',
  'Customers/Target/Target.md': '---\ntype: account\n---\n# Target\n',
  'Customers/北風商事/北風商事.md': '---\ntype: account\n---\n# 北風商事\n',
  'People/Anna Berg.md': '---\ntype: person\n---\n# Anna Berg\n',
  'Meetings/2026-01-05 - Talk.md': [
    '---\ndate: 2026-01-05\naccount: Win\nrelated: "[[Plan]]"\n---',
    '# Talk',
    '## Summary',
    'First. Northwind asked for it. NORTHWIND\nGROCERS too. Northwind Canada did not.',
    '',
    '`Northwind` and https://northwind.example/Northwind and #Northwind and a-Northwind.',
    '',
    'With [[Northwind]] linked, Northwind is told already.',
    '',
    '- The item names anna  berg and Anna and [[Price Feed]].',
    '- Win wins. Target is a target, a target, a target.',
    '- Later the price feed again, 昨日は北風商事と話した。',
    '',
    '```',
    'Northwind',
    '```',
  ].join('\n'),
  'Meetings/2026-02-05 - Own.md':
    '---\ndate: 2026-02-05\naccount: Northwind\nparticipants: [Anna Berg]\n---\nNorthwind and Anna Berg here. See [[Plan]].',
  'Plan.md': '# Plan\n\n## Who\nNorthwind pays. ^pay\n\nText after [[Price Feed]].\n',
};

const site = memorySite(FILES);
const view = <V>(of: Site, title: string): V =>
  of.plan.flatMap(({ url }) => of.page(url) ?? []).find((page) => page.title === title)?.view as unknown as V;
const told = (rows: readonly BacklinkRow[]) =>
  rows.map(({ title, contexts }) => [
    title,
    ...contexts.map(
      ({ href, property, runs }) =>
        `${property ?? runs.map(({ text, mark }) => (mark ? `[${text}]` : text)).join('')} → ${href.replace(/^[^#]*/u, '')}`,
    ),
  ]);

describe('names without a link', () => {
  test('are found as whole words of prose, the longest name first', () => {
    expect(told(view<AccountView>(site, 'Northwind').unlinked.rows)).toEqual([
      ['Talk', '… [Northwind] asked for it. … → #summary', '… [NORTHWIND GROCERS] too. … → #summary'],
      ['Plan', '[Northwind] pays. → #b-pay'],
    ]);
    expect(told(view<AccountView>(site, 'Northwind Canada').unlinked.rows)).toEqual([['Talk', '… [Northwind Canada] did not. → #summary']]);
  });

  test('are no short names, no common words and no first names', () => {
    expect(view<AccountView>(site, 'Win').unlinked.total).toBe(0);
    expect(view<AccountView>(site, 'Target').unlinked.total).toBe(0);
    expect(told(view<PersonView>(site, 'Anna Berg').unlinked.rows)).toEqual([
      ['Talk', 'The item names [anna berg] and Anna and Price Feed. → #l-15'],
    ]);
  });

  test('are told of names without a note, and in scripts without spaces', () => {
    expect(told(view<GhostView>(site, 'Price Feed').unlinked.rows)).toEqual([
      ['Talk', 'Later the [price feed] again, 昨日は北風商事と話した。 → #l-17'],
    ]);
    expect(told(view<AccountView>(site, '北風商事').unlinked.rows)).toEqual([
      ['Talk', 'Later the price feed again, 昨日は[北風商事]と話した。 → #l-17'],
    ]);
  });

  test('at the start of lines that somebody speaks are one mention a note, told apart from others', () => {
    const talk = memorySite({
      'm.md': '---\ndate: 2026-01-02\naccount: Acme\nparticipants: [Anna Berg, Tomas Lindqvist]\n---\n',
      'raw.md': [
        '# Raw',
        '**Anna Berg**: One minute.\n[00:14] Anna Berg (host): And Tomas Lindqvist is late.\nTomas Lindqvist: I am here.',
        '- Anna Berg：よし。',
        'Later Anna Berg: no label, since words stand before it.',
      ].join('\n\n'),
      'once.md': 'Anna Berg: only once.',
    });
    const rows = (name: string) =>
      view<PersonView>(talk, name).unlinked.rows.map(({ title, contexts }) => [
        title,
        ...contexts.map(({ runs, spoken }) => spoken ?? runs.map(({ text }) => text).join('')),
      ]);
    expect(rows('Anna Berg')).toEqual([
      ['Raw', 3, 'Later Anna Berg: no label, since words stand before it.'],
      ['once', 'Anna Berg: only once.'],
    ]);
    expect(rows('Tomas Lindqvist')[0]?.slice(0, 1)).toEqual(['Raw']);
    expect(rows('Tomas Lindqvist')[0]).toHaveLength(3);
  });

  test('that two pages carry are told on neither, and still hide shorter names', () => {
    const twins = memorySite({
      'Customers/Contoso/Contoso.md': '---\ntype: account\n---\n# Contoso\n',
      'Customers/A/Alpha Works.md': '---\ntype: account\naliases: [Contoso Labs]\n---\n# Alpha Works\n',
      'Customers/B/Beta Works.md': '---\ntype: account\naliases: [Contoso Labs]\n---\n# Beta Works\n',
      'x.md': 'Contoso Labs are here.',
    });
    for (const title of ['Contoso', 'Alpha Works', 'Beta Works']) expect(view<AccountView>(twins, title).unlinked.total).toBe(0);
  });

  test('are told only from notes of the scope', () => {
    const secret = memorySite({ ...FILES, 'Secret.md': '---\nprivate: true\n---\nNorthwind Canada is for sale.' });
    expect(view<AccountView>(secret, 'Northwind Canada').unlinked.total).toBe(1);
  });
});

describe('mentions', () => {
  test('stand by account, the page’s own first, without one last, and lead to the nearest place', () => {
    const files = {
      ...FILES,
      'Customers/Win/Plan of Win.md': '---\naccount: Win\n---\n# Plan of Win\nAsk [[Hub]].',
      'Hub.md': '---\naccount: Northwind\n---\n# Hub',
      'Customers/Northwind/Old.md': '---\naccount: Northwind\ndate: 2020-01-01\n---\nText.\n\n- one\n- two [[Hub]] here',
      'Loose.md': '---\nsee_also: ["[[Hub]]"]\n---\n# Loose\n',
      'Meetings/2026-03-03 - New.md': '---\ndate: 2026-03-03\naccount: Win\n---\nOne. Two [[Hub]]. Three.',
    };
    expect(told(view<NoteView>(memorySite(files), 'Hub').body.backlinks)).toEqual([
      ['Old', 'two [Hub] here → #l-8'],
      ['New', '… Two [Hub]. … → '],
      ['Plan of Win', 'Ask [Hub]. → '],
      ['Loose', 'See also → '],
    ]);
  });

  test('of a person without a note are the links to the name', () => {
    const files = {
      'm.md': '---\ntype: meeting\ndate: 2026-01-01\nparticipants: [Bo Dahl]\n---\nText.',
      'n.md': 'Ask [[Bo Dahl]] today.',
    };
    expect(told(view<PersonView>(memorySite(files), 'Bo Dahl').mentions)).toEqual([['n', 'Ask [Bo Dahl] today. → ']]);
  });

  test('lead to anchors that are there', () => {
    const pages = new Map(site.plan.map(({ url }) => [url as string, JSON.stringify(site.page(url)?.view)]));
    const hrefs = [...pages.values()].flatMap((text) => [...text.matchAll(/"href":"([^"#]+)#([^"]+)"/gu)]);
    expect(hrefs.length).toBeGreaterThan(5);
    for (const [, url = '', id = ''] of hrefs)
      expect(pages.get(url), `${url}#${id}`).toMatch(new RegExp(`id=\\\\"${id}\\\\"|"(?:id|[a-z]+Id)":"${id}"`, 'u'));
  });
});
