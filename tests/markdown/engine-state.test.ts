import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { commonmarkEngine } from '../../src/markdown/engine.ts';
import { tokenOf } from '../../src/markdown/engine-state.ts';

const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

test('our tokens have the fields and methods of markdown-it’s', () => {
  const ours = tokenOf('link_open', 'a', 1);
  expect(sorted(ours)).toEqual(sorted(new MarkdownIt.Token('link_open', 'a', 1)));
  ours.attrSet('href', 'x');
  expect(ours.attrGet('href')).toBe('x');
  expect(ours).toBeInstanceOf(MarkdownIt.Token);
});

test('our states have the fields of markdown-it’s', () => {
  const engine = commonmarkEngine();
  const plain = new MarkdownIt();
  for (const name of ['block', 'inline'] as const) {
    const { md: _, ...ours } = new engine[name].State('a *b*\n', engine, {}, []);
    const { md: __, ...theirs } = new plain[name].State('a *b*\n', plain, {}, []);
    expect(sorted(ours)).toEqual(sorted(theirs));
  }
});

test('what they read is what markdown-it reads', () => {
  const text = '# a *b* [c](d "e")\n\n> - **f** `g`\n>\n>   h\n\n| i | j |\n|---|---|\n| ~~k~~ | ![l](m) |\n';
  const engine = new MarkdownIt();
  const own = engine.render(text);
  const { block, inline } = commonmarkEngine();
  engine.block.State = block.State;
  engine.inline.State = inline.State;
  expect(engine.render(text)).toBe(own);
});

test('lines are found where markdown-it finds them', () => {
  const engine = commonmarkEngine();
  const plain = new MarkdownIt();
  const text = fc.array(fc.constantFrom(' ', '\t', '\n', 'a', '-', '\u00a0', '’'), { maxLength: 24 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, (source) => {
      const { md: _, ...ours } = new engine.block.State(source, engine, {}, []);
      const { md: __, ...theirs } = new plain.block.State(source, plain, {}, []);
      expect(sorted(ours)).toEqual(sorted(theirs));
    }),
    { numRuns: 2000 },
  );
});
