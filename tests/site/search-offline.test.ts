import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

/** Builds a small vault with this setting: what is said, what the report has, and whether the copies are there. */
function built(setting: string | null, ...flags: readonly string[]) {
  const dir = tempDir();
  const vault = path.join(dir, 'vault');
  fs.mkdirSync(vault);
  writeFiles(vault, { 'One.md': 'A zebra.', ...(setting === null ? {} : { 'dossier.yaml': `search:\n  offline: ${setting}\n` }) });
  const out = path.join(dir, 'site');
  const run = (...more: readonly string[]) => runCli(['build', vault, '-o', out, '--no-cache', ...flags, ...more]);
  const { code, stdout } = run();
  const { offlineSearch } = JSON.parse(run('--json').stdout);
  const copies = fs.existsSync(path.join(out, 'pagefind', 'folder', 'map.js'));
  const index = fs.existsSync(path.join(out, 'pagefind', 'map'));
  return { code, line: /^ *offline search.*$/mu.exec(stdout)?.[0].trim() ?? null, offlineSearch, copies, index };
}

test.each([null, 'auto', 'always'])('search.offline: %s writes the index of a small vault for folders too, and says nothing', (setting) => {
  expect(built(setting)).toEqual({ code: 0, line: null, offlineSearch: { written: true }, copies: true, index: true });
});

test('search.offline: never leaves the copies out and says so', () => {
  expect(built('never')).toMatchObject({
    code: 0,
    line: 'offline search  left out: search.offline is never',
    offlineSearch: { written: false, reason: 'never' },
    copies: false,
    index: true,
  });
});

test('a site without search has neither, and nothing to say', () => {
  expect(built('always', '--no-search')).toEqual({ code: 0, line: null, offlineSearch: null, copies: false, index: false });
});

test('another word is no setting', () => {
  const dir = tempDir();
  writeFiles(dir, { 'One.md': 'A zebra.', 'dossier.yaml': 'search:\n  offline: sometimes\n' });
  const { code, stderr } = runCli(['build', dir, '-o', path.join(tempDir(), 'site')]);
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/search\.offline/u);
});
