import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { canonicalKey, parseInlineFields } from '../../src/notes/inline-fields.ts';
import { noteReader } from '../../src/notes/read-note.ts';
import { vaultPath } from '../../src/vault/path.ts';
import { noteFromBytes } from '../../src/vault/read-note.ts';
import { sharedCases } from '../support/cases.ts';
import { describeShared } from '../support/shared.ts';

interface Row {
  readonly name: string;
  readonly input?: string;
  readonly expected?: readonly (readonly [string, string])[];
  readonly key?: string;
  readonly expectedKey?: string;
}

describeShared("Dataview's fields and keys", () => {
  test.each(sharedCases<Row>('inline-fields').map((row) => [row.name, row] as const))('%s', (_, row) => {
    if (row.key !== undefined) expect(canonicalKey(row.key)).toBe(row.expectedKey);
    else expect(parseInlineFields(row.input ?? '')).toEqual(row.expected);
  });
});

describe('fields of a text', () => {
  test('round and square brackets, in the order they stand', () => {
    expect(parseInlineFields('A (b:: 2) and [a:: 1]')).toEqual([
      ['b', '2'],
      ['a', '1'],
    ]);
  });

  test('line by line; marks and emphasis around a key are dropped', () => {
    expect(parseInlineFields('- **Rating**:: 5\n> *Mood*:: good\nplain\n🎯 Goal:: x')).toEqual([
      ['Rating', '5'],
      ['Mood', 'good'],
      ['Goal', 'x'],
    ]);
  });

  test('text with punctuation before `::` is no field', () => {
    expect(parseInlineFields('Please (now) use it:: d')).toEqual([]);
    expect(parseInlineFields('See https://example.org/a::b')).toEqual([]);
  });

  test.each(['[a:: ', '[', '(a::', ' ', '- ', '_', '**'])('a line of 100,000 times "%s" is read in time', (unit) => {
    expect(parseInlineFields(`${unit.repeat(100_000)}a!::`)).toBeDefined();
  });
});

describe('canonical keys', () => {
  test.each([
    ['Noël  Märchen', 'noël-märchen'],
    ['**Bold** key!', 'bold-key'],
    ['हिन्दी नाम', 'हिन्दी-नाम'],
    ['📚 Books', '📚-books'],
  ])('%s', (key, expected) => {
    expect(canonicalKey(key)).toBe(expected);
  });
});

describe('fields of a note', () => {
  const fieldsOf = (body: string) => {
    const result = noteFromBytes(vaultPath('n.md'), 'n.md', new TextEncoder().encode(body));
    if (result.kind !== 'note') throw new Error(result.reason);
    return noteReader(defaultConfig).read(result.note).inlineFields;
  };

  test('paragraphs line by line, headings, list items, quotes and callouts', () => {
    const body = [
      '---\ntitle: x\n---\n## Head [h:: 1]',
      'Mood:: good\nplain [a:: 2] and (b:: 3)',
      '- Rating:: 5\n- x [c:: 4]\n  - deep:: 6\n    goes on',
      '> q:: 7',
      '> [!info] Title [d:: 8]\n> e:: 9',
    ].join('\n\n');
    expect(fieldsOf(body)).toEqual([
      ['h', '1'],
      ['Mood', 'good'],
      ['a', '2'],
      ['b', '3'],
      ['Rating', '5'],
      ['c', '4'],
      ['deep', '6 goes on'],
      ['q', '7'],
      ['d', '8'],
      ['e', '9'],
    ]);
  });

  test('values are source: links, emphasis, escapes, HTML', () => {
    const fields = [
      ['author', '[[Ann Lee|Ann]], [b](B.md)'],
      ['link', '<a href="Page">Value</a>'],
      ['key!', '\\[value'],
      ['mood', '**good**'],
    ];
    expect(fieldsOf(`author:: ${fields[0]?.[1]}\n\n[link:: ${fields[1]?.[1]}] [key! :: \\[value]\n\nmood:: **good** ^id`)).toEqual(fields);
  });

  test('repeated keys are kept, in order', () => {
    expect(fieldsOf('a:: 1\n\nb:: 2\n\na:: 3')).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ]);
  });

  test('in tasks and tables only those in brackets', () => {
    expect(
      fieldsOf('- [ ] call:: Ann [due:: 2026-01-02]\n- [x] plain:: text\n\n| a:: 1 | [b:: 2] |\n| - | - |\n| c:: 3 | (d:: 4) |'),
    ).toEqual([
      ['due', '2026-01-02'],
      ['b', '2'],
      ['d', '4'],
    ]);
  });

  test('none in code, math, comments, HTML blocks and frontmatter', () => {
    const body = [
      '---\na:: 1\nb: "[c:: 2]"\n---\n`[d:: 3]` and ``e:: 4``',
      '```\nf:: 5\n```',
      '    g:: 6',
      '$$\nh:: 7\n$$',
      '%%\ni:: 8\n%%\nx %%[j:: 9]%% y <!-- k:: 10 -->',
      '<div>\nl:: 11\n</div>',
      '[m:: `n::` 12]',
    ].join('\n\n');
    expect(fieldsOf(body)).toEqual([['m', '`n::` 12']]);
  });
});
