import fs from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Audit, auditOf } from '../../src/brief/audit.ts';
import { auditText } from '../../src/brief/audit-report.ts';
import { type Brief, briefFrom } from '../../src/brief/brief-site.ts';
import { readVaultState } from '../../src/cli/read-site.ts';
import { BRIEF_ACCOUNT, BRIEF_VAULT } from '../support/brief-vault.ts';
import { contentDir } from '../support/cli.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

const ACCOUNT = 'Northwind';
const note = (body: string, more = ''): string => `---\ndate: 2026-03-18\naccount: ${ACCOUNT}\n${more}---\n${body}\n`;

async function briefOf(dir: string, account: string): Promise<Brief> {
  const { vault, config } = readVaultState(dir);
  return briefFrom(vault, config, { account, profile: null, since: null, until: null, asOf: null });
}

async function auditOfFiles(files: Readonly<Record<string, string | Uint8Array>>, config = ''): Promise<Audit> {
  const dir = tempDir();
  writeFiles(dir, { ...files, ...(config === '' ? {} : { 'dossier.yaml': config }) });
  return auditOf(await briefOf(dir, ACCOUNT));
}

/** Files of the vault that are in none or in several of the three lists. */
function unaccounted({ vault }: Brief, { included, excluded, failed }: Audit): readonly string[] {
  const listed = [...included, ...excluded, ...failed].map(({ path: file }) => file);
  const seen = [...vault.notes, ...vault.documents, ...vault.assets, ...vault.failed].map(({ path: file }) => file as string);
  return [...seen.filter((file) => listed.filter((one) => one === file).length !== 1), ...listed.filter((file) => !seen.includes(file))];
}

describe('every file is in exactly one of included, excluded and failed', () => {
  test.each(['Northwind Grocers', 'Halden Rail', 'Castellan Mutual', 'Verdelis Pharma'])('of the sample vault, for %s', async (account) => {
    const brief = await briefOf(contentDir, account);
    expect(brief.vault.assets.length).toBeGreaterThan(3);
    expect(unaccounted(brief, auditOf(brief))).toEqual([]);
  });

  test('of a vault with one of everything', async () => {
    const dir = tempDir();
    writeFiles(dir, BRIEF_VAULT);
    const brief = await briefOf(dir, BRIEF_ACCOUNT);
    expect(unaccounted(brief, auditOf(brief))).toEqual([]);
  });

  test('each with the rule or the reason', async () => {
    const dir = tempDir();
    writeFiles(dir, {
      'a.md': note('![[plan.svg]] ![[same.svg]] ![[broken.png]] ![[terms.pdf]] ![[map.canvas]]'),
      'secret.md': note('Text.', 'private: true\n'),
      'other.md': '---\naccount: Halden Rail\ndate: 2026-03-18\n---\n![[theirs.png]]\n',
      'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
      'same.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>',
      'broken.png': 'no picture',
      'theirs.png': 'no picture',
      'terms.pdf': '%PDF-1.4',
      'map.canvas': '{"nodes":[],"edges":[]}',
      'bad.md': new Uint8Array([0x80, 0x81, 0xff]),
      'x.log': 'ignored',
      'dossier.yaml': "ignore: ['*.log']\n",
    });
    const brief = await briefOf(dir, ACCOUNT);
    const audit = auditOf(brief);
    expect(unaccounted(brief, audit)).toEqual([]);
    expect(Object.fromEntries([...audit.included, ...audit.excluded].map(({ path: file, rule }) => [file, rule]))).toEqual({
      'a.md': 'account by frontmatter',
      'plan.svg': 'shown by a note',
      'same.svg': 'shown by a note',
      'secret.md': 'private',
      'other.md': 'another account',
      'theirs.png': 'not shown',
      'terms.pdf': 'attachment',
      'map.canvas': 'attachment',
    });
    expect(audit.failed.map(({ path: file }) => file)).toEqual(['bad.md', 'broken.png']);
    expect(audit.ignored).toBeGreaterThan(0);
    expect(audit.unlisted).toEqual([
      { path: 'map.canvas', from: 'a.md', line: 5 },
      { path: 'terms.pdf', from: 'a.md', line: 5 },
    ]);
    expect(auditText(audit)).toMatch(/list them under "attachments".*\n {2}map\.canvas {2}named by a\.md:5\n {2}terms\.pdf/u);
  });
});

