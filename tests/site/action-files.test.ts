import { rmSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildVault, contentDir, startCli } from '../support/cli.ts';
import { makeTempDir, readTree } from '../support/temp.ts';

/** Files for other programs that a page links to, relative to the site root. */
function linkedFiles(url: string, html: string): readonly string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"#]+\.(?:csv|ics))"/gu)].map((match) =>
    path.posix.join(path.posix.dirname(url), decodeURIComponent(match[1] ?? '')),
  );
}

const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true, record_delimiter: '\r\n' });
const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');

describe('tables and calendars of actions', () => {
  const dir = makeTempDir();
  const out = path.join(dir, 'site');
  let site: Readonly<Record<string, string>>;
  const utf8 = (file: string): string => Buffer.from(site[file] ?? '', 'latin1').toString();

  beforeAll(() => {
    buildVault(contentDir, out, ['--no-search']);
    site = readTree(out);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('stand where the board and the account pages say, are in the manifest, and can be read', () => {
    const linked = Object.keys(site)
      .filter((file) => file.endsWith('.html'))
      .flatMap((url) => linkedFiles(url, utf8(url)));
    expect(linked).toContain('actions.csv');
    expect(linked).toContain('actions.ics');
    expect(linked.filter((file) => file.startsWith('accounts/')).length).toBeGreaterThan(3);
    const manifest = Object.keys(JSON.parse(utf8('.dossier-manifest.json')).files);
    expect(linked.filter((file) => !manifest.includes(file))).toEqual([]);
    for (const file of linked) {
      const count = file.endsWith('.csv') ? rowsOf(utf8(file)).length : eventsOf(utf8(file)).length;
      expect([file, count > 0]).toEqual([file, true]);
    }
  });

  test('have every action of the site, each with a page that is there', () => {
    const rows = rowsOf(utf8('actions.csv'));
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => site[row['Page']?.split('#')[0] ?? ''] === undefined)).toEqual([]);
    const open = rows.filter((row) => row['Due'] !== '' && row['State'] !== 'Done' && row['State'] !== 'Cancelled');
    expect(eventsOf(utf8('actions.ics'))).toHaveLength(open.length);
  });

  test('are served while one writes', async () => {
    const { origin } = await startCli(['dev', contentDir, '--port', '0']);
    for (const [file, type] of [
      ['actions.csv', 'text/csv; charset=utf-8'],
      ['actions.ics', 'text/calendar; charset=utf-8'],
    ] as const) {
      const answer = await fetch(`${origin}${file}`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
      expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(utf8(file));
    }
    expect((await fetch(`${origin}accounts/nobody.actions.csv`)).status).toBe(404);
  });
});
