import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawInline, drawNote } from '../../src/render/draw.ts';
import { auditHtml } from '../support/audit-html.ts';
import { fakeContext, fakeGraph } from '../support/fake-graph.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

interface Row {
  readonly id: string;
  readonly vector: string;
}

function drawn(markdown: string): string {
  const files = { notes: { 'Note.md': markdown }, tags: ['tag'] };
  const { note, treeOf } = fakeGraph(files);
  const context = fakeContext(files, 'Note.md');
  return drawNote(context, note('Note.md'), treeOf(context.from));
}

/** Places in a note where hostile text may stand. */
const PLACES: Readonly<Record<string, (vector: string) => string>> = {
  body: (vector) => vector,
  line: (vector) => `text ${oneLine(vector)} text **${oneLine(vector)}**`,
  list: (vector) => `- ${oneLine(vector)}\n- [ ] ${oneLine(vector)}\n  - below\n\nafter`,
  table: (vector) => `| a | b |\n|--|--|\n| ${oneLine(vector)} | ${oneLine(vector)} |`,
  callout: (vector) => `> [!note]- ${oneLine(vector)}\n> ${oneLine(vector)}\n\n# ${oneLine(vector)}`,
  names: (vector) =>
    `[[${oneLine(vector)}]] [[a|${oneLine(vector)}]] ![[${oneLine(vector)}]] #${oneLine(vector)} [t](${oneLine(vector)}) ![a](${oneLine(vector)} "${oneLine(vector)}")`,
  diagram: (vector) =>
    `\`\`\`mermaid\ngraph TD\nA["${oneLine(vector)}"]:::internal-link\n${oneLine(vector)}[x]\nclass ${oneLine(vector)} internal-link\n\`\`\``,
  code: (vector) =>
    `\`\`\`${oneLine(vector)}\n${vector}\n\`\`\`\n\n$${oneLine(vector)}$\n\n[^1]: ${oneLine(vector)}\n\nx[^1] ^[${oneLine(vector)}]`,
};

function oneLine(vector: string): string {
  return vector.replaceAll(/\s+/gu, ' ');
}

describeShared('hostile vectors', () => {
  for (const name of ['dompurify', 'h5sc', 'owasp', 'markdown-obsidian', 'payloadbox-sample']) {
    const rows: readonly Row[] = JSON.parse(readFileSync(sharedPath(`security/xss-${name}.json`), 'utf8'));
    test.each(Object.keys(PLACES))(
      `${name}: nothing but our own markup comes out of %s`,
      (place) => {
        // The large list in every place would take most of a minute; its rows are much alike.
        const chosen = rows.length > 500 && place !== 'body' ? rows.filter((_, i) => i % 8 === 0) : rows;
        const faults = chosen.flatMap(({ id, vector }) => {
          const html = drawn(PLACES[place]?.(vector) ?? '');
          return auditHtml(html).map((fault) => `${id}: ${fault}`);
        });
        expect(faults).toEqual([]);
      },
      30_000,
    );
  }
});

describe('any text', () => {
  const pieces = [
    '<script>',
    '</script>',
    '<svg onload=x>',
    '</p>',
    '</div>',
    '<div>',
    '<details>',
    '<table>',
    '<td>',
    '<a href="javascript:x">',
    '<b>',
    '</li>',
    '<!--',
    '-->',
    '%%',
    '[[',
    ']]',
    '![[',
    '](',
    '`',
    '$',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '> [!note]- ',
    '|',
    '\n|--|--|\n',
    '# ',
    '[^1]',
    '[^1]: ',
    '^[',
    ']',
    '==',
    '**',
    '&lt;',
    '"',
    "'",
    ' ',
    'a',
    'javascript:x',
    '<img src=x onerror=y>',
    '</article>',
    '<plaintext>',
    '<textarea>',
    '<title>',
    '<math>',
    '<style>',
    '<li>',
    '</ul>',
    '<h1>',
    '<iframe>',
    '<select>',
    '<template>',
    '\u0000',
    '^id',
    '#tag',
  ];

  test('is drawn without a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (parts) => {
        expect(auditHtml(drawn(parts.join('')))).toEqual([]);
        expect(auditHtml(drawInline(fakeContext({ notes: {} }, 'Note.md'), parts.join('')))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  }, 30_000);

  test('with any characters is drawn without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        expect(auditHtml(drawn(text))).toEqual([]);
      }),
      { numRuns: 120 },
    );
  }, 30_000);
});
