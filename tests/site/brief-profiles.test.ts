import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audit } from '../../src/brief/audit.ts';
import { runCli } from '../support/cli.ts';
import { bytesOfFolder, scanFiles } from '../support/leak-scan.ts';
import { makeTempDir, writeFiles } from '../support/temp.ts';

/** A word that nothing else holds, and that the scan of a brief's bytes finds in every form. */
function canary(name: string): string {
  return Array.from(createHash('sha256').update(name).digest().subarray(0, 16), (byte) => 'bcdfghjklmnpqrstvwxz'[byte % 20]).join('');
}

/** One word for each thing a profile can show or withhold. */
const NAMES = [
  'section',
  'property',
  'tag',
  'inlineTag',
  'mail',
  'source',
  'sourceLine',
  'done',
  'open',
  'early',
  'late',
  'redacted',
  'footer',
  'comment',
  'alias',
  'health',
] as const;
type Word = (typeof NAMES)[number];
const WORDS = Object.fromEntries(NAMES.map((name) => [name, canary(name)])) as Readonly<Record<Word, string>>;

const CONFIG = `
owner: Ines Okafor
briefs:
  customer:
    sections: [Internal notes]
    tags: [hidden, '#inner/${WORDS.inlineTag}']
    actions: open
    redact: [${WORDS.redacted}]
    since: 2026-01-01
    until: 2026-03-31
    footer: Confidential ${WORDS.footer}
  internal:
    properties: [stage, health, aliases]
    emails: true
    sources: true
  bare:
    actions: none
  careless:
    section: [Internal notes]
`;

const VAULT = {
  'dossier.yaml': CONFIG.replace(/ {2}careless:[\s\S]*/u, ''),
  'Customers/Quarry/Quarry.md': `---\ntype: customer\nstage: ${WORDS.property}\nhealth: ${WORDS.health}\naliases: [${WORDS.alias}]\n---\nMakes stone.\n`,
  'Meetings/2026-02-03 - Kick-off.md': `---
type: customer
account: Quarry
date: 2026-02-03
tags: [hidden/${WORDS.tag}, topic/stone]
source: transcript
source_ref: "Archive/${WORDS.source}.md"
participants: [Marcin Wójcik]
---
# Kick-off ${WORDS.redacted}

Write to ${WORDS.mail}@example.org about #inner/${WORDS.inlineTag} and #topic/kept. %%${WORDS.comment}%%

## Internal notes
Only ours: ${WORDS.section}.

## Actions
- [ ] Cut the ${WORDS.open} block @Marcin
- [x] Cut the ${WORDS.done} block @Marcin

Source: [[${WORDS.sourceLine}]]
`,
  'Meetings/2025-02-03 - Before.md': `---\naccount: Quarry\ndate: 2025-02-03\n---\n${WORDS.early}\n`,
  'Meetings/2026-05-03 - After.md': `---\naccount: Quarry\ndate: 2026-05-03\n---\n${WORDS.late}\n`,
};

const dir = makeTempDir();
const vault = path.join(dir, 'vault');
beforeAll(() => writeFiles(vault, VAULT));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

/** Which of the words are anywhere in the brief, in whatever form they are kept. */
function shownBy(name: string, args: readonly string[]): readonly Word[] {
  const out = path.join(dir, name);
  const { code, stderr } = runCli(['brief', 'Quarry', vault, '-o', out, ...args]);
  if (code !== 0) throw new Error(stderr);
  const files = bytesOfFolder(out);
  const found = new Set(scanFiles(files, Object.values(WORDS)).map(({ canary }) => canary));
  return NAMES.filter((word) => found.has(WORDS[word]));
}

test('the profile for customers withholds what it names, and what no profile shows by itself', () => {
  expect(shownBy('customer', [])).toEqual(['open', 'footer']);
});

test('the internal one shows properties, addresses, sources, every action and every tag; comments never', () => {
  const shown = shownBy('internal', ['--profile', 'internal']);
  expect(shown).toEqual(NAMES.filter((word) => word !== 'comment' && word !== 'footer'));
});

test('one without settings shows neither actions of any state, when it says so, nor what the careful defaults withhold', () => {
  expect(shownBy('bare', ['--profile', 'bare'])).toEqual(['section', 'tag', 'inlineTag', 'early', 'late', 'redacted']);
});

test('days on the command line go before those of the profile', () => {
  expect(shownBy('days', ['--profile', 'internal', '--since', '2026-01-01', '--until', '2026-04-01'])).not.toContain('early');
  expect(shownBy('days', ['--since', '2025-01-01'])).toContain('early');
});

