import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageUrl } from '../../src/graph/graph.ts';
import { relativeHref } from '../../src/render/relative-href.ts';

const page = (url: string): PageUrl => url as PageUrl;

test.each([
  ['index.html', 'notes/a.html', 'notes/a.html'],
  ['notes/a.html', 'index.html', '../index.html'],
  ['notes/a.html', 'notes/b.html#x', 'b.html#x'],
  ['tags/a/b.html', 'tags/a/c.html', 'c.html'],
  ['tags/a/b.html', 'tags/d.html', '../d.html'],
  ['notes/a.html', 'notes/a.html#x', '#x'],
  ['notes/a.html', 'notes/a.html', 'a.html'],
  ['notes/a.html', 'files/ein Bild?.png', '../files/ein%20Bild%3F.png'],
  ['notes/a.html', 'notes/概要.html#é', '概要.html#é'],
  ['a.html', 'x:y.html', './x:y.html'],
])('from %s to %s', (from, to, expected) => expect(relativeHref(page(from), to)).toBe(expected));

test('a browser finds the page again, wherever the site lies', () => {
  const segment = fc
    .string({ unit: fc.constantFrom(...'ab-_.:%?&=é概 "\'<>\\^`{|}~!$()*+,;@[]'), minLength: 1, maxLength: 6 })
    .filter((text) => !/^\.{1,2}$/u.test(text));
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.html`);
  const anchor = fc.option(fc.string({ unit: fc.constantFrom(...'ab-é% "<'), minLength: 1, maxLength: 5 }), { nil: null });
  fc.assert(
    fc.property(
      path,
      path,
      anchor,
      fc.constantFrom('https://x.org/', 'https://x.org/deep/er/', 'file:///home/me/site/'),
      (from, to, id, root) => {
        const base = new URL(root + from.split('/').map(encodeURIComponent).join('/'));
        const href = relativeHref(page(from), id === null ? to : `${to}#${id}`);
        expect(href).not.toMatch(/["'<>\s]/u);
        const found = new URL(href, base);
        expect(decodeURIComponent(found.origin === 'null' ? found.pathname : found.pathname)).toBe(
          decodeURIComponent(new URL(root).pathname) + to,
        );
        expect(found.protocol).toBe(base.protocol);
        if (id !== null) expect(decodeURIComponent(found.hash)).toBe(`#${id}`);
      },
    ),
    { numRuns: 500 },
  );
});
