import { describe, expect, test } from 'vitest';
import { MDX_COMPONENTS, MDX_DUES, MDX_STATES } from '../../src/markdown/mdx-components.ts';
import { memorySite } from '../support/memory-vault.ts';
import { codeBlocksOf, codeSpansOf, readText, tableRows } from './documents.ts';

const page = readText('docs/pages-with-components.md');

test('the table has the components and attributes that there are', () => {
  const written = tableRows(page, 'component').map(([name = '', , attributes = '']) => [/\w+/u.exec(name)?.[0], codeSpansOf(attributes)]);
  expect(Object.fromEntries(written)).toEqual(
    Object.fromEntries(Object.entries(MDX_COMPONENTS).map(([name, known]) => [name, Object.keys(known)])),
  );
});

test.each([
  ['state', MDX_STATES],
  ['due', MDX_DUES],
])('the values of %s are those that are read', (attribute, values) => {
  const line = page.split('\n').find((text) => text.startsWith(`- \`${attribute}\``)) ?? '';
  expect(new Set(codeSpansOf(line).slice(1))).toEqual(new Set<string>(values));
});

describe('examples', () => {
  test.each(codeBlocksOf(page).filter(({ lang }) => lang === 'mdx'))('can run: $code', ({ code }) => {
    const files = { 'Acme.md': '---\ntype: customer\n---\n', 'Reports/a.mdx': code };
    const site = memorySite(files, { mdx: { trusted: ['Reports/*.mdx'] } });
    expect(site.mdx).toHaveLength(1);
    expect(site.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