test('the day of a brief is the one given, else that of its newest meeting', () => {
  const cover = (args: readonly string[]): string => {
    const out = path.join(dir, 'cover');
    expect(runCli(['brief', 'Quarry', vault, '-o', out, ...args])).toMatchObject({ code: 0 });
    return fs.readFileSync(path.join(out, 'index.html'), 'utf8');
  };
  expect(cover([])).toContain('<time datetime="2026-02-03">');
  expect(cover(['--as-of', '2026-02-20'])).toContain('<time datetime="2026-02-20">');
});

describe('nothing is written', () => {
  const refused = (
    args: readonly string[],
    from = vault,
  ): { readonly code: number | null; readonly stderr: string; readonly left: boolean } => {
    const out = path.join(dir, 'refused');
    const { code, stderr } = runCli(['brief', 'Quarry', from, '-o', out, ...args]);
    return { code, stderr, left: fs.existsSync(out) };
  };

  test('for a key that no profile has: it is named with its line and the nearest one', () => {
    const other = path.join(dir, 'careless');
    writeFiles(other, { ...VAULT, 'dossier.yaml': CONFIG });
    const { code, stderr, left } = refused([], other);
    expect([code, left]).toEqual([2, false]);
    expect(stderr).toMatch(/briefs\.careless/u);
    expect(stderr).toContain('sections');
  });

  test('for a profile that is not there', () => {
    expect(refused(['--profile', 'custommer'])).toMatchObject({ left: false, stderr: expect.stringContaining('Did you mean "customer"?') });
  });

  test('when no note of the account is of those days', () => {
    const other = path.join(dir, 'dated');
    writeFiles(other, { 'Meetings/2026-02-03 - Kick-off.md': VAULT['Meetings/2026-02-03 - Kick-off.md'] });
    const { code, stderr, left } = refused(['--since', '2027-01-01'], other);
    expect([code, left]).toEqual([1, false]);
    expect(stderr).toContain('No note of the account is left since 2027-01-01.');
  });
});

describe('a dry run', () => {
  const internal = { ...VAULT, 'Meetings/2026-02-04 - Internal sync.md': '---\naccount: Quarry\ndate: 2026-02-04\n---\nText.\n' };
  const json = (from: string): { readonly code: number | null; readonly audit: Audit } => {
    const { code, stdout } = runCli(['brief', 'Quarry', from, '--dry-run', '--json']);
    return { code, audit: JSON.parse(stdout) };
  };

  test('prints the audit as data, with every key the manual names', () => {
    const { code, audit } = json(vault);
    expect(code).toBe(0);
    const manual = fs.readFileSync(new URL('../../docs/briefs.md', import.meta.url), 'utf8');
    const named = [...manual.matchAll(/^\| `(\w+)` \|/gmu)].map(([, key]) => key);
    expect(Object.keys(audit).sort()).toEqual(named.sort());
    expect(audit.excluded.map(({ rule }) => rule)).toEqual(['since', 'until']);
  });

  test('prints it for a brief that would be stopped too, with exit code 1', () => {
    const from = path.join(dir, 'internal-vault');
    writeFiles(from, internal);
    const { code, audit } = json(from);
    expect([code, audit.passed]).toEqual([1, false]);
    expect(audit.findings.map(({ kind, path: file, line }) => [kind, file, line])).toEqual([
      ['internal', 'Meetings/2026-02-04 - Internal sync.md', null],
    ]);
    const stopped = runCli(['brief', 'Quarry', from, '-o', path.join(dir, 'stopped')]);
    expect(stopped.stderr).toContain('Internal sync.md  "2026-02-04 - Internal sync"');
    expect(stopped.stderr).toContain('--dry-run prints the whole audit');
    expect(fs.existsSync(path.join(dir, 'stopped'))).toBe(false);
  });
});

test('a picture that can not be made ready is told with its file and what to do, and the brief goes without it', () => {
  const from = path.join(dir, 'broken');
  writeFiles(from, {
    ...VAULT,
    'Meetings/2026-02-05 - Tour.md': '---\naccount: Quarry\ndate: 2026-02-05\n---\n![[oven.png]]\n',
    'oven.png': 'no picture',
  });
  const out = path.join(dir, 'broken-out');
  const { code, stderr } = runCli(['brief', 'Quarry', from, '-o', out]);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^warning .*\n {2}oven\.png {2}It is left out: /mu);
  expect(stderr).toContain('Check that the file');
  const audit = fs.readFileSync(`${out}.audit.txt`, 'utf8');
  expect(audit).toMatch(/made ready: 1\n {2}oven\.png {2}It is left out/u);
});
