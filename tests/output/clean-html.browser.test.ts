import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanHtml } from '../../src/output/clean-html.ts';
import { launchChromium } from '../support/chromium.ts';
import { describeShared, sharedPath } from '../support/shared.ts';
import { makeTempDir } from '../support/temp.ts';

const LISTS = ['dompurify', 'h5sc', 'owasp', 'markdown-obsidian', 'payloadbox-sample'];
/** Frames on one page of the test. */
const FRAMES = 60;
/** Ways in which a page that is no vector tries to run, to load, or to lead away by itself. */
const OWN = [
  '<meta http-equiv="refresh" content="0;url=https://e.org/refresh"><body onload=alert(1)>',
  '<base href="https://e.org/"><img src="a.png"><link rel="stylesheet" href="b.css"><link rel="dns-prefetch" href="//e.org">',
  '<style>@import "https://e.org/c.css";body{background:url(https://e.org/d.png)}@font-face{font-family:x;src:url(https://e.org/e.woff)}p{font-family:x}</style><p>x',
  '<iframe src="https://e.org/f"></iframe><object data="https://e.org/g"></object><embed src="https://e.org/h">',
  '<video src="https://e.org/i" poster="https://e.org/j" autoplay></video><audio src="https://e.org/k" autoplay></audio>',
  '<svg><image href="https://e.org/l.png"/><use href="https://e.org/m.svg#x"/><style>rect{fill:url(https://e.org/n.svg#x)}</style><rect/></svg>',
];

let dir = '';
let server: Server;
let browser: Browser;

beforeAll(async () => {
  dir = makeTempDir();
  browser = await launchChromium();
  server = createServer((request, response) => {
    const file = path.join(dir, path.basename(new URL(request.url ?? '/', 'http://x').pathname));
    if (!fs.existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html' }).end(fs.readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

/** Writes pages, and pages that frame them, without a policy of their own; gives the names of the latter. */
function writePages(prefix: string, pages: readonly string[]): readonly string[] {
  const hosts: string[] = [];
  pages.forEach((page, i) => {
    fs.writeFileSync(path.join(dir, `${prefix}-${i}.html`), page);
  });
  for (let from = 0; from < pages.length; from += FRAMES) {
    const frames = pages.slice(from, from + FRAMES).map((_, i) => `<iframe src="${prefix}-${from + i}.html"></iframe>`);
    fs.writeFileSync(path.join(dir, `${prefix}-host-${from}.html`), `<!doctype html>${frames.join('')}`);
    hosts.push(`${prefix}-host-${from}.html`);
  }
  return hosts;
}

/** Opens pages and counts what ran and what left the place they came from. */
async function watch(
  root: string,
  files: readonly string[],
): Promise<{ readonly runs: number; readonly foreign: readonly string[]; readonly framed: number }> {
  const context = await browser.newContext();
  let runs = 0;
  let framed = 0;
  const foreign: string[] = [];
  const page = await context.newPage();
  await page.addInitScript('for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => console.log("RAN")');
  page.on('console', (message) => {
    if (message.text() === 'RAN') runs += 1;
  });
  page.on('dialog', (dialog) => {
    runs += 1;
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(root) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  await context.route(/^https?:\/\/(?!127\.0\.0\.1)/u, (route) => route.abort());
  for (const file of files) {
    await page.goto(root + file, { waitUntil: 'load' });
    await page.waitForTimeout(150);
    framed += page.frames().filter((frame) => frame !== page.mainFrame() && frame.url().startsWith(root)).length;
  }
  await context.close();
  return { runs, foreign, framed };
}

describeShared('hostile pages in a browser, framed without a sandbox', () => {
  const vectors = LISTS.flatMap((name) => {
    const rows: readonly { readonly vector: string }[] = JSON.parse(fs.readFileSync(sharedPath(`security/xss-${name}.json`), 'utf8'));
    return rows.filter((_, i) => rows.length < 500 || i % 8 === 0).map(({ vector }) => vector);
  });
  const raw = [...OWN, ...vectors];
  const roots = (): readonly string[] => [`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, pathToFileURL(`${dir}/`).href];

  test('run when they are not cleaned, so that this test can tell', async () => {
    const hosts = writePages('raw', raw.slice(0, FRAMES));
    const { runs, foreign } = await watch(roots()[0] ?? '', hosts);
    expect(runs).toBeGreaterThan(4);
    expect(foreign.length).toBeGreaterThan(10);
  });

  test.each([0, 1])('run nothing and load nothing once they are, by http and from a folder (%i)', async (kind) => {
    const pages = raw.map((text) => cleanHtml(text) ?? '');
    const hosts = writePages(`clean-${kind}`, pages);
    const own = OWN.map((_, i) => `clean-${kind}-${i}.html`);
    expect(hosts.length).toBeGreaterThan(5);
    expect(await watch(roots()[kind] ?? '', [...hosts, ...own])).toEqual({ runs: 0, foreign: [], framed: pages.length });
  });
});
