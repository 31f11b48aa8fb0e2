import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkedNodes } from '../../src/render/mermaid-links.ts';

const texts = (source: string) => linkedNodes(source).map(({ node, text }) => (node === text ? node : `${node}=${text}`));

describe('nodes that are links', () => {
  test('are those of the class, by statement or at the node', () => {
    expect(texts('graph TD\nBiology --> Chemistry\nclass Biology,Chemistry internal-link;')).toEqual(['Biology', 'Chemistry']);
    expect(texts('flowchart LR\nA[Cell theory]:::internal-link --> B:::other & C:::internal-link')).toEqual(['A=Cell theory', 'C']);
    expect(texts('graph TD\nA --> B\nclass A other\nclassDef internal-link fill:#f00')).toEqual([]);
    expect(texts('graph TD\nA --> B')).toEqual([]);
  });

  test('exist: a statement may name more (Obsidian’s hint for long diagrams)', () => {
    expect(texts('graph TD\nA[Biology]\nB[Chemistry]\nA --> B\nclass A,B,C,D,E,F internal-link;')).toEqual(['A=Biology', 'B=Chemistry']);
  });

  test('have the text of their shape, the last one stated', () => {
    const shapes =
      'A[a b] --- B(a b) --- C((a b)) --- D{a b} --- E{{a b}} --- F([a b]) --- G[[a b]] --- H[(a b)] --- I[/a b/] --- J[/a b\\] --- K>a b] --- L(((a b)))';
    expect(linkedNodes(`graph TD\n${shapes}\nclass A,B,C,D,E,F,G,H,I,J,K,L internal-link`).map(({ text }) => text)).toEqual(
      Array(12).fill('a b'),
    );
    expect(texts('graph TD\nA["a (b) [c]"] --> A\nclass A internal-link')).toEqual(['A=a (b) [c]']);
    expect(texts('graph TD\nA["`a **b**`"]\nA[later]\nclass A internal-link')).toEqual(['A=later']);
    expect(texts('graph TD\nA@{ shape: rect, label: "a b" }\nclass A internal-link')).toEqual(['A=a b']);
    expect(texts('graph TD\nA["Q#35;1 #quot;x#quot;<br/>y"]\nclass A internal-link')).toEqual(['A=Q#1 "x" y']);
  });

  test('are not read from comments, edge labels in quotes and other classes', () => {
    expect(texts('graph TD\n%% A[no]\n%% class B internal-link\nB -- "A[no]" --> C\nclass A internal-link')).toEqual([]);
    expect(texts('---\ntitle: A[no]\n---\ngraph TD\nA[yes]\nclass A internal-link')).toEqual(['A=yes']);
  });

  test('may be named in any script', () => {
    expect(texts('graph TD\nÜberblick[Über uns] --> 計画\nclass Überblick,計画 internal-link')).toEqual(['Überblick=Über uns', '計画']);
    expect(texts('stateDiagram-v2\n[*] --> Draft\nDraft --> Sent\nclass Draft internal-link')).toEqual(['Draft']);
  });

  test('come from any text without a failure, each named in it', () => {
    const piece = fc.constantFrom(
      'A',
      'B',
      '[',
      ']',
      '((',
      '))',
      '{',
      '}',
      '"',
      '`',
      '-->',
      ':::internal-link',
      '\n',
      'class A,B internal-link',
      '%%',
      '---',
      '@{',
      '>',
      '|',
      ';',
      '#35;',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        for (const { node } of linkedNodes(source)) expect(source).toContain(node);
      }),
    );
  });

  test('take time in proportion: unclosed shapes of a long source are searched for once', () => {
    expect(linkedNodes(`graph TD\n${'A["(([{{ '.repeat(200_000)}\nclass B internal-link`)).toEqual([]);
  });
});
