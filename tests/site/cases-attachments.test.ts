import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildVault, startCli } from '../support/cli.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

const FILES = {
  'Pictures.md': '![[ok.svg]] ![[evil.svg]] ![[none.svg]] ![[odd.svg]] ![[photo.png]] [[page.html]] [[run.js]] [[data.csv]]\n',
  'ok.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"></path></svg>\n',
  'evil.svg': '<?xml version="1.0"?><svg onload="alert(1)"><script>alert(1)</script><g/><!-- /home/someone --></svg>',
  'none.svg': '<html><script>alert(1)</script></html>',
  'odd.svg': Uint8Array.of(0x3c, 0x73, 0x76, 0x67, 0xff, 0x3e),
  'photo.png': '<script>not read</script>',
  'page.html': '<script>alert(1)</script><p onclick="alert(1)">Report',
  'run.js': 'alert(1)',
  'data.csv': 'a,b',
};

test('drawings and web pages ship without what runs, scripts not at all, other files as they are', () => {
  const dir = tempDir();
  const vault = path.join(dir, 'vault');
  writeFiles(vault, FILES);
  const report = buildVault(vault, path.join(dir, 'site'), ['--no-search']);
  const files = Object.entries(readTree(path.join(dir, 'site'))).filter(([file]) => file.startsWith('files/'));
  expect(Object.fromEntries(files)).toEqual({
    'files/data.csv': FILES['data.csv'],
    'files/evil.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g></g></svg>\n',
    'files/ok.svg': FILES['ok.svg'],
    'files/page.html': expect.stringMatching(
      /^<!doctype html>\n<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" [^>]+>.*<body><p>Report<\/p><\/body><\/html>\n$/su,
    ),
    'files/photo.png': FILES['photo.png'],
  });
  const findings = report['diagnostics'] as readonly { readonly code: string; readonly path: string; readonly message: string }[];
  expect(findings.filter(({ code }) => code === 'asset-missing').map(({ path: file, message }) => [file, message])).toEqual([
    ['none.svg', 'It was not copied: it holds no drawing.'],
    ['odd.svg', 'It was not copied: it is not valid UTF-8.'],
  ]);
  expect(findings.filter(({ code }) => code === 'asset-not-shipped').map(({ path: file }) => file)).toEqual(['Pictures.md']);
  expect(fs.readFileSync(path.join(dir, 'site', 'notes/pictures.html'), 'utf8')).not.toContain('run.js"');
});

test('the preview shows them the same way', async () => {
  const vault = path.join(tempDir(), 'vault');
  writeFiles(vault, FILES);
  const { origin } = await startCli(['dev', vault, '--port', '0']);
  const drawing = await fetch(`${origin}files/evil.svg`);
  expect([drawing.status, drawing.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(await drawing.text()).toBe('<svg xmlns="http://www.w3.org/2000/svg"><g></g></svg>\n');
  expect(await (await fetch(`${origin}files/data.csv`)).text()).toBe(FILES['data.csv']);
  const page = await fetch(`${origin}files/page.html`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await page.text()).toMatch(/<body><p>Report<\/p>/u);
  for (const file of ['none.svg', 'run.js']) expect((await fetch(`${origin}files/${file}`)).status).toBe(404);
});
