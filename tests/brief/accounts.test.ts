import { describe, expect, test } from 'vitest';
import { briefFrom } from '../../src/brief/brief-site.ts';
import { configSchema } from '../../src/config/schema.ts';
import { memoryVault } from '../support/memory-vault.ts';
import { tempDir } from '../support/temp.ts';

const meeting = (account: string, day: string, body = 'Text.'): string => `---\ndate: 2026-03-${day}\naccount: ${account}\n---\n${body}\n`;
const VAULT = {
  'Customers/Northwind/Northwind.md': '---\ntype: customer\naliases: [NWG]\n---\nSells food.\n',
  'a.md': meeting('Northwind', '01', '[[b]] and [[NWG|them]]'),
  'b.md': meeting('Halden Rail', '02'),
  'both.md': meeting('[Northwind, Halden Rail]', '03'),
  'c.md': meeting('Orrery', '04'),
};

async function brief(account: string, briefs: object, profile: string | null = null, files: Readonly<Record<string, string>> = VAULT) {
  const vault = { ...memoryVault(files), root: tempDir() };
  return briefFrom(vault, configSchema.parse({ briefs }), { account, profile, since: null, until: null, asOf: null });
}

const included = ({ selection }: Awaited<ReturnType<typeof brief>>) => selection.included.map(({ path }) => path);
const two = { accounts: ['Northwind', 'Halden Rail'] };

describe('several accounts', () => {
  test('go together by the name of their profile: notes of each and of both, links between them, one title', async () => {
    const made = await brief('family', { family: two });
    expect(included(made)).toEqual(['Customers/Northwind/Northwind.md', 'a.md', 'b.md', 'both.md']);
    expect(made.selection.refusals).toEqual([]);
    expect(made.site.info.title).toBe('Northwind, Halden Rail');
    expect(made.site.plan.map(({ url }) => url)).toContain('accounts.html');
    expect(made.site.graph.accounts.map(({ name }) => name)).toEqual(['Halden Rail', 'Northwind']);
  });

  test('go together when the profile is asked for beside one of them', async () => {
    expect(included(await brief('Halden Rail', { customer: two }, 'customer'))).toHaveLength(4);
  });

  test('never go because one of them was asked for, nor in place of another', async () => {
    await expect(brief('Halden Rail', { customer: two })).rejects.toMatchObject({
      message: 'The profile "customer" is about Northwind, Halden Rail, and "Halden Rail" alone was asked for.',
      hint: expect.stringContaining('--profile "customer"'),
    });
    await expect(brief('Orrery', { customer: two }, 'customer')).rejects.toMatchObject({
      message: 'The profile "customer" is about Northwind, Halden Rail, not about "Orrery".',
    });
  });

  test('are all there: one that no note names stops the brief, with the nearest name', async () => {
    await expect(brief('family', { family: { accounts: ['Northwind', 'Halden Rial'] } })).rejects.toMatchObject({
      message: 'No note belongs to an account "Halden Rial".',
      hint: 'Did you mean "Halden Rail"?',
    });
  });

  test('may be two names of one: its notes stand together under the first', async () => {
    const files = { ...VAULT, 'd.md': meeting('NWG', '05'), 'both.md': '' };
    const made = await brief('Northwind', { Northwind: { accounts: ['Northwind', 'NWG'] } }, null, files);
    expect(included(made)).toEqual(['Customers/Northwind/Northwind.md', 'a.md', 'd.md']);
    expect(made.site.graph.accounts.map(({ name, meetings }) => [name, meetings.length])).toEqual([['Northwind', 2]]);
    expect(made.site.info.title).toBe('Northwind');
  });
});

test('a name is spelt as the notes of the brief spell it, not as it was typed', async () => {
  const { 'both.md': _, ...files } = VAULT;
  const made = await brief('  northWIND ', {}, null, files);
  expect(made.accounts).toEqual(['Northwind']);
  expect(made.site.info.title).toBe('Northwind');
  const { 'Customers/Northwind/Northwind.md': __, ...without } = files;
  expect((await brief('NORTHWIND', {}, null, without)).site.info.title).toBe('Northwind');
});

test('another name of an account is none to ask for, and the error says which is', async () => {
  await expect(brief('NWG', {})).rejects.toMatchObject({
    message: 'No note belongs to an account "NWG".',
    hint: '"NWG" is another name of "Northwind": give that.',
  });
});

test('one account: a note of two stops its brief', async () => {
  const { selection } = await brief('Northwind', {});
  expect(selection.refusals.map(({ path, rule }) => [path, rule])).toEqual([['both.md', 'two-accounts']]);
});
