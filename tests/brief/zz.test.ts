import { test } from 'vitest';
import { ACCOUNT, briefVault } from '../support/brief-vaults.ts';
import { withBrief, FORMS, partsOf } from '../support/brief-forms.ts';
import { scanFiles } from '../support/leak-scan.ts';
import { buildSite } from '../../src/site.ts';
import { readVaultState } from '../../src/cli/read-site.ts';
test('x', async () => {
  const never = new Map<string, number>();
  for (let seed = 0; seed < 40; seed++) {
    const v = await briefVault(seed);
    const out = await withBrief(v.files, ACCOUNT, async (brief, dir) => {
      if (seed < 4) {
      const { vault, config } = readVaultState(dir);
      const wiki = await partsOf({ ...brief, site: buildSite(vault, config) } as any);
      const finds = new Set(scanFiles(wiki, [...v.hidden.values()]).map((f) => f.canary));
      for (const [c, w] of v.hidden) if (!finds.has(w)) never.set(c, (never.get(c) ?? 0) + 1);
      }
      return partsOf(brief);
    });
    const finds = scanFiles(out, [...v.hidden.values(), ...v.shown.values()]);
    const by = (m: any) => [...m].map(([c, w]: any) => [c, [...new Set(finds.filter((f) => f.canary === w).map((f) => f.place))].slice(0, 3)]);
    const leak = by(v.hidden).filter(([, p]: any) => p.length); const lost = by(v.shown).filter(([, p]: any) => !p.length).map(([c]: any) => c);
    const b = await withBrief(v.without, ACCOUNT, partsOf);
    const diff = [...new Set([...out.keys(), ...b.keys()])].filter((k) => !out.get(k) || !b.get(k) || Buffer.compare(out.get(k)!, b.get(k)!));
    if (leak.length + lost.length + diff.length) console.log(seed, JSON.stringify({ leak, lost, diff }));
  }
  console.log(JSON.stringify([...never]));
});
