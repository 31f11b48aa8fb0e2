import path from 'node:path';
import { expect, test } from 'vitest';
import { openPreview } from '../../src/cli/dev/preview.ts';
import { loadTheme } from '../../src/output/theme.ts';
import { projectRoot } from '../support/cli.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

const TEXTS = {
  'Zebra.md': '# Zebra\n\nBlack and white.\n',
  'Quagga.md': '# Quagga\n\nSee nothing.\n',
  'Meetings/2026-03-02 Acme - Kickoff.md': '---\naccount: Acme\n---\n# 2026-03-02 Acme - Kickoff\n\n- [ ] Send the plan @Ann\n',
};

async function preview(texts: Readonly<Record<string, string>> = TEXTS) {
  const dir = tempDir();
  writeFiles(dir, { 'dossier.yaml': 'title: Field notes\n', ...texts });
  const failures: string[] = [];
  const opened = openPreview(dir, loadTheme(path.join(projectRoot, 'build', 'theme')), {
    asOf: undefined,
    compile: () => Promise.reject(new Error('no MDX here')),
    onError: (url) => failures.push(url),
  });
  return { dir, failures, ...opened };
}

test('a saved text shows on its page before lists and backlinks are worked out, and these follow', async () => {
  const { dir, draw, update, complete, failures } = await preview();
  expect(await draw('notes/zebra.html')).not.toMatch(/for stripes/);
  writeFiles(dir, { 'Quagga.md': '# Quagga\n\nSee [[Zebra]] for stripes, and [[Okapi]].\n' });
  expect(update(new Set(['Quagga.md']))).toEqual(['notes/quagga.html']);
  expect(await draw('notes/quagga.html')).toMatch(/<a href="zebra.html">Zebra<\/a> for stripes/);
  expect(await draw('notes/zebra.html')).not.toMatch(/for stripes/);
  expect(await draw('ghosts/okapi.html')).toBeNull();

  complete();
  const anew = await preview({ ...TEXTS, 'Quagga.md': '# Quagga\n\nSee [[Zebra]] for stripes, and [[Okapi]].\n' });
  for (const url of ['notes/quagga.html', 'notes/zebra.html', 'ghosts/okapi.html']) expect(await draw(url)).toBe(await anew.draw(url));
  expect(await draw('notes/zebra.html')).toMatch(/for stripes/);
  expect(failures).toEqual([]);
});

test('a text that no longer fits what is known of its note is shown once everything is worked out', async () => {
  const { dir, draw, update, complete, failures } = await preview();
  const meeting = 'meetings/2026-03-02-acme-kickoff.html';
  expect(await draw(meeting)).toMatch(/Send the plan/);
  const changed = '---\naccount: Borg\ndate: 2026-04-05\n---\n# Another title\n\nNew.\n\n- [x] Send the plan @Bob\n- [ ] Second @Ann\n';
  writeFiles(dir, { 'Meetings/2026-03-02 Acme - Kickoff.md': changed });
  update(new Set(['Meetings/2026-03-02 Acme - Kickoff.md']));
  complete();
  const anew = await preview({ ...TEXTS, 'Meetings/2026-03-02 Acme - Kickoff.md': changed });
  for (const url of [meeting, 'index.html', 'accounts/borg.html', 'actions.html']) expect(await draw(url)).toBe(await anew.draw(url));
  expect(failures).toEqual([]);
});

test('new files, and notes that were kept out, are not sketched', async () => {
  const { dir, draw, update, complete } = await preview({ ...TEXTS, 'Secret.md': '---\nprivate: true\n---\nHidden.\n' });
  writeFiles(dir, { 'Secret.md': '---\nprivate: true\n---\nHidden still.\n' });
  expect(update(new Set(['Secret.md']))).toEqual([]);
  expect(await draw('notes/secret.html')).toBeNull();
  writeFiles(dir, { 'Okapi.md': '# Okapi\n' });
  expect(update(new Set(['Okapi.md']))).toEqual([]);
  complete();
  expect(await draw('notes/okapi.html')).toMatch(/Okapi/);
});

test('texts that are saved one after another show at once, and one working out makes up for all', async () => {
  const { dir, draw, update, complete } = await preview();
  const texts = { 'Quagga.md': '# Quagga\n\nSee [[Zebra]] twice.\n', 'Zebra.md': '# Zebra\n\nSee [[Quagga]] thrice, and [[Okapi]].\n' };
  for (const [name, text] of Object.entries(texts)) {
    writeFiles(dir, { [name]: text });
    update(new Set([name]));
  }
  expect(await draw('notes/quagga.html')).toMatch(/twice/);
  expect(await draw('notes/zebra.html')).toMatch(/thrice/);
  complete();
  const anew = await preview({ ...TEXTS, ...texts });
  for (const url of ['notes/quagga.html', 'notes/zebra.html', 'ghosts/okapi.html']) expect(await draw(url)).toBe(await anew.draw(url));
});

test('a word more in one note changes no page that does not show it', async () => {
  const texts = (zebra: string) => ({ ...TEXTS, 'Zebra.md': zebra, 'Okapi.md': '# Okapi\n\nIn the woods.\n' });
  const before = await preview(texts('# Zebra\n\nBlack and white.\n\n## Habitat\n\nPlains.\n'));
  const after = await preview(texts('# Zebra\n\nBlack and white.\n\n## Habitat\n\nPlains, and hills.\n'));
  const changed: string[] = [];
  for (const { url } of before.site().plan) if ((await before.draw(url)) !== (await after.draw(url))) changed.push(url);
  expect(changed).toEqual(['notes/zebra.html']);
});
