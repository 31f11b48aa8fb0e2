import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength, jsonLength } from '../../src/views/byte-length.ts';

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('a "b"\n', '\t\r\\', '<i class="a">é 東京 🦀</i>'));
const key = fc.stringMatching(/^[a-zA-Z]{1,9}$/u);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined),
    fc.array(tie('tree')),
    fc.dictionary(key, tie('tree')),
  ),
}));

test('data is as long as its JSON', () => {
  fc.assert(
    fc.property(tree, (data) => {
      expect(jsonLength(data)).toBe(byteLength(JSON.stringify(data) ?? 'null'));
    }),
  );
});
