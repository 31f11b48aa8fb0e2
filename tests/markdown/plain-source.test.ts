import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonmarkEngine, obsidianEngine } from '../../src/markdown/engine.ts';
import type { Token } from '../../src/markdown/engine-types.ts';
import { isPlainSource } from '../../src/markdown/inlines.ts';
import { parseInline, plainInline } from '../../src/markdown/parse.ts';
import { parseEnv } from '../../src/markdown/parse-env.ts';
import { plainText } from '../../src/markdown/walk.ts';

const SIGNS = [...'ab1 .,;:!?-+=~%^@(){}]>|/"\'&#*_`$<[\\\n\t\u00a0’', '~~', '==', '%%', '://', 'http://a', '^[b]', 'www.c.de', 'd@e.fr'];

test('source without markup is read by the parser as the very text it is', () => {
  const source = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 14 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(source.filter(isPlainSource), fc.constantFrom(obsidianEngine(), commonmarkEngine()), (text, engine) => {
      const tokens: Token[] = [];
      const env = parseEnv(1, null);
      engine.inline.parse(text, engine, env, tokens);
      expect(tokens.every(({ type }) => type === 'text')).toBe(true);
      expect(tokens.map(({ content }) => content).join('')).toBe(text);
      expect(env.problems).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('the text of inline source is that of its inlines', () => {
  const source = fc.array(fc.constantFrom(...SIGNS), { maxLength: 14 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(source, (text) => {
      expect(plainInline(text)).toBe(plainText(parseInline(text, 1)));
    }),
  );
});
