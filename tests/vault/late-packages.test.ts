import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { memorySite } from '../support/memory-vault.ts';

/** Whether a package has been loaded in this process. */
function isLoaded(name: string): boolean {
  return Object.keys(createRequire(import.meta.url).cache).some((file) => file.replaceAll('\\', '/').includes(`/node_modules/${name}/`));
}

function drawAll(markdown: string): string {
  const site = memorySite({ 'Note.md': markdown });
  return JSON.stringify(site.plan.map(({ url }) => site.page(url)));
}

test('are loaded by the first formula and the first block of code, not before', () => {
  drawAll('# A\n\ncosts $5 or `x`\n\n```\nplain\n```\n\n```text\nplain\n```\n');
  expect([isLoaded('temml'), isLoaded('highlight.js')]).toEqual([false, false]);
  expect(drawAll('$x^2$')).toContain('<msup>');
  expect([isLoaded('temml'), isLoaded('highlight.js')]).toEqual([true, false]);
  expect(drawAll('```js\nlet a\n```')).toContain('c-k');
  expect(isLoaded('highlight.js')).toBe(true);
});
