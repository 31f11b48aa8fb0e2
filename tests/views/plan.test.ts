import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/site.ts';
import { memorySite } from '../support/memory-vault.ts';

const NAMES = [
  'Acme',
  'acme',
  'Northwind',
  'Ann Lee',
  'Zoë',
  '2026-01-02 - Call',
  '2026-01-02',
  'index',
  '東京',
  'a.b',
  'CON',
  'tags',
  'x y',
  '🙂',
];
const FOLDERS = ['', 'Customers/Acme/', 'People/', 'A/B/', 'a/b/', 'tags/'];
const HEADS = [
  '',
  'type: customer\n',
  'type: person\n',
  'type: topic\n',
  'type: customer\ndate: 2026-01-02\naccount: Acme\nparticipants: [Ann Lee, Bo]\n',
  'private: true\n',
  'aliases: [Acme]\ntags: [a/b, A, account/acme]\n',
  'source_ref: In/x y.md\n',
  'title: "x: y"\ndate: 2027-05-06\nparticipants: [Bo Berg]\n',
];
const BODIES = [
  '',
  '# Acme\n\n[[Acme#Key Facts]] [[nowhere]] [[2025-12-31 - Old]]',
  '## Key Facts\n- one two three four\n- [ ] do it @Bo 📅 2026-01-05 ^b1\n\n[[#^b1]]',
  '![[Acme]] ![[Zoë#X]] ![[pic.png]] ![[gone.png]]',
  '![[Map.canvas]] [[Acme.base#All]] ![[acme.base#None]]',
  '## Decisions\n- go [[Ann Lee]]\n\n#x/y #x',
  '## Action Items\n- [x] done @Ann ✅ 2026-01-01\n- [?] maybe\n\n[md](A/x%20y.md) [[x y|shown]]',
  '```\n[[no]]\n```\n\n|[[Acme\\|t]]|b|\n|-|-|\n|c|[[東京]]|',
];

const MAP = JSON.stringify({
  nodes: ['Acme.md', 'A/B/x y.md', 'pic.png', 'C/Acme.base', 'gone.md'].map((file, i) => ({
    ...{ id: `${i}`, type: 'file', file, subpath: i === 0 ? '#Key Facts' : '', x: 0, y: i * 90, width: 200, height: 80 },
  })),
  edges: [{ fromNode: '0', toNode: '4' }],
});

const vaults = fc
  .array(
    fc.tuple(
      fc.constantFrom(...FOLDERS),
      fc.constantFrom(...NAMES),
      fc.constantFrom(...HEADS),
      fc.array(fc.constantFrom(...BODIES), { maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((notes) => ({
    'pic.png': 'x',
    'A/Map.canvas': MAP,
    'C/Acme.base': 'views:\n  - name: All\n',
    ...Object.fromEntries(
      notes.map(([folder, name, head, bodies]) => [
        `${folder}${name}.md`,
        `${head === '' ? '' : `---\n${head}---\n`}${bodies.join('\n\n')}`,
      ]),
    ),
  }));

/** Every href in a page's data, and in the HTML it holds (those relative to the page). */
function hrefsOf(value: unknown, found: { root: string[]; relative: string[] } = { root: [], relative: [] }): typeof found {
  if (typeof value === 'string')
    for (const [, href] of value.matchAll(/<[^>]* (?:href|src)="([^"]*)"/gu)) if (href !== undefined) found.relative.push(href);
  if (Array.isArray(value)) for (const entry of value) hrefsOf(entry, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      if (key === 'href' && typeof entry === 'string') found.root.push(entry);
      else hrefsOf(entry, found);
    }
  }
  return found;
}

function deadHrefs(site: Site): readonly string[] {
  const pages = new Set<string>([...site.plan.map(({ url }) => url), ...[...site.graph.assets.values()].map(({ href }) => href)]);
  return site.plan.flatMap(({ url }) => {
    const page = site.page(url);
    const { root, relative } = hrefsOf(page);
    const resolved = relative
      .filter((href) => !/^[a-z]+:|^#/iu.test(href))
      .map((href) => decodeURI(new URL(href, `https://site.test/${encodeURI(url)}`).pathname.slice(1)));
    return [...root.map((href) => href.replace(/#.*$/u, '')), ...resolved]
      .filter((href) => !pages.has(href))
      .map((href) => `${url} -> ${href}`);
  });
}

test('the check for dead links finds one', () => {
  const site = memorySite({ 'a.md': '[[b]]', 'b.md': '' });
  const without = { ...site, plan: site.plan.filter(({ url }) => url !== 'notes/b.html') };
  expect(deadHrefs(without)).toContain('notes/a.html -> notes/b.html');
});

describe('the plan, whatever the vault', () => {
  test('holds every address once, also where case does not count, in order, and each has a page', () => {
    fc.assert(
      fc.property(vaults, (files) => {
        const site = memorySite(files);
        const urls = site.plan.map(({ url }) => url);
        expect(new Set(urls.map((url) => url.toLowerCase())).size).toBe(urls.length);
        expect(urls).toEqual([...urls].sort((a, b) => (a < b ? -1 : 1)));
        for (const url of urls) expect(site.page(url)?.url).toBe(url);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  test('no page links to a page or file that will not be there', () => {
    fc.assert(
      fc.property(vaults, (files) => {
        expect(deadHrefs(memorySite(files))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
