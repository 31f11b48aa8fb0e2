import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { plainText } from '../../src/markdown/walk.ts';
import { HOSTILE_NOTES } from '../support/hostile-notes.ts';
import { memorySite } from '../support/memory-vault.ts';
import { TOKENS } from '../support/mutate.ts';
import { describeShared, sharedPath } from '../support/shared.ts';
import { workOf } from '../support/work.ts';

interface Row {
  readonly id: string;
  readonly vector_js?: string;
}

describeShared('large hostile notes end in time', () => {
  const rows: readonly Row[] = JSON.parse(readFileSync(sharedPath('security/size-and-redos.json'), 'utf8'));
  test.each(rows.flatMap(({ id, vector_js: source }) => (source === undefined ? [] : [{ id, source }])))(
    '$id',
    ({ source }) => {
      const text = String(vm.runInNewContext(source)).slice(0, 100_000);
      expect(parseMarkdown(text, { bodyLine: 1 }).blocks).toBeInstanceOf(Array);
    },
    20_000,
  );
});

describe('whole notes end in time', () => {
  test.each(Object.keys(HOSTILE_NOTES))(
    '%j',
    (name) => {
      const site = memorySite({ 'Note.md': HOSTILE_NOTES[name] ?? '' });
      for (const { url } of site.plan) expect(site.page(url)).toBeDefined();
    },
    20_000,
  );
});

describe('twice the text is no more than three times the work', () => {
  // Items with quotes become linear from some thousand signs on.
  const SHAPES: readonly (readonly [length: number, shape: (token: string) => string])[] = [
    [4_000, (token) => token],
    [4_000, (token) => `${token}a\n`],
    [8_000, (token) => `- ${token}\n`],
  ];
  const workOn = (unit: string, length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    return workOf(() => parseMarkdown(text, { bodyLine: 1 }));
  };
  test.each(SHAPES)(
    'from %i signs on',
    (length, shape) => {
      const grows = TOKENS.map(shape).filter((unit) => workOn(unit, 2 * length) > 3 * workOn(unit, length));
      expect(grows).toEqual([]);
    },
    60_000,
  );
});

test('cells beyond the head of a table are not shown, and reported with their text', () => {
  const tree = parseMarkdown('| a | b |\n|--|--|\n| c | d | e | f |', { bodyLine: 5 });
  expect(tree.problems).toMatchObject([{ code: 'table-cells-dropped', line: 7, message: expect.stringContaining('"e | f"') }]);
});

test('words are never lost without a word about it', () => {
  const signs = [
    '- ',
    '> ',
    '# ',
    '| ',
    '\n',
    '\n\n',
    '**',
    '==',
    '[',
    ']',
    '(',
    '[[',
    ']]',
    '`',
    '$',
    '$$',
    '^',
    '~~',
    '  ',
    '[ ] ',
    '> [!x] ',
    '1. ',
    '***',
    '\n|--|--|\n',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 25 }), (parts) => {
      const text = parts.map((part, i) => `${part}w${i}w`).join('');
      const tree = parseMarkdown(text, { bodyLine: 1 });
      const seen = JSON.stringify(tree) + plainText(tree.blocks);
      for (let i = 0; i < parts.length; i++) expect(seen).toContain(`w${i}w`);
    }),
    { numRuns: 600 },
  );
}, 30_000);
