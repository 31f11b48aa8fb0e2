import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline } from '../../src/markdown/parse.ts';

const pieces = [
  'Call',
  'Zürich',
  '北京',
  '2026-03-04',
  'e.g.',
  'and/or',
  '“so”',
  "don't",
  '(if',
  'asked)',
  'C++',
  'www',
  'a—b',
  '10,5;',
  'why?',
];
const sentence = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(' ', '  ', '-', '.', ',', '"')), { maxLength: 12 });

describe('one line of plain words', () => {
  it('is read as it is when something follows that only Markdown’s rules can read', () => {
    fc.assert(
      fc.property(sentence, (parts) => {
        const text = parts.join(' ').trim();
        fc.pre(text !== '');
        const read = parseInline(`${text} **x**`, 1);
        expect(read.at(-1)).toEqual({ kind: 'strong', children: [{ kind: 'text', value: 'x' }] });
        expect([...parseInline(text, 1), read.at(-1)]).toEqual(
          read.map((one) => (one.kind === 'text' ? { ...one, value: one.value.trimEnd() } : one)),
        );
      }),
    );
  });

  it.each([
    ['*x*'],
    ['[[A]]'],
    ['a #tag'],
    ['50% %%hidden%%'],
    ['www.example.com'],
    ['see www.example.com'],
    ['x &amp; y'],
    ['`x`'],
    ['~~x~~'],
    ['a@b.example'],
  ])('does not take %s for plain', (text) => {
    expect(parseInline(text, 1)).not.toEqual([{ kind: 'text', value: text }]);
  });
});
