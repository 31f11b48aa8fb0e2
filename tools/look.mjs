import { mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/** Screenshots of a built site: node tools/look.mjs <siteDir> <outDir> [--only=desk-light] [--today=YYYY-MM-DD] [urls…] */
const [siteDir, outDir, ...rest] = process.argv.slice(2);
if (!siteDir || !outDir) throw new Error('usage: node tools/look.mjs <siteDir> <outDir> [urls…]');
const option = (name) => rest.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
const given = rest.filter((word) => !word.startsWith('--'));
const urls = given.length > 0 ? given : ['index.html'];

const types = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};
const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
  try {
    const content = await readFile(join(resolve(siteDir), path.endsWith('/') ? `${path}index.html` : path));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

await mkdir(outDir, { recursive: true });
for (const [size, width, height] of [
  ['desk', 1440, 1000],
  ['phone', 390, 844],
]) {
  for (const colorScheme of ['light', 'dark']) {
    const name = `${size}-${colorScheme}`;
    if (option('only') && !option('only').split(',').includes(name)) continue;
    // A browser for each look: this Chromium runs in one process and does not outlive its first context.
    const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true });
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, deviceScaleFactor: 1 });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && console.log(`${name}: ${message.text()}`));
    page.on('pageerror', (error) => console.log(`${name}: ${error.message}`));
    if (option('today')) await page.clock.setFixedTime(`${option('today')}T10:00:00`);
    for (const url of urls) {
      await page.goto(`${origin}/${url.split('/').map(encodeURIComponent).join('/')}`, { waitUntil: 'load' });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) console.log(`${name} ${url}: ${overflow} px too wide`);
      await page.screenshot({ path: join(outDir, `${url.replaceAll('/', '_').replace(/\.html$/, '')}-${name}.png`), fullPage: true });
    }
    await browser.close();
  }
}
server.close();
