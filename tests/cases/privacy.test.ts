import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/read-config.ts';
import { recordFrom } from '../../src/search/record.ts';
import { buildSite, type Site } from '../../src/site.ts';
import { memoryVault } from '../support/memory-vault.ts';
import { privatePairs } from '../support/private-vaults.ts';

const siteOf = (files: Readonly<Record<string, string>>, config: string): Site => buildSite(memoryVault(files), parseConfig(config));

/** Everything of a site that is published: its pages, what search knows of them, its attachments. */
const published = (site: Site) => ({
  pages: site.plan.map((planned) => ({ planned, page: site.page(planned.url), record: recordFrom(site, planned) ?? null })),
  attachments: [...site.graph.assets.values()],
});

describe('notes that are kept out', { timeout: 30_000 }, () => {
  test('change nothing that is published', () => {
    fc.assert(
      fc.property(privatePairs, ({ whole, public: open, config, excluded }) => {
        const site = siteOf(whole, config);
        expect(site.scope.excluded.map(({ path }) => path)).toEqual([...excluded].sort());
        expect(published(site)).toEqual(published(siteOf(open, config)));
      }),
      { numRuns: 60 },
    );
  });

  test('in the model are told apart, and change nothing else in it', () => {
    fc.assert(
      fc.property(privatePairs, ({ whole, public: open, config }) => {
        const [site, without] = [siteOf(whole, config), siteOf(open, config)];
        expect(site.graph.diagnostics).toEqual(without.graph.diagnostics);
        expect(site.withheld.map(({ path }) => path)).toEqual(site.scope.excluded.map(({ path }) => path));
      }),
      { numRuns: 30 },
    );
  });

  test('the whole vault is another one: the generator has notes that would show', () => {
    const differing = fc.sample(privatePairs, 40).filter(({ whole, public: open, excluded }) => {
      if (excluded.length === 0) return false;
      return JSON.stringify(published(siteOf(whole, ''))) !== JSON.stringify(published(siteOf(open, '')));
    });
    expect(differing.length).toBeGreaterThan(5);
  });
});
