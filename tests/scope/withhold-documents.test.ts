import { describe, expect, test } from 'vitest';
import type { Profile } from '../../src/scope/profile.ts';
import { withheldDocument, withheldOfDocument } from '../../src/scope/withhold-documents.ts';
import type { DocumentFile } from '../../src/vault/vault.ts';

const SECRET = 'qzxvbnmkwrtplkjh';
const careful: Profile = { sections: ['Pricing'], properties: [], actions: 'open', redact: [], emails: false, sources: false };

function textOf(kind: DocumentFile['kind'], text: string): string {
  return withheldDocument({ kind, path: `a.${kind}` as never, text, digest: '', size: 0, diagnostics: [] }, careful).text;
}

const box = { x: 0, y: 0, width: 100, height: 50 };
const canvas = (nodes: readonly object[], edges: readonly object[] = []): string => textOf('canvas', JSON.stringify({ nodes, edges }));

describe('of a canvas is gone', () => {
  test.each([
    ['a paragraph', `Shown.\n\n${SECRET} #private`],
    ['a section', `Shown.\n\n## Plan #private\n\n${SECRET}`],
    ['a section the profile names', `Shown.\n\n## Pricing\n\n${SECRET}\n\n## After`],
    ['a callout', `Shown.\n\n> [!private] x\n> ${SECRET}`],
    ['an item with what is below it', `- Shown.\n- One #private\n  - ${SECRET}`],
    ['an action in another state', `- [ ] Shown.\n- [x] ${SECRET}`],
    ['a Source line', `Shown.\nSource: [[${SECRET}]]`],
    ['a comment beside something withheld', `Shown. %%${SECRET}%%\n\nx #private`],
    ['a footnote of something withheld', `Shown.\n\nx[^1] #private\n\n[^1]: ${SECRET}`],
  ])('%s of a card', (_, text) => {
    const all = canvas([{ id: 'a', type: 'text', text, ...box }]);
    expect(all).not.toContain(SECRET);
    expect(all).toContain('Shown.');
  });

  test('a card of which nothing is left, with the lines that lead to it', () => {
    const nodes = [
      { id: 'a', type: 'text', text: `${SECRET} #private`, ...box },
      { id: 'b', type: 'text', text: 'Shown.', ...box },
    ];
    expect(JSON.parse(canvas(nodes, [{ id: 'e', fromNode: 'a', toNode: 'b', label: SECRET }]))).toEqual({ nodes: [nodes[1]], edges: [] });
  });

  test('a group whose label says so, with the cards in it', () => {
    const all = canvas([
      { id: 'g', type: 'group', label: 'Plan #private', x: 0, y: 0, width: 500, height: 500 },
      { id: 'a', type: 'text', text: SECRET, ...box },
      { id: 'b', type: 'file', file: `${SECRET}.md`, ...box },
      { id: 'c', type: 'text', text: 'Shown.', x: 900, y: 0, width: 10, height: 10 },
    ]);
    expect(all).not.toContain(SECRET);
    expect(all).toContain('Shown.');
  });

  test('a line whose label says so', () => {
    const nodes = ['a', 'b'].map((id) => ({ id, type: 'text', text: 'Shown.', ...box }));
    const all = canvas(nodes, [{ id: 'e', fromNode: 'a', toNode: 'b', label: `${SECRET} #private` }]);
    expect(all).not.toContain(SECRET);
    expect(JSON.parse(all).nodes).toHaveLength(2);
  });
});

test('what is gone of a document is told in words, and nothing of one that is shown whole', () => {
  const told = (kind: DocumentFile['kind'], text: string): readonly string[] =>
    withheldOfDocument({ kind, path: `a.${kind}` as never, text, digest: '', size: 0, diagnostics: [] }, careful);
  const nodes = [
    { id: 'a', type: 'text', text: 'All of it #private', ...box },
    { id: 'b', type: 'text', text: 'Shown.\r\n\r\n## Pricing\r\n\r\nTwo.', ...box, x: 500 },
    { id: 'c', type: 'group', label: 'Ours #private', x: 900, y: 0, width: 200, height: 200 },
    { id: 'd', type: 'file', file: 'x.md', ...box, x: 950 },
    { id: 'e', type: 'text', text: 'Shown\r\nwhole.', ...box, x: 500, y: 300 },
  ];
  const edges = [{ id: 'l', fromNode: 'a', toNode: 'b' }];
  expect(told('canvas', JSON.stringify({ nodes, edges }))).toEqual(['2 cards', '1 group', 'parts of 1 card', '1 line']);
  expect(told('canvas', JSON.stringify({ nodes: nodes.slice(4), edges: [] }))).toEqual([]);
  expect(told('base', 'views: [] # who asked')).toEqual(['comments']);
  expect(told('base', 'views: []')).toEqual([]);
});

test('a card that says nothing of it is left alone, as is what is no canvas', () => {
  const text = 'Of `#private`.\n\n%% x %%';
  expect(JSON.parse(canvas([{ id: 'a', type: 'text', text, ...box }])).nodes[0].text).toBe(text);
  expect(textOf('canvas', '{"nodes": [')).toBe('{"nodes": [');
});

test('of a base comments are gone, and its values stay', () => {
  const text = textOf('base', `# ${SECRET}\nviews:\n  - type: table # ${SECRET}\n    name: "Nr # 1"\n`);
  expect(text).not.toContain(SECRET);
  expect(text).toContain('Nr # 1');
});
