import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const [siteDir, outDir, ...urls] = process.argv.slice(2);
const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png' };
const server = createServer(async (q, r) => {
  try {
    const p = decodeURIComponent(new URL(q.url, 'http://x').pathname);
    const c = await readFile(join(siteDir, p));
    r.writeHead(200, { 'content-type': types[extname(p)] ?? 'application/octet-stream' }).end(c);
  } catch {
    r.writeHead(404).end();
  }
});
await new Promise((d) => server.listen(0, '127.0.0.1', d));
for (const [w, h, scheme] of [
  [1440, 1000, 'light'],
  [1440, 1000, 'dark'],
  [768, 1000, 'light'],
  [390, 844, 'light'],
]) {
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args, '--no-sandbox'] });
  const page = await (await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme })).newPage();
  page.on('console', (m) => m.type() === 'error' && console.log(m.text()));
  await page.clock.setFixedTime('2026-03-20T10:00:00');
  for (const url of urls) {
    await page.goto(`http://127.0.0.1:${server.address().port}/${url}`);
    const total = await page.evaluate(() => document.documentElement.scrollHeight);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) console.log(w, url, 'over', over);
    for (let y = 0, i = 0; y < total && i < 4; y += h, i += 1) {
      await page.evaluate((v) => scrollTo(0, v), y);
      await page.screenshot({ path: `${outDir}/${url.replaceAll('/', '_').replace('.html', '')}-${w}-${scheme}-${i}.png` });
      if (scheme === 'dark' || w === 768) {
        if (i === 1) break;
      }
    }
  }
  await browser.close();
}
server.close();
