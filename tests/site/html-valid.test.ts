import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildVault, contentDir } from '../support/cli.ts';
import { faultsOfHtml } from '../support/html-valid.ts';
import { describeShared, sharedPath } from '../support/shared.ts';
import { tempDir } from '../support/temp.ts';
import { fixtures } from '../theme/fixtures.ts';
import { drawPage } from '../theme/write-fixtures.ts';

/** The longest pages of every folder of a site, `perFolder` each, and every page at its root. */
function longestPages(site: string, perFolder: number): readonly string[] {
  const files = fs.readdirSync(site, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => ({ file, size: fs.statSync(path.join(site, file)).size }));
  const taken = new Map<string, number>();
  return pages
    .sort((a, b) => b.size - a.size || (a.file < b.file ? -1 : 1))
    .filter(({ file }) => {
      const folder = path.posix.dirname(file);
      taken.set(folder, (taken.get(folder) ?? 0) + 1);
      return folder === '.' || (taken.get(folder) ?? 0) <= perFolder;
    })
    .map(({ file }) => file);
}

/** Faults of a built vault, of all or the longest pages, and the folders they are from. */
async function inspect(vault: string, perFolder = Number.POSITIVE_INFINITY) {
  const site = path.join(tempDir(), 'site');
  buildVault(vault, site, ['--no-search']);
  const pages = longestPages(site, perFolder);
  const faults: string[] = [];
  for (const page of pages) faults.push(...(await faultsOfHtml(fs.readFileSync(path.join(site, page), 'utf8'), page)));
  return { pages, faults, folders: new Set(pages.map((page) => page.split('/', 1)[0])) };
}

describe('the validator', () => {
  test.each([
    ['<p><div>a</div></p>', 'close-order'],
    ['<span><div>a</div></span>', 'element-permitted-content'],
    ['<i id="a"></i><i id="a"></i>', 'no-dup-id'],
    ['<h2></h2>', 'empty-heading'],
    ['<h4>a</h4>', 'heading-level'],
    ['<p aria-describedby="gone">a</p>', 'no-missing-references'],
    ['<nav>a</nav><nav>b</nav>', 'unique-landmark'],
    ['<iframe src="a.pdf"></iframe>', 'element-required-attributes'],
  ])('finds fault with %s', async (body, rule) => {
    const faults = await faultsOfHtml(`<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><h1>T</h1>${body}</body></html>`);
    expect(faults.join('\n')).toContain(rule);
  });
});

test('a page of every kind is valid HTML', async () => {
  const faults: string[] = [];
  for (const page of fixtures) faults.push(...(await faultsOfHtml(await drawPage(page), page.url)));
  expect(faults).toEqual([]);
});

test('every page of the sample vault is valid HTML', async () => {
  const { pages, faults, folders } = await inspect(contentDir);
  expect(faults).toEqual([]);
  expect(pages.length).toBeGreaterThan(200);
  expect(folders.size).toBeGreaterThan(18);
});

describeShared('the longest pages of every kind are valid HTML', () => {
  test.each(['seeds', 'obsidian-help-en', 'tasks-demo', 'kepano-obsidian'])('%s', async (name) => {
    const { pages, faults } = await inspect(sharedPath(`vaults/${name}`), 12);
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  });
});
