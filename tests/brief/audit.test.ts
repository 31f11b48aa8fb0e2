import { describe, expect, test } from 'vitest';
import { type Audit, auditOf } from '../../src/brief/audit.ts';
import { auditText } from '../../src/brief/audit-report.ts';
import { briefFrom } from '../../src/brief/brief-site.ts';
import { configSchema } from '../../src/config/schema.ts';
import { memoryVault } from '../support/memory-vault.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

const note = (account: string, body: string, more = ''): string => `---\ndate: 2026-03-18\naccount: ${account}\n${more}---\n${body}\n`;

const WORLD = {
  'Customers/Halden Rail/Halden Rail.md': '---\ntype: customer\naliases: [HRX Group]\n---\n',
  'Customers/Halden Rail/2026-03-19 - Call.md': note('Halden Rail', 'Text.', 'participants: [Maren Lysø, Tomas Lindqvist]\n'),
  'People/Olek Danylenko.md': '---\ntype: person\n---\n',
};

async function audit(files: Readonly<Record<string, string>>, settings: object = {}): Promise<Audit> {
  const config = configSchema.parse({ owner: 'Ines Okafor', ...settings });
  const options = { account: 'Northwind', profile: null, since: null, until: null, asOf: null };
  const root = tempDir();
  writeFiles(root, { ...WORLD, ...files });
  return auditOf(await briefFrom({ ...memoryVault({ ...WORLD, ...files }), root }, config, options));
}

const canvasOf = (node: object): string => JSON.stringify({ nodes: [{ id: 'a', x: 0, y: 0, width: 9, height: 9, ...node }], edges: [] });

const found = ({ findings }: Audit) => findings.map(({ kind, quote, path, line }) => [kind, quote, `${path}:${line}`]);

