import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';
const [site, out, w, scheme, sel, ...urls] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'], headless: true });
const p = await b.newPage({ viewport: { width: +w, height: 1000 }, colorScheme: scheme, deviceScaleFactor: 2 });
let i = 0;
for (const u of urls) {
  await p.goto(pathToFileURL(`${site}/${u}`).href);
  const el = p.locator(sel).first();
  if (await el.count()) await el.screenshot({ path: `${out}/crop${i++}.png` }); else console.log('none', u);
}
await b.close();
