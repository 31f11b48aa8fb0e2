import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenSpaces } from '../../src/markdown/spaces.ts';

test('every run of white space becomes one space', () => {
  const text = fc.array(fc.constantFrom('a', '’', ' ', '  ', '\t', '\n', '\u00a0', '\u2028', '\ufeff'), { maxLength: 12 });
  fc.assert(
    fc.property(text, (signs) => {
      expect(evenSpaces(signs.join(''))).toBe(signs.join('').replace(/\s+/gu, ' '));
    }),
  );
});
