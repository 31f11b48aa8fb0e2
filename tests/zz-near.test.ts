import { test } from 'vitest';
import { readSite } from '../src/cli/read-site.ts';
test('near', () => {
  for (const dir of (process.env['ZV'] ?? '').split(',')) {
    const site = readSite(dir, {});
    console.log('=====', dir, site.graph.ghosts.length);
    for (const p of site.plan) if (p.kind === 'ghost') {
      const v = site.page(p.url)?.view as any;
      if (v.near.length || process.env['ALL']) console.log(`${v.missing} ${v.name}  =>  ${v.near.map((n: any) => `${n.text} (${n.reason})`).join(' | ')}  [${v.file}]`);
    }
  }
}, 600000);
