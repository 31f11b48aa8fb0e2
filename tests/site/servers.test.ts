import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildVault, contentDir, startCli } from '../support/cli.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

/** A copy of the sample vault that may be edited. */
function workspace() {
  const dir = tempDir();
  const vault = path.join(dir, 'vault');
  fs.cpSync(contentDir, vault, { recursive: true });
  return { dir, vault, out: path.join(dir, 'site') };
}

/** Status of a request that names another host. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http.get(url, { headers: { host } }, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
}

describe('serve', () => {
  test('shows a built site, with types, 404 page and nothing hidden', async () => {
    const { vault, out } = workspace();
    buildVault(vault, out, ['--no-search']);
    const { origin } = await startCli(['serve', out, '--port', '0']);
    const home = await fetch(origin);
    expect([home.status, home.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
    expect(await home.text()).toBe(fs.readFileSync(path.join(out, 'index.html'), 'utf8'));
    const style = fs.readdirSync(path.join(out, 'assets')).find((file) => file.endsWith('.css'));
    expect((await fetch(`${origin}assets/${style}`)).headers.get('content-type')).toMatch('text/css');
    expect((await fetch(`${origin}accounts`)).status).toBe(200);
    const missing = await fetch(`${origin}no/such/page.html`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toBe(fs.readFileSync(path.join(out, '404.html'), 'utf8'));
    expect((await fetch(`${origin}..%2f..%2fvault/index.md`)).status).toBe(404);
    expect((await fetch(origin, { method: 'POST' })).status).toBe(405);
    expect(await statusFor(origin, 'evil.example')).toBe(403);
  });

  test('can serve below a path, and finds a free port when one is taken', async () => {
    const { vault, out } = workspace();
    buildVault(vault, out, ['--no-search']);
    const first = await startCli(['serve', out, '--port', '0', '--base', '/wiki/']);
    expect(new URL(first.origin).pathname).toBe('/wiki/');
    expect((await fetch(first.origin)).status).toBe(200);
    expect((await fetch(`${first.origin}index.html`)).status).toBe(200);
    expect((await fetch(new URL('/index.html', first.origin))).status).toBe(404);
    expect((await fetch(new URL('/wiki', first.origin))).url).toBe(first.origin);
    const second = await startCli(['serve', out, '--port', new URL(first.origin).port]);
    expect(new URL(second.origin).port).not.toBe(new URL(first.origin).port);
  });
});

describe('dev', () => {
  /** The next event of a name from a stream of events. */
  async function nextEvent(stream: AsyncIterable<Uint8Array>, name: string): Promise<void> {
    let text = '';
    for await (const part of stream) {
      text += Buffer.from(part).toString();
      if (text.includes(`event: ${name}\n`)) return;
    }
    throw new Error(`no event ${name}: ${text}`);
  }

  async function watchPage(origin: string, pathname: string): Promise<AsyncIterable<Uint8Array>> {
    const response = await fetch(`${origin}__dossier/events?page=${encodeURIComponent(pathname)}`);
    const stream = (async function* () {
      const reader = response.body?.getReader();
      for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) yield step.value;
    })();
    const shared: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) };
    await nextEvent(shared, 'hello');
    return shared;
  }

  test('shows an edit, on the page itself and on the pages that link to it, and tells their readers', async () => {
    const { vault } = workspace();
    writeFiles(vault, { 'Zebra.md': '# Zebra\n\nblack and white\n', 'Quagga.md': '# Quagga\n\nSee nothing.\n' });
    const { origin } = await startCli(['dev', vault, '--port', '0']);
    const page = await fetch(`${origin}notes/zebra.html`);
    const before = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(before).toMatch(/black and white/);
    expect(before).toMatch(/<script src="\/__dossier\/reload\.js"><\/script>/);
    expect((await fetch(`${origin}__dossier/reload.js`)).headers.get('content-type')).toMatch('javascript');

    const edited = await watchPage(origin, '/notes/zebra.html');
    writeFiles(vault, { 'Zebra.md': '# Zebra\n\nstriped\n' });
    await nextEvent(edited, 'change');
    expect(await (await fetch(`${origin}notes/zebra.html`)).text()).toMatch(/striped/);

    const linked = await watchPage(origin, '/notes/zebra.html');
    writeFiles(vault, { 'Quagga.md': '# Quagga\n\nSee [[Zebra]] for stripes.\n' });
    await nextEvent(linked, 'change');
    expect(await (await fetch(`${origin}notes/zebra.html`)).text()).toMatch(/for stripes/);
  });

  test('notices new and deleted notes, and keeps the last site while the config is wrong', async () => {
    const { vault } = workspace();
    const { origin } = await startCli(['dev', vault, '--port', '0']);
    const status = async () => (await fetch(`${origin}notes/okapi.html`)).status;
    expect(await status()).toBe(404);
    writeFiles(vault, { 'Okapi.md': '# Okapi\n' });
    await expect.poll(status, { timeout: 5000 }).toBe(200);
    const config = fs.readFileSync(path.join(vault, 'dossier.yaml'), 'utf8');
    writeFiles(vault, { 'dossier.yaml': 'nonsense: [' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await status()).toBe(200);
    writeFiles(vault, { 'dossier.yaml': config });
    fs.rmSync(path.join(vault, 'Okapi.md'));
    await expect.poll(status, { timeout: 5000 }).toBe(404);
  });

  test('serves attachments that pages show, and no other file of the vault', async () => {
    const { vault } = workspace();
    writeFiles(vault, { 'Pic.md': '![[a pic.png]]', 'a pic.png': 'PNG', 'secret.png': 'secret' });
    const { origin } = await startCli(['dev', vault, '--port', '0']);
    const html = await (await fetch(`${origin}notes/pic.html`)).text();
    const src = /<img[^>]* src="([^"]*files\/[^"]*)"/.exec(html)?.[1] ?? '';
    const picture = await fetch(new URL(src, `${origin}notes/pic.html`));
    expect([picture.status, await picture.text()]).toEqual([200, 'PNG']);
    for (const file of ['secret.png', 'files/secret.png', 'Pic.md', 'dossier.yaml']) expect((await fetch(origin + file)).status).toBe(404);
    expect(await statusFor(origin, 'evil.example')).toBe(403);
  });
});
