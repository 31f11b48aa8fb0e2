import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFullYaml } from '../../src/vault/yaml-full.ts';
import { parsePlainYaml } from '../../src/vault/yaml-plain.ts';
import { contentDir } from '../support/cli.ts';

/** Where the quick parser answers, the full one must give the same. */
function expectSame(yaml: string): boolean {
  const plain = parsePlainYaml(yaml);
  if (plain === null) return false;
  const full = parseFullYaml(yaml);
  if (full.kind === 'empty') expect(plain.properties).toEqual({});
  else expect({ yaml, ...plain, kind: 'mapping' }).toEqual({ yaml, ...full });
  return true;
}

const word = fc.constantFrom(
  'a',
  'title',
  'Ünï',
  'true',
  'null',
  '12',
  '1.50',
  '-3',
  '2025-01-02',
  'x: y',
  'x #y',
  '#x',
  "it's",
  'a:b',
  'a,b',
  '日本',
  '~',
  '/p',
  '(q)',
  '[x',
  '{',
  '*',
  '-',
  '',
  ' ',
  '&a',
  '!t',
  'x:',
  '"',
  "'q'",
  '"d"',
  "'it''s'",
  '[]',
  '[a, b]',
  '[1, x y]',
  '[a,,b]',
  '|',
  '>',
  '@',
  '%',
  '`',
  '\u00a0',
  'NO',
  '0x1F',
);
const words = fc.array(word, { maxLength: 4 }).map((parts) => parts.join(' '));
const indent = fc.constantFrom('', '', '', ' ', '  ', '    ');
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c c', 'd-e', 'True', '_x', '1', 'é'), fc.constantFrom(':', ': ', ':  '), words)
    .map((parts) => parts.join('')),
  fc.tuple(indent, fc.constantFrom('-', '- ', '-  '), words).map((parts) => parts.join('')),
  fc.tuple(indent, words).map((parts) => parts.join('')),
  fc.constant(''),
);

test('a list under a key that has a value already is no list', () => {
  for (const yaml of ['a: null\n- b', 'a:  null\n- b', 'a: ~\n- b', 'a: x\n- b']) expect(parsePlainYaml(yaml)).toBeNull();
  expect(parsePlainYaml('a:\n- b')?.properties).toEqual({ a: ['b'] });
});

test('the quick parser agrees with the full one, on lines made to trip it', () => {
  let answered = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      if (expectSame(lines.join('\n'))) answered += 1;
    }),
    { numRuns: 5000 },
  );
  expect(answered).toBeGreaterThan(50);
});

test('the quick parser answers for nearly all notes of the sample vault', () => {
  const blocks = readdirSync(contentDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => /^---\n([\s\S]*?)\n---\n/u.exec(readFileSync(join(contentDir, name), 'utf8'))?.[1] ?? []);
  const answered = blocks.filter(expectSame);
  expect(answered.length).toBeGreaterThan(blocks.length * 0.8);
});
