import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { RELOAD_SCRIPT, withReloadScript } from '../../src/cli/dev/reload-script.ts';

test('the script is linked, not inlined, so that it runs under the policy of a page', () => {
  const html = withReloadScript('<html><body><p>&lt;/body></p></body></html>');
  expect(html).toBe('<html><body><p>&lt;/body></p><script src="/__dossier/reload.js"></script></body></html>');
});

test('a page without an end gets it at its end', () => {
  expect(withReloadScript('<p>x')).toMatch(/^<p>x<script src=/);
});

test('the script is valid JavaScript', () => {
  expect(() => new Script(RELOAD_SCRIPT)).not.toThrow();
});
