import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseInline, parseMarkdown } from '../../src/markdown/parse.ts';
import { refsOf } from '../support/tree-parts.ts';

/** Where a note says a link stands, that link must stand. */
function expectPlaces(text: string, bodyLine: number): void {
  const lines = text.split('\n');
  for (const ref of refsOf(parseMarkdown(text, { bodyLine }))) {
    const [first = ''] = ref.raw.split('\n');
    expect(lines[ref.line - bodyLine]?.slice(ref.column - 1)).toMatch(
      new RegExp(`^${first.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&')}`, 'u'),
    );
  }
}

test.each([
  ['in nested containers', '> - a\n>   1. b [[x]] c [[y]]\n> lazy [[z]]'],
  ['behind tabs', '-\ta [[x]]\n\n\tb [[y]]'],
  ['behind a task box and before a block id', '- [ ] [[x]] and [[y]] ^id'],
  ['in headings', '## a [[x]] ##\n\nb [[y]]\n==='],
  ['in cells with escapes', '| a \\| [[x\\|y]] | [[z]] |\n|--|--|\n| \\| b | c [t](d) |'],
  ['in callout titles', '> [!note]- a [[x]]\n> [[y]]'],
  ['after a comment on the line', '%%\na\n%% b [[x]]'],
  ['in notes in place', 'a ^[b [[x]]] [[y]]'],
  ['beyond the first plane', '😀 [[x]] 😀 ![[y|z]]'],
  ['in definitions', 'a[^1]\n\n[^1]: b [[x]]\n    c [[y]]'],
  ['over lines', 'a [b\nc](d) [[e]]'],
])('links %s', (_, text) => {
  expect(refsOf(parseMarkdown(text, { bodyLine: 1 })).length).toBeGreaterThan(0);
  expectPlaces(text, 1);
  expectPlaces(text, 12);
});

test('any mixture', () => {
  const pieces = [
    '[[a]]',
    '![[b|c]]',
    '[d](e)',
    ' ',
    'x',
    '\n',
    '\n\n',
    '- ',
    '  ',
    '\t',
    '> ',
    '| ',
    '\\|',
    '\n|--|--|\n',
    '# ',
    '%%',
    '[ ] ',
    '^[',
    ']',
    '==',
    '**',
    '`',
    '[^1]: ',
    '> [!note] ',
    ' ^id',
    '1. ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => expectPlaces(parts.join(''), 1)),
    { numRuns: 800 },
  );
}, 30_000);

test('columns of a single item count from its start', () => {
  const [, link] = parseInline('a [[b]]', 7);
  expect(link).toMatchObject({ kind: 'link', ref: { line: 7, column: 3, raw: '[[b]]' } });
});
