import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'astro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { loadTheme } from '../../src/output/theme.ts';
import { buildSite } from '../../src/site.ts';
import { readVault } from '../../src/vault/read-vault.ts';
import type { Page } from '../../src/views/view.ts';
import { themeAssets } from '../../tools/theme-assets.mjs';
import { fixtures } from '../theme/fixtures.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The pages of the sample vault: templates over real content. */
function samplePages(): readonly Page[] {
  const { config } = readConfig(at('content'));
  const site = buildSite(readVault(at('content'), config), config);
  return site.plan.flatMap(({ url }) => site.page(url) ?? []);
}

describe('the theme under its own runtime', () => {
  let dir = '';
  let byAstro: { readonly render: (page: Page) => Promise<string> };

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'theme-astro-'));
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    await build({
      root: at('.'),
      configFile: false,
      output: 'server',
      outDir: dir,
      cacheDir: join(dir, 'cache'),
      logLevel: 'silent',
      build: { format: 'file', assets: 'assets', client: './client/', server: './server/', inlineStylesheets: 'never' },
      integrations: [themeAssets()],
      adapter: {
        name: 'astro-theme',
        hooks: {
          'astro:config:setup': ({ updateConfig }) => {
            updateConfig({ vite: { environments: { ssr: { resolve: { noExternal: true } } } } });
          },
          'astro:config:done': ({ setAdapter }) => {
            setAdapter({
              name: 'astro-theme',
              entrypointResolution: 'auto',
              serverEntrypoint: new URL('../support/astro-theme.ts', import.meta.url),
              adapterFeatures: { buildOutput: 'server' },
              supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'unsupported', sharpImageService: 'unsupported' },
            });
          },
        },
      },
    });
    byAstro = await import(/* @vite-ignore */ pathToFileURL(join(dir, 'server', 'entry.mjs')).href);
  }, 120_000);

  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('gives every page byte for byte as Astro itself', async () => {
    const theme = loadTheme(at('build/theme/'));
    const pages = [...fixtures, ...samplePages()];
    expect(pages.length).toBeGreaterThan(100);
    for (const page of pages) expect(await theme.render(page), page.url).toBe(await byAstro.render(page));
  });
});