const xml = (text: string): Uint8Array => new TextEncoder().encode(text);
const word = (body: string, creator: string): Uint8Array =>
  zipSync({
    'word/document.xml': xml(
      `<w:document><w:p><w:r><w:t>${body.slice(0, 5)}</w:t></w:r><w:r><w:t>${body.slice(5)}</w:t></w:r></w:p></w:document>`,
    ),
    'docProps/core.xml': xml(`<cp:coreProperties><dc:creator>${creator}</dc:creator></cp:coreProperties>`),
  });
const pdf = (author: string): string => `%PDF-1.4\n1 0 obj << /Author (${author}) /Title <FEFF00500061> >> endobj`;
const listed = (more = ''): string => `briefs:\n  ${ACCOUNT}:\n    attachments: ['*.pdf', '*.docx', '*.txt']\n${more}`;
const OTHER = { 'Customers/Halden Rail/Halden Rail.md': '---\ntype: customer\n---\n' };

describe('files that ship as they are', () => {
  test('say in the audit who made them', async () => {
    const audit = await auditOfFiles(
      { 'a.md': note('![[t.pdf]] [[t.docx]]'), 't.pdf': pdf('Ines \\(old\\)'), 't.docx': word('Some text.', 'Ines Okafor') },
      listed(),
    );
    expect(audit.attachments.map(({ path: file, about }) => [file, about]).sort()).toEqual([
      ['t.docx', ['creator: Ines Okafor']],
      ['t.pdf', ['author: Ines (old)', 'title: Pa']],
    ]);
    expect(audit.passed).toBe(true);
    expect(auditText(audit)).toContain('creator: Ines Okafor');
  });

  test.each([
    ['a plain text', { 't.txt': 'One\nAs at Halden Rail.\n' }, 't.txt', 2],
    ['an Office file, cut into runs', { 't.docx': word('Halden Rail pays less.', 'x') }, 't.docx', 1],
    ['its author', { 't.docx': word('Text here.', 'Halden Rail') }, 't.docx', null],
    ['the author of a PDF', { 't.pdf': pdf('Halden Rail') }, 't.pdf', null],
  ])('name another account in %s: a finding', async (_, files, file, line) => {
    const audit = await auditOfFiles({ ...OTHER, ...files, 'a.md': note(`[[${file}]]`) }, listed());
    expect(audit.findings.map(({ kind, quote, path: at, line: on }) => [kind, quote, at, on])).toEqual([
      ['account', 'Halden Rail', file, line],
    ]);
    expect(audit.passed).toBe(false);
  });

  test.each([
    ['t.docx', word('About Project Falcon.', 'x')],
    ['t.txt', 'About Project  Falcon.'],
    ['t.pdf', pdf('Project Falcon')],
  ])('hold a word to be blacked out: refused, %s', async (file, data) => {
    const audit = await auditOfFiles({ 'a.md': note(`[[${file}]]`), [file]: data }, listed('    redact: [Project Falcon]\n'));
    expect(audit.refusals).toEqual([expect.objectContaining({ path: file, rule: 'not-clean' })]);
  });

  test('can not be looked into, with words to black out: a finding until somebody has looked', async () => {
    const files = { 'a.md': note('[[t.pdf]]'), 't.pdf': pdf('Ines') };
    const audit = await auditOfFiles(files, listed('    redact: [Project Falcon]\n'));
    expect(audit.findings.map(({ kind, quote }) => [kind, quote])).toEqual([['file', 't.pdf']]);
    expect(audit.passed).toBe(false);
    expect((await auditOfFiles(files, listed('    redact: [Project Falcon]\n    acknowledge: [t.pdf]\n'))).passed).toBe(true);
    expect((await auditOfFiles(files, listed())).findings).toEqual([]);
  });

  test('stay behind when no profile lists them', async () => {
    const dir = tempDir();
    writeFiles(dir, { 'a.md': note('![[t.pdf]] ![[t.docx]]'), 't.pdf': pdf('Ines'), 't.docx': word('Some text.', 'Ines') });
    const { site } = await briefOf(dir, ACCOUNT);
    expect([...site.graph.assets.keys()]).toEqual([]);
    expect(
      fs
        .readdirSync(dir)
        .map((file) => path.extname(file))
        .sort(),
    ).toEqual(['.docx', '.md', '.pdf']);
  });
});
