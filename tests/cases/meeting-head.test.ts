import { describe, expect, test } from 'vitest';
import { memorySite } from '../support/memory-vault.ts';

/** What the page of a meeting shows of the lines under its title, as they are drawn: '' when it leaves them out. */
function headOf(lines: string, yaml = 'date: 2026-05-01\naccount: Acme\nparticipants: [Ann Lee, Tomas Lind]', files = {}): string {
  const site = memorySite({ 'm.md': `---\n${yaml}\n---\n# m\n\n${lines}\n\n## Summary\n\nText.\n`, ...files });
  const page = site.page(site.graph.pageUrls.note('m.md' as never));
  if (page?.view.kind !== 'meeting') throw new Error('m.md is no meeting');
  const html = String(page.view.body.html);
  return html.slice(0, html.indexOf('<h2')).trim();
}

describe('lines that the head of the page shows are left out', () => {
  test.each([
    ['date, account and people', '**Date**: 2026-05-01\n**Account**: Acme\n**Attendees**: Ann Lee, Tomas Lind'],
    ['colons inside', '**Date:** 2026-05-01\n**Participants:** Tomas Lind; Ann Lee'],
    ['one of them', '**Account**: acme'],
    ['people as links', '**Attendees**: [[Ann Lee]], [[Tomas Lind]]'],
    ['people by first names', '**Attendees**: Ann, Tomas'],
  ])('%s', (_, lines) => expect(headOf(lines)).toBe(''));

  test('the account as a link to its note', () => {
    expect(headOf('**Account**: [[Acme]]', undefined, { 'Acme.md': '---\ntype: customer\n---\n' })).toBe('');
  });

  test('people that only this line names', () => {
    expect(headOf('**Date**: 2026-05-01\n**Attendees**: Zoe Ray, Bo Berg', 'date: 2026-05-01\naccount: Acme')).toBe('');
  });
});

describe('lines that say more than the head are kept whole', () => {
  test.each([
    ['another date', '**Date**: 2026-05-02'],
    ['a time of day', '**Date**: 2026-05-01 10:00'],
    ['a date in words', '**Date**: Friday, 2026-05-01'],
    ['a link to a daily note', '**Date**: [[2026-05-01]]'],
    ['another account', '**Account**: Northwind'],
    ['a second account', '**Account**: Acme, Northwind'],
    ['a remark', '**Attendees**: Ann Lee (remote), Tomas Lind'],
    ['a company among the people', '**Attendees**: Ann Lee, Acme'],
    ['a name shown in another way', '**Attendees**: [[Ann Lee|the chair]]'],
    ['form', '**Attendees**: Ann Lee, `tlind`'],
    ['a footnote', '**Attendees**: Ann Lee[^1]\n\n[^1]: By phone.'],
    ['a tag', '**Account**: Acme #renewal'],
    ['an address', '**Attendees**: Ann Lee <ann@example.org>'],
    ['no value', '**Attendees**: Ann Lee\n**Date**:'],
    ['another line', '**Date**: 2026-05-01\n**Room**: 4'],
  ])('%s', (_, lines) => {
    const kept = headOf(lines);
    expect(kept).toContain('<strong>');
    for (const label of lines.matchAll(/\*\*(\w+)\*\*/gu)) expect(kept).toContain(label[1]);
  });

  test('a short name that fits several people stands in the head as it is written', () => {
    const yaml = 'date: 2026-05-01\naccount: Acme\nparticipants: [Ann Lee, Ann Moss]';
    const site = memorySite({ 'm.md': `---\n${yaml}\n---\n# m\n\n**Attendees**: Ann, the platform team\n` });
    const page = site.page(site.graph.pageUrls.note('m.md' as never));
    const view = page?.view.kind === 'meeting' ? page.view : null;
    expect(view?.people.map((person) => person.name)).toEqual(['Ann Lee', 'Ann Moss', 'Ann', 'the platform team']);
    expect(String(view?.body.html)).toBe('');
  });
});
