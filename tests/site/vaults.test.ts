import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildVault, type CliResult, runCli } from '../support/cli.ts';
import { crawl } from '../support/crawl.ts';
import { modelSchema } from '../support/model-schema.ts';
import { makeTempDir, readTree } from '../support/temp.ts';
import { siteVaults } from '../support/vaults.ts';

describe.each(siteVaults)('the vault %s', (_, vault) => {
  const dir = makeTempDir();
  const out = path.join(dir, 'site');
  let before: Readonly<Record<string, string>>;
  let report: Record<string, unknown>;
  let inspected: CliResult;

  beforeAll(() => {
    before = readTree(vault);
    report = buildVault(vault, out, ['--no-search']);
    inspected = runCli(['inspect', vault]);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('has no page that could not be made', () => {
    expect((report['diagnostics'] as readonly { code: string }[]).filter(({ code }) => code === 'page-failed')).toEqual([]);
  });

  test('has no dead link, no dead anchor, and nothing that runs or styles inline', () => {
    const { pages, links, problems } = crawl(out);
    expect(problems).toEqual([]);
    expect(pages).toBe(report.pages);
    expect(links).toBeGreaterThan(pages);
  });

  test('is not touched', () => {
    expect(readTree(vault)).toEqual(before);
  });

  test('has a model of the documented shape, in which every note has a page of the site or a reason', () => {
    expect([inspected.code, inspected.stderr]).toEqual([0, '']);
    const model = modelSchema.parse(JSON.parse(inspected.stdout));
    const pages = new Set(Object.keys(readTree(out)));
    const shown = model.notes.filter(({ excluded }) => excluded === null);
    expect(shown.filter(({ url }) => url === null || !pages.has(url)).map((note) => note.path)).toEqual([]);
    const left = model.notes.filter(({ excluded }) => excluded !== null);
    expect(left.map(({ path: file, excluded, url }) => ({ path: file, rule: excluded, url }))).toEqual(
      model.files.excluded.map((one) => ({ ...one, url: null })),
    );
    for (const list of [model.accounts, model.people, model.tags, model.ghosts]) {
      expect(list.filter(({ url }) => !pages.has(url))).toEqual([]);
    }
    const { files } = model;
    expect(files.seen).toBe(files.notes + files.assets + files.unused.length + files.ignored + files.excluded.length + files.failed.length);
  });

  test('gives links in the model that lead to pages and anchors that are there', () => {
    const model = modelSchema.parse(JSON.parse(inspected.stdout));
    const files = readTree(out);
    const dead = model.notes
      .flatMap((note) => note.links.map((link) => ({ note: note.path, url: link.url })))
      .filter(({ url }) => url !== null)
      .filter(({ url }) => {
        const [file = '', anchor] = (url ?? '').split('#', 2);
        const text = files[file];
        return (
          text === undefined ||
          (anchor !== undefined && !text.includes(`id="${Buffer.from(decodeURIComponent(anchor)).toString('latin1')}"`))
        );
      });
    expect(dead).toEqual([]);
  });
});
