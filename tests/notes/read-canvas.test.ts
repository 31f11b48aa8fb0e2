import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import type { Canvas } from '../../src/notes/canvas.ts';
import { readingOrder, textsOfCanvas } from '../../src/notes/canvas-order.ts';
import { linesOfEntries } from '../../src/notes/json-places.ts';
import { canvasFromFile } from '../../src/notes/read-canvas.ts';
import { documentFromFile } from '../../src/vault/document.ts';
import { vaultPath } from '../../src/vault/path.ts';

function read(text: string, path = 'Plan.canvas'): Canvas {
  const result = documentFromFile('canvas', vaultPath(path), path, { kind: 'bytes', bytes: new TextEncoder().encode(text) });
  if (result.kind !== 'document') throw new Error(result.reason);
  return canvasFromFile(result.document, defaultConfig);
}

const place = { x: 0, y: 0, width: 100, height: 50 };
const findings = ({ diagnostics }: Canvas) => diagnostics.map(({ code, line, message }) => `${code} ${line} ${message}`);

describe('a canvas', () => {
  test('is read with all its fields', () => {
    const canvas = read(
      JSON.stringify({
        nodes: [
          { id: 'g', type: 'group', ...place, label: 'A  group', background: 'a.png', backgroundStyle: 'repeat', color: '#AbC' },
          { id: 't', type: 'text', ...place, text: '- [ ] do [[This]] 📅 2026-01-02', color: '6' },
          { id: 'f', type: 'file', ...place, file: 'A/b.md', subpath: '#Part', color: 'red' },
          { id: 'l', type: 'link', ...place, url: ' https://example.org ' },
        ],
        edges: [
          { id: 'e', fromNode: 'g', toNode: 'l', label: ' so ' },
          { id: 'b', fromNode: 'l', toNode: 't', fromSide: 'left', toSide: 'middle', fromEnd: 'arrow', toEnd: 'none', color: '1' },
        ],
        unknown: { deep: true },
      }),
    );
    expect(canvas).toMatchObject({ title: 'Plan', problem: null, diagnostics: [] });
    expect(canvas.nodes).toMatchObject([
      { kind: 'group', label: 'A group', background: 'a.png', backgroundStyle: 'repeat', color: '#aabbcc' },
      { kind: 'text', color: '6', tasks: [{ due: '2026-01-02' }] },
      { kind: 'file', file: 'A/b.md', subpath: '#Part', color: null },
      { kind: 'link', url: 'https://example.org' },
    ]);
    expect(canvas.edges).toEqual([
      { from: 0, to: 3, fromSide: null, toSide: null, fromEnd: 'none', toEnd: 'arrow', color: null, label: 'so' },
      { from: 3, to: 1, fromSide: 'left', toSide: null, fromEnd: 'arrow', toEnd: 'none', color: '1', label: '' },
    ]);
    expect(canvas.links.map(({ path }) => path)).toEqual(['This']);
  });

  test('without text is an empty one, as Obsidian makes it', () =>
    expect(read(' \n')).toMatchObject({ nodes: [], edges: [], problem: null, diagnostics: [] }));

  test('says where its JSON ends to be JSON', () => {
    const canvas = read('{\n  "nodes": [\n    { "id": 1, }\n  ]\n}');
    expect(canvas).toMatchObject({ problem: 'it is not valid JSON', nodes: [] });
    expect(findings(canvas)).toEqual(['canvas-unreadable 3 The canvas can not be read: it is not valid JSON.']);
  });
  test.each(['[]', '"x"', '7', 'null'])('is no canvas as %s', (text) => expect(read(text).problem).not.toBeNull());

  test('tells each part that it can not read, by its line', () => {
    const canvas = read(
      [
        '{"nodes": [',
        '{"id": "a", "type": "text", "x": 0, "y": 0, "width": 9e9, "height": 50, "text": "a \\" } ] {"},',
        '{"id": "b", "type": "video", "x": 0},',
        '7,',
        '{"id": "a", "type": "text", "x": "0", "y": 0, "width": 100, "height": 50},',
        '],'.replace('],', '{"id": "c", "type": "link", "x": 0, "y": 0, "width": 100, "height": 50, "url": "u"}'),
        '], "edges": [',
        '{"fromNode": "c", "toNode": "gone", "label": "lost"},',
        '{"toNode": "c"}',
        ']}',
      ].join('\n'),
    );
    expect(canvas.nodes.map(({ id }) => id)).toEqual(['a', 'a', 'c']);
    expect(findings(canvas)).toEqual([
      'canvas-part-unread null An entry of nodes is no object.',
      'canvas-part-unread 2 The card a has 9000000000 as width; 20000 is used.',
      'canvas-part-unread 3 The card b is of the type video, which is not known, and is left out.',
      'canvas-part-unread 5 The card a has no number as x.',
      'canvas-part-unread 5 The card a has no text.',
      'canvas-part-unread 5 Two cards have the id a: lines lead to the first of them.',
      'canvas-part-unread 8 The line “lost” ends at a card that is not there (gone).',
      'canvas-part-unread 9 A line begins at a card that is not there (no id).',
    ]);
  });

  test('reads names that every object has as fields, not as its own', () => {
    const canvas = read('{"nodes":[{"__proto__":{"type":"text"},"id":"constructor","x":0,"y":0,"width":99,"height":99}],"toString":1}');
    expect(canvas.nodes).toEqual([]);
    expect(read(`{"edges":[{"fromNode":"constructor","toNode":"__proto__"}]}`).edges).toEqual([]);
  });
});

test('reading order: rows, then columns; what lies in a group below it', () => {
  const box = (id: string, type: string, x: number, y: number, width: number, height: number) => ({
    ...{ id, type, x, y, width, height },
    ...(type === 'text' ? { text: id } : { label: id }),
  });
  const canvas = read(
    JSON.stringify({
      nodes: [
        box('right', 'text', 300, 5, 50, 50),
        box('below', 'text', 0, 500, 50, 50),
        box('outer', 'group', 600, 0, 400, 400),
        box('inner', 'group', 620, 100, 200, 200),
        box('left', 'text', 0, 12, 50, 50),
        box('in', 'text', 640, 120, 50, 50),
        box('same', 'group', 620, 100, 200, 200),
      ],
    }),
  );
  const names = (places: ReturnType<typeof readingOrder>): unknown[] =>
    places.map(({ index, inside }) => [canvas.nodes[index]?.id, ...names(inside)]);
  expect(names(readingOrder(canvas))).toEqual([['left'], ['right'], ['outer', ['inner', ['same', ['in']]]], ['below']]);
  expect(textsOfCanvas(canvas)).toEqual(['left', 'right', 'outer', 'inner', 'same', 'in', 'below']);
});

describe('any text', () => {
  test('whatever JSON holds, nothing is thrown and all that is read can be drawn', () =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (nodes, edges) => {
        const canvas = read(JSON.stringify({ nodes, edges }));
        for (const { x, y, width, height } of canvas.nodes) expect([x, y, width, height].every(Number.isInteger)).toBe(true);
      }),
    ));
  test('whatever text, nothing is thrown', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const canvas = read(text);
        expect(canvas.problem === null || canvas.diagnostics.length > 0).toBe(true);
      }),
    ));
  test('lines of entries are those on which they begin', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.string(), deep: fc.jsonValue() })), fc.jsonValue(), (nodes, other) => {
        const json = JSON.stringify({ other, nodes }, null, 1);
        const lines = linesOfEntries(json).get('nodes') ?? [];
        expect(lines.map((line) => json.split('\n')[line - 1])).toEqual(nodes.map(() => '  {'));
      }),
    ));
});
