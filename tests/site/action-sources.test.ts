import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildVault } from '../support/cli.ts';
import { makeTempDir, readTree } from '../support/temp.ts';

const SAY = '- [ ] Send the sizing sheet @Ada.Byron 📅 2026-02-01';
const meeting = (body: string) => `---\nparticipants: [Ada Byron]\n---\n## Actions\n${body}\n## Decisions\n- Stores get prices at night.\n`;
const FILES = {
  'Acme.md': `---\ntype: customer\n---\n# Acme\n## Actions\n${SAY}\n- [ ] Call them @Ada\n## Decisions\n- Stores get prices at night.\n`,
  '2026-01-10 - Kickoff.md': meeting(SAY),
  '2026-01-17 - Second.md': meeting(SAY),
  '2026-01-24 - Third.md': meeting(SAY),
};

describe('pages lead to every source', () => {
  const dir = makeTempDir();
  let site: Readonly<Record<string, string>>;
  /** The links of the item or row that holds some words. */
  const linksBeside = (url: string, words: string, element: string): readonly string[] => {
    const html = Buffer.from(site[url] ?? '', 'latin1').toString();
    const parts = html.split(new RegExp(`(?=<${element}\\b)`, 'u')).map((part) => part.slice(0, part.indexOf(`</${element}>`)));
    return [...(parts.find((part) => part.includes(words)) ?? '').matchAll(/href="(?:\.\.\/)?([^"]+)"/gu)].map((match) => match[1] ?? '');
  };

  beforeAll(() => {
    const vault = path.join(dir, 'vault', 'Customers', 'Acme');
    mkdirSync(vault, { recursive: true });
    for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(vault, name), text);
    buildVault(path.join(dir, 'vault'), path.join(dir, 'site'), ['--no-search']);
    site = readTree(path.join(dir, 'site'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each([
    ['actions.html', 'tr'],
    ['accounts/acme.html', 'li'],
    ['people/ada-byron.html', 'li'],
  ])('of a merged action, the account note too, in %s', (url, element) => {
    const pages = linksBeside(url, 'Send the sizing sheet', element).filter((href) => href.includes('.html#'));
    expect(pages.map((href) => href.replace(/-[0-9a-f]{6}(?=\.html)/u, ''))).toEqual([
      'meetings/2026-01-24-third.html#l-5',
      'meetings/2026-01-17-second.html#l-5',
      'meetings/2026-01-10-kickoff.html#l-5',
      'accounts/acme.html#actions',
    ]);
  });

  test('of a decision that the account note repeats', () => {
    expect(linksBeside('decisions.html', 'Also in', 'li')).toContain('accounts/acme.html#decisions');
    expect(site['decisions.html']?.match(/class="ruling"/gu)).toHaveLength(3);
  });

  test('an inferred owner says so in words, not only in a tooltip', () => {
    expect(site['actions.html']).toContain('<span class="vh">, matched from a shorter name</span>');
  });
});
