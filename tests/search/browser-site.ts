import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { recordFrom } from '../../src/search/record.ts';
import { writeFiles } from '../support/temp.ts';
import { fakeSite, planned } from './fake-site.ts';
import { writeIndex } from './write-index.ts';

const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; media-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
export const PLANTED = '<img src=x onerror=alert(1)>';

const notes = [
  {
    path: 'runbook',
    title: 'Cutover runbook',
    kind: 'note',
    headings: [
      { level: 2, text: 'Rollback', source: '', id: 'rollback', line: 3 },
      { level: 2, text: 'Rehearsal', source: '', id: 'rehearsal', line: 9 },
    ],
    passages: [
      { heading: null, headingId: null, text: 'What everyone does on the night.' },
      { heading: 'Rollback', headingId: 'rollback', text: 'Called by Caleb, by voice, before 02:00.' },
      { heading: 'Rehearsal', headingId: 'rehearsal', text: 'It ends with a full rollback, timed by someone who does not type.' },
    ],
  },
  ...[2024, 2025, 2026].map((year) => ({
    path: `meeting-${year}`,
    title: `Planning in ${year}`,
    kind: 'meeting' as const,
    date: `${year}-03-17`,
    tags: year === 2024 ? ['plan'] : ['plan/cutover', 'late'],
    passages: [{ heading: null, headingId: null, text: 'The rollback takes 20 minutes, zebra.' }],
  })),
  ...Array.from({ length: 34 }, (_, at) => ({
    path: `log-${String(at + 10)}`,
    title: `Log ${at + 10}`,
    kind: 'note' as const,
    passages: [{ heading: null, headingId: null, text: 'A wombat was seen.' }],
  })),
  { path: 'planted', title: PLANTED, kind: 'note', passages: [{ heading: null, headingId: null, text: `quagga ${PLANTED} &lt;b&gt;` }] },
] as const;
const accountsOf = { 'meeting-2024': ['Halden Rail'], 'meeting-2025': ['Northwind'], 'meeting-2026': ['Northwind'] };
const peopleOf = { 'meeting-2024': ['Mara Lindholm'], 'meeting-2025': ['Mara Lindholm', 'Caleb Thorne'], 'meeting-2026': ['Caleb Thorne'] };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const pageOf = (root: string, main: string, title: string) =>
  `<!doctype html><html lang="en" data-root="${root}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CSP}"><title>${title} · Wiki</title><script defer src="${root}search.js" data-engine="${root}engine.js" data-landing="${root}landing.js" data-landing-style="${root}landing.css"></script></head>` +
  `<body><header><nav><a href="${root}accounts.html">Accounts</a></nav><a class="find" href="${root}search.html">Search</a></header><main>${main}</main></body></html>`;

/** Writes a small site with its index, as files for a server and for a folder, and the search scripts made from source. */
export async function writeSearchSite(dir: string): Promise<void> {
  const site = fakeSite({ notes, accountsOf, peopleOf });
  const sorted = notes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const records = sorted.map(({ path }) => recordFrom(site, planned(`notes/${path}.html`, 'note', path)));
  await writeIndex(path.join(dir, 'pagefind'), records, 'en', 'always');
  for (const note of sorted) {
    const text = note.passages.map(
      ({ heading, headingId, text }) => `${heading === null ? '' : `<h2 id="${headingId}">${heading}</h2>`}<p>${escaped(text)}</p>`,
    );
    const main = `<h1>${escaped(note.title)}</h1><input aria-label="field">${text.join('')}`;
    writeFiles(dir, { [`notes/${note.path}.html`]: pageOf('../', main, note.path) });
  }
  writeFiles(dir, { 'search.html': pageOf('', '<div id="search-page">Loading</div>', 'Search') });
  for (const [entry, name] of [
    ['search', 'search.js'],
    ['engine', 'engine.js'],
    ['landing', 'landing.js'],
  ] as const) {
    const source = fileURLToPath(new URL(`../../src/client/search/${entry}.ts`, import.meta.url));
    await build({ entryPoints: [source], bundle: true, format: 'iife', target: 'es2022', outfile: path.join(dir, name) });
  }
  const style = fileURLToPath(new URL('../../src/styles/components/landing.css', import.meta.url));
  writeFiles(dir, { 'landing.css': readFileSync(style, 'utf8') });
}
