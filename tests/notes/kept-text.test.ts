import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textKeeper } from '../../src/notes/kept-text.ts';

test('what is kept is what was given, whatever it holds and however often', () => {
  const sign = fc.constantFrom('a', ' ', '\n', '\0', 'é', 'ÿ', '\u0100', '’', '📅', '\ud83d');
  const text = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(fc.array(text), text, (texts, body) => {
      const keep = textKeeper(body);
      expect([...texts, ...texts].map(keep)).toEqual([...texts, ...texts]);
    }),
  );
});

test('a text longer than the place for rewriting is kept as it is', () => {
  const long = 'é'.repeat(20_000);
  expect(textKeeper('’')(long)).toBe(long);
});

test('parts of texts kept before and of the body are what was given', () => {
  const body = '- [ ] Ask **Ana** for the draft of the agreement — today 📅 2026-01-02\n';
  const keep = textKeeper(body);
  const passage = keep('Ask Ana for the draft of the agreement — today');
  for (const text of [
    passage,
    'for the draft of the agreement',
    'Ask **Ana** for the draft of the agreement',
    'It stands nowhere in this body.',
  ])
    expect(keep(text)).toBe(text);
});
