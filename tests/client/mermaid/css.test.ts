import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { inertMarkup } from '../../../src/client/mermaid/css.ts';

interface Element {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
  readonly content?: Element;
}

function elementsOf(markup: string): readonly Element[] {
  const all: Element[] = [];
  const walk = (node: Element): void => {
    all.push(node);
    for (const child of [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])]) walk(child);
  };
  walk(parseFragment(markup) as unknown as Element);
  return all;
}

describe('markup under the policy', () => {
  test('has its styles under another name', () => {
    expect(inertMarkup('<svg style="color: red" id="a"><g STYLE=\'x\'></g><p title="style=1" style=a>b</p></svg>')).toBe(
      '<svg data-css="color: red" id="a"><g data-css=\'x\'></g><p title="style=1" data-css=a>b</p></svg>',
    );
    expect(inertMarkup('<style id="s">a{}</style>')).toBe('<noembed id="s">a{}</noembed>');
  });

  test('fetches nothing, and still links', () => {
    expect(
      inertMarkup('<img src=x SRCSET="a 2x"><image xlink:href="a.png"/><use href="#a"/><a href="https://e.org" class="src">b</a>'),
    ).toBe('<img data-source=x data-source="a 2x"><image data-source="a.png"/><use href="#a"/><a href="https://e.org" class="src">b</a>');
  });

  test('keeps text that only speaks of style', () => {
    for (const text of ['<p>a style="b" <b>style=1</b></p>', 'a < b style="x"', '<p class="style">x</p>'])
      expect(inertMarkup(text)).toBe(text);
  });

  test('has no style and no source that a parser would see, whatever it was', () => {
    const piece = fc.constantFrom(
      '<p',
      '<svg',
      '<style',
      '</style>',
      '<g/',
      ' style',
      '=',
      '"',
      "'",
      ' STYLE="a"',
      '>',
      ' ',
      'x',
      '/',
      ' a="',
      " b='c'",
      '\n',
      ' style=a',
      ' src="a"',
      '<img',
      '<use href=',
      '</p>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const elements = elementsOf(inertMarkup(pieces.join('')));
        expect(
          elements.filter(({ nodeName, attrs }) => nodeName === 'style' || attrs?.some(({ name }) => name === 'style' || name === 'src')),
        ).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
