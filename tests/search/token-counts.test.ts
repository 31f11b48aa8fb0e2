import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TokenCounts } from '../../src/search/token-counts.ts';
import '../support/seed.ts';

function counted(texts: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const [text, times] of texts) {
    for (const token of text.split(' ')) if (token !== '') counts.set(token, (counts.get(token) ?? 0) + times);
  }
  return [...counts];
}

function byTable(texts: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  const counts = new TokenCounts();
  for (const [text, times] of texts) counts.add(text, times);
  return [...counts.entries()];
}

test('what stands between spaces is counted, in the order in which it came', () => {
  // Two letters whose hashes meet, and pieces that make few and many tokens.
  const piece = fc.constantFrom('a', 'b', ' ', '  ', 'Aa', 'BB', 'word', 'ä', '漢', '\n', '😀', '\ud800');
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.constantFrom(1, 8)), { maxLength: 8 }), (texts) => {
      expect(byTable(texts)).toEqual(counted(texts));
    }),
  );
});

test('tokens whose hashes are the same are told apart, and so are more than it has places for', () => {
  expect(byTable([['Aa BB AaAa BBBB AaBB BBAa Aa', 1]])).toEqual(counted([['Aa BB AaAa BBBB AaBB BBAa Aa', 1]]));
  const many = Array.from({ length: 20_000 }, (_, i) => `w${i} w${i % 777}`);
  expect(byTable(many.map((text) => [text, 1]))).toEqual(counted(many.map((text) => [text, 1])));
});