describe('an audit finds', () => {
  test.each([
    ['prose', 'They asked how HALDEN  RAIL does it.', 'Halden Rail', 5],
    ['a heading', '## Compared with Halden Rail', 'Halden Rail', 5],
    ['code', '```\nhalden rail = 1\n```', 'Halden Rail', 5],
    ['a table', '| a |\n| - |\n| Halden Rail |', 'Halden Rail', 5],
    ['a link’s target that is not shown', '[[Halden Rail|the other one]]', 'Halden Rail', 5],
    ['an alt text', '![Plan of Halden Rail](plan.png)', 'Halden Rail', 5],
    ['an alias of the other account', 'As at HRX Group.', 'Halden Rail', 5],
    ['raw HTML', '<p title="Halden Rail">x</p>', 'Halden Rail', 5],
    ['a note in the line', 'x^[As Halden Rail.]', 'Halden Rail', 5],
    ['an address', '[x](https://shop.example/halden-rail)', 'Halden Rail', 5],
    ['a folder of a link', '[[Customers/Halden Rail/Plan|the plan]]', 'Halden Rail', 5],
    ['a heading of a link', '[[Plan#Halden Rail|the plan]]', 'Halden Rail', 5],
    ['words in one', 'As HaldenRail does.', 'Halden Rail', 5],
    ['words with hyphens', 'As Halden-Rail does, or halden_rail.', 'Halden Rail', 5],
    ['several of it', 'All Halden Rails.', 'Halden Rail', 5],
    ['words with invisible signs', 'As Hal\u200bden\u00a0Ra&shy;il does.', 'Halden Rail', 5],
    ['another width', 'As Ｈalden Ｒail does.', 'Halden Rail', 5],
    ['words over a break', 'As Halden<br>Rail does.', 'Halden Rail', 5],
    ['entities of HTML', '<p>As Halden&nbsp;<b>Rail</b></p>', 'Halden Rail', 5],
    ['the type of a callout', '> [!halden-rail] x\n> y', 'Halden Rail', 5],
    ['the language of code', '```halden-rail\nx\n```', 'Halden Rail', 5],
    ['the id of a block', 'x ^halden-rail', 'Halden Rail', 5],
    ['a footnote', 'x[^1]\n\n[^1]: Halden Rail', 'Halden Rail', 7],
  ])('another account in %s', async (_, body, quote, line) => {
    const result = await audit({ 'a.md': note('Northwind', body) });
    expect(found(result)).toEqual([['account', quote, `a.md:${line}`]]);
    expect(result.passed).toBe(false);
  });

  test('another account in a tag, a title, a property that is shown', async () => {
    const files = {
      'a.md': note('Northwind', 'Text.', 'title: What Halden Rail paid\n'),
      'b.md': note('Northwind', 'Text.', 'tags: [like/halden-rail]\n'),
      'c.md': note('Northwind', 'Text.', 'stage: as Halden Rail\n'),
    };
    expect(found(await audit(files, { briefs: { customer: { properties: ['stage'] } } })).map(([, , place]) => place)).toEqual([
      'a.md:null',
      'b.md:null',
      'c.md:null',
    ]);
  });

  test.each([
    ['the name of a note', { 'Halden Rail compared.md': note('Northwind', 'Text.', 'title: Compared\n') }, 'Halden Rail compared.md'],
    ['its folder', { 'Deals/Halden Rail/a.md': note('Northwind', 'Text.') }, 'Deals/Halden Rail/a.md'],
    ['a list of participants', { 'a.md': note('Northwind', 'Text.', 'participants: [Halden Rail]\n') }, 'a.md'],
    ['a card', { 'a.md': note('Northwind', '![[b.canvas]]'), 'b.canvas': canvasOf({ type: 'text', text: 'As Halden Rail.' }) }, 'b.canvas'],
    [
      'the file of a card',
      { 'a.md': note('Northwind', '![[b.canvas]]'), 'b.canvas': canvasOf({ type: 'file', file: 'Halden Rail.md' }) },
      'b.canvas',
    ],
    ['a base', { 'a.md': note('Northwind', '![[b.base]]'), 'b.base': 'views:\n  - type: table\n    name: Halden Rail\n' }, 'b.base'],
    [
      'a drawing',
      {
        'a.md': note('Northwind', '![[b.svg]]'),
        'b.svg': '<svg xmlns="http://www.w3.org/2000/svg"><text>Halden <tspan>Rail</tspan></text></svg>',
      },
      'b.svg',
    ],
    ['a text that goes along', { 'a.md': note('Northwind', '[[b.txt]]'), 'b.txt': 'As Halden Rail.' }, 'b.txt'],
  ])('another account in %s', async (_, files, path) => {
    const result = await audit(files, { briefs: { customer: { attachments: ['*.canvas', '*.base', '*.txt'] } } });
    expect(result.findings.map((one) => [one.kind, one.quote, one.path])).toEqual([['account', 'Halden Rail', path]]);
    expect(result.passed).toBe(false);
  });

  test('another account in the footer of the profile', async () => {
    expect(found(await audit({ 'a.md': note('Northwind', 'Text.') }, { briefs: { customer: { footer: 'As Halden Rail.' } } }))).toEqual([
      ['account', 'Halden Rail', 'dossier.yaml:null'],
    ]);
  });

  test('people whom the account’s own notes do not know, and none that they do', async () => {
    const body = 'Maren Lysø knows. Ask Olek Danylenko, not Tomas Lindqvist or Ines Okafor.';
    expect(
      found(await audit({ 'a.md': note('Northwind', body, 'participants: [Tomas Lindqvist]\n') })).map(([kind, quote]) => [kind, quote]),
    ).toEqual([
      ['person', 'Maren Lysø'],
      ['person', 'Olek Danylenko'],
    ]);
  });

  test.each([
    ['title', note('Northwind', 'Text.', 'title: Internal sync before the close\n')],
    ['summary', note('Northwind', '# Call\n\n## Summary\n\nInternal only: floor price.')],
    ['first line', note('Northwind', '# Call\n\nInternal. Not for them.\n\nText.')],
  ])('a meeting that calls itself internal in its %s', async (_, text) => {
    expect((await audit({ 'a.md': text })).findings.map(({ kind }) => kind)).toEqual(['internal']);
  });

  test('nothing in what is withheld, in parts of words, or in the account’s own name', async () => {
    const files = {
      'Northwind.md':
        '---\ntype: customer\nrival: Halden Rail\n---\nNorthwind, Halden Railways.\n\n%%Halden Rail%%\n\n> [!private]\n> Halden Rail\n',
    };
    const result = await audit(files);
    expect(result.findings).toEqual([]);
    expect(result.passed).toBe(true);
    expect(result.withheld).toEqual([{ path: 'Northwind.md', lines: ['9-10 private'], properties: ['type', 'rival'] }]);
  });
});

test('what is acknowledged in the profile passes, and stays listed', async () => {
  const files = { 'a.md': note('Northwind', 'As at Halden Rail.') };
  const result = await audit(files, { briefs: { Northwind: { acknowledge: ['halden rail'] } } });
  expect([result.profile, result.passed, result.findings.map(({ acknowledged }) => acknowledged)]).toEqual(['Northwind', true, [true]]);
});

test('the report names what is in, what is out by which rule, what leaves with it, and what is mended', async () => {
  const files = {
    'a.md': note('Northwind', '[out](https://example.org/x) and [[b note]] and ![[p.svg]]'),
    'B Note.md': note('Northwind', 'Text.'),
    'secret.md': note('Northwind', 'Text.', 'private: true\n'),
    'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
  };
  const text = auditText(await audit(files));
  for (const line of [
    'Passed.',
    'In the brief: 3',
    'p.svg  shown by a note',
    'private: 1',
    'a.md:5  https://example.org/x',
    'Files that go along',
  ])
    expect(text).toContain(line);
  expect(text).not.toContain('Refused');
});
