import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withDirections } from '../../src/render/directions.ts';
import { memorySite } from '../support/memory-vault.ts';

describe('directions of blocks', () => {
  test.each([
    ['no right-to-left text, no attribute', '<p>one</p><ul><li>two</li></ul>', '<p>one</p><ul><li>two</li></ul>'],
    ['a text by its first letter', '<p>שלום לכם world</p><p>hello שלום</p>', '<p dir="rtl">שלום לכם world</p><p>hello שלום</p>'],
    ['a name that comes first turns no sentence', '<p>דנה wrote all of it</p>', '<p>דנה wrote all of it</p>'],
    ['code and entities say nothing', '<p><code>npm</code> &quot;שלום&quot;</p>', '<p dir="rtl"><code>npm</code> &quot;שלום&quot;</p>'],
    [
      'a list by most of its letters, an item against it by its own',
      '<ul><li>GitHub</li><li>נושא ראשון</li><li>נושא שני</li></ul>',
      '<ul dir="rtl"><li dir="ltr">GitHub</li><li>נושא ראשון</li><li>נושא שני</li></ul>',
    ],
    [
      'a table by most of its letters; its cells are left to the style',
      '<table><tr><th>שם הלקוח</th><td>12 %</td><td>yes</td></tr></table>',
      '<table dir="rtl"><tr><th>שם הלקוח</th><td>12 %</td><td>yes</td></tr></table>',
    ],
    [
      'the title of a callout follows the callout',
      '<div class="callout"><p class="title">Note</p><p>טקסט ארוך יותר</p></div>',
      '<div class="callout" dir="rtl"><p class="title">Note</p><p>טקסט ארוך יותר</p></div>',
    ],
    ['what a note states stays', '<div dir="ltr"><p>שלום</p></div>', '<div dir="ltr"><p dir="rtl">שלום</p></div>'],
    [
      'a row of actions keeps its columns',
      '<ul class="actions"><li class="action open"><p class="what">שלח</p></li><li class="action open"><p class="what">Send the sheet</p></li></ul>',
      '<ul class="actions"><li class="action open"><p class="what" dir="rtl">שלח</p></li><li class="action open"><p class="what">Send the sheet</p></li></ul>',
    ],
  ])('%s', (_, html, expected) => {
    expect(withDirections(html, 'ltr')).toBe(expected);
  });

  test('in a right-to-left note only what runs the other way is marked', () => {
    expect(withDirections('<p>שלום</p><p>hello</p><p>12</p>', 'rtl')).toBe('<p>שלום</p><p dir="ltr">hello</p><p>12</p>');
    expect(withDirections('<p>RPO הוא פחות מחמש שניות</p>', 'rtl')).toBe('<p>RPO הוא פחות מחמש שניות</p>');
  });

  const leaf = fc.constantFrom(
    'שלום',
    'word',
    '12',
    '&amp;',
    '<br>',
    '<img alt="a > b" src="x">',
    '<code>x</code>',
    'a < b',
    '<span class="vh">no</span>',
  );
  const html = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc
        .tuple(
          fc.constantFrom('p', 'ul', 'li', 'div', 'table', 'td', 'em', 'svg', 'details', 'summary'),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    ),
  })).node;

  test('nothing but dir is added, and marking twice is marking once', () => {
    fc.assert(
      fc.property(html, fc.constantFrom('ltr' as const, 'rtl' as const), (text, base) => {
        const marked = withDirections(text, base);
        expect(marked.replace(/ dir="(?:ltr|rtl)"/gu, '')).toBe(text);
      }),
    );
  });
});

test('a page of a note in two scripts: blocks of the note, its embeds and footnotes', () => {
  const site = memorySite({
    'a.md': '# A\n\nEnglish text first, and enough of it.[^1]\n\nפסקה בעברית.\n\n> ציטוט\n\n![[b]]\n\n[^1]: הערה\n',
    'b.md': 'משובץ\n',
    'c.md': 'English only, “quoted” 日本語.\n',
  });
  const htmlOf = (note: string): string => {
    const page = site.plan.find((planned) => planned.note === note);
    const view = page && site.page(page.url)?.view;
    return view?.kind === 'note' ? view.body.html : '';
  };
  expect(htmlOf('a.md')).toContain('<p>English text');
  expect(htmlOf('a.md')).toContain('<p dir="rtl">פסקה');
  expect(htmlOf('a.md')).toMatch(/<blockquote dir="rtl">\s*<p>ציטוט/u);
  expect(htmlOf('a.md')).toMatch(/<p dir="rtl">משובץ|<div class="embed[^"]*" dir="rtl"/u);
  expect(htmlOf('a.md')).toMatch(/<li[^>]*>הערה/u);
  expect(htmlOf('c.md')).not.toContain('dir=');
});
