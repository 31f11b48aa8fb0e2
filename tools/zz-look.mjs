import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';
import { mkdirSync } from 'node:fs';
// node tools/zz-look.mjs site out w scheme [y] urls
const [site, out, widths, schemes, ys, ...urls] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const b = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'], headless: true });
for (const w of widths.split(',').map(Number)) for (const s of schemes.split(',')) {
  const ctx = await b.newContext({ viewport: { width: w, height: w < 500 ? 844 : 1000 }, colorScheme: s });
  const p = await ctx.newPage();
  p.on('pageerror', e => console.log('ERR', e.message));
  await p.clock.setFixedTime('2026-03-20T10:00:00');
  for (const u of urls) {
    await p.goto(pathToFileURL(`${site}/${u.split('#')[0]}`).href + (u.includes('#') ? '#' + u.split('#')[1] : ''));
    const over = await p.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) console.log(w, u, 'over', over);
    for (const y of ys.split(',').map(Number)) {
      await p.evaluate(y => scrollTo(0, y), y);
      await p.screenshot({ path: `${out}/${u.replace(/[\/#]/g,'_').replace('.html','').slice(0,40)}-${w}-${s}-${y}.png` });
    }
  }
  await ctx.close();
}
await b.close();
