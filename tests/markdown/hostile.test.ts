import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { plainText } from '../../src/markdown/walk.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

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

describe('more of them', () => {
  test.each([
    '> '.repeat(40_000),
    `${'*'.repeat(40_000)}a${'*'.repeat(40_000)}`,
    '$a '.repeat(30_000),
    '$$ a\n\n'.repeat(15_000),
    '%% a\n\n'.repeat(15_000),
    '^['.repeat(40_000),
    '!['.repeat(40_000),
    '<!-- a\n\n'.repeat(12_000),
    `${'[[a'.repeat(30_000)}]]`,
    '-\n'.repeat(40_000),
    'a\n^b\n'.repeat(15_000),
  ])('ends in time', (text) => expect(parseMarkdown(text, { bodyLine: 1 }).blocks).toBeInstanceOf(Array), 20_000);
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
