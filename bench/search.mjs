import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import { chromium as browsers } from 'playwright-core';
import { readCbor } from '../src/search/cbor.ts';
import { SIGNATURE } from '../src/search/files.ts';
import { compile } from '../tools/compile.mjs';
import { writeVault } from './make-vault.mjs';

/**
 * What a search costs a reader: node bench/search.mjs [folder of a built site] (without one, a site of 20,000 notes is built).
 * Each query is asked on the search page by a browser that has read nothing of the index, over http on loopback and from the folder, and
 * asked again. Milliseconds go from Enter to the first ten results; bytes and requests until nothing moves any more.
 */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const PHRASE = /(?<=\s)[a-z]{4,} [a-z]{4,} [a-z]{4,}(?=\s)/;

const root = mkdtempSync(path.join(tmpdir(), 'dossier-bench-'));
const site = process.argv[2] ? path.resolve(process.argv[2]) : buildSite(await compile());
const queries = queriesOf(path.join(site, 'pagefind'));
const server = await serve();
const browser = await browsers.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
try {
  const rows = [];
  const ways = { http: `http://127.0.0.1:${server.address().port}/`, file: `${pathToFileURL(site)}/` };
  if (!existsSync(path.join(site, 'pagefind', 'folder'))) delete ways.file;
  for (const [way, url] of Object.entries(ways)) {
    for (const query of queries) rows.push({ way, ...(await measure(url, query)) });
  }
  console.table(rows);
} finally {
  await browser.close();
  server.close();
  rmSync(root, { recursive: true, force: true });
}

function buildSite() {
  const vault = path.join(root, 'vault');
  writeVault(vault, 20_000);
  writeFileSync(path.join(vault, 'dossier.yaml'), 'search:\n  offline: always\n');
  const bin = fileURLToPath(new URL('../bin/dossier.mjs', import.meta.url));
  const out = path.join(root, 'site');
  const run = spawnSync(process.execPath, [bin, 'build', vault, '-o', out, '--quiet'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return out;
}

/** A word of few pages, of half of them and of nearly all, a phrase, a word under filters, and a word with every list of filters open. */
function queriesOf(index) {
  const read = (file) => gunzipSync(readFileSync(path.join(index, file))).subarray(SIGNATURE.length);
  const counts = new Map();
  for (const file of readdirSync(path.join(index, 'index'))) {
    for (const [stem, plain] of readCbor(read(`index/${file}`))[0]) counts.set(stem, plain.length);
  }
  const texts = readdirSync(path.join(index, 'fragment'))
    .slice(0, 200)
    .map((file) => JSON.parse(read(`fragment/${file}`)))
    .flatMap((file) => (file.content ? [file] : Object.values(file)))
    .filter((page) => page.content);
  const words = [...new Set(texts.flatMap(({ content }) => content.split(' ')))].filter(
    (word) => /^[a-z]{4,}$/.test(word) && counts.has(word),
  );
  const pages = Math.max(...counts.values());
  const near = (count) => words.toSorted((a, b) => Math.abs(counts.get(a) - count) - Math.abs(counts.get(b) - count))[0];
  const half = near(pages / 2);
  const most = [...counts].toSorted((a, b) => b[1] - a[1]).find(([stem]) => /^[a-z]+$/.test(stem))[0];
  const { content, filters } = texts.find(({ content, filters }) => filters?.account && PHRASE.test(content));
  const phrase = PHRASE.exec(content)[0];
  const filter = new URLSearchParams({
    kind: filters.kind[0],
    account: filters.account[0],
    ...(filters.year ? { year: filters.year[0] } : {}),
  });
  return [
    { name: 'rare', text: near(5) },
    { name: 'common', text: half },
    { name: 'on nearly all', text: most },
    { name: 'phrase', text: `"${phrase}"` },
    { name: 'filtered', text: half, filter: `?${filter}` },
    { name: 'mistyped', text: `${half} ${near(40).replace(/^(.)(.)/, '$2$1')}` },
    { name: 'all lists open', text: near(5), lists: true },
  ].map((query) => ({ filter: '', lists: false, ...query }));
}

async function serve() {
  const server = createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function measure(url, { name, text, filter, lists }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${url}search.html`);
  await page.waitForSelector('#q');
  await page.waitForLoadState('networkidle');
  // Filters are part of the address; the box is emptied of the query so that it can be asked.
  if (filter) await page.evaluate((search) => history.replaceState(null, '', search), filter);
  if (filter) await page.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')));
  asked.length = filter ? asked.length : 0;
  const first = await ask(page, text);
  if (lists) await openLists(page);
  await page.waitForLoadState('networkidle');
  const moved = [...new Set(asked.filter((address) => address.includes('/pagefind/')))];
  const bytes = moved.reduce(
    (sum, address) => sum + statSync(path.join(site, decodeURIComponent(new URL(address).pathname).replace(site, ''))).size,
    0,
  );
  const results = await page.locator('.order .outcome').textContent();
  await ask(page, '');
  const again = await ask(page, text);
  await context.close();
  return { query: name, text, 'first ms': first, KB: Math.round(bytes / 1000), requests: moved.length, 'again ms': again, results };
}

/** Asks with Enter; milliseconds until the page shows what it found. */
function ask(page, text) {
  return page.evaluate(
    (text) =>
      new Promise((resolve) => {
        const input = document.querySelector('#q');
        const hits = document.querySelector('.hits');
        const start = performance.now();
        const seen = new MutationObserver(() => {
          if (text !== '' && !hits.querySelector('.hit') && !document.querySelector('.tell .told')) return;
          seen.disconnect();
          requestAnimationFrame(() => resolve(Math.round(performance.now() - start)));
        });
        setTimeout(resolve, 10_000, null);
        hits.replaceChildren();
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        seen.observe(document.querySelector('#search-page') ?? document.body, { childList: true, subtree: true, characterData: true });
        input.form.requestSubmit();
      }),
    text,
  );
}

/** Presses every button that asks for the values of a filter. */
async function openLists(page) {
  for (let buttons = 1; buttons > 0; ) {
    await page.waitForTimeout(500);
    buttons = await page.evaluate(() => {
      const open = [...document.querySelectorAll('fieldset.facet > button:not([hidden])')];
      for (const button of open) button.click();
      return open.length;
    });
  }
}
