import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { binFile, cacheDir, contentDir } from '../support/cli.ts';
import { makeTempDir } from '../support/temp.ts';

const dir = makeTempDir();
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const PASSPHRASE = 'Sieben Zwerge reiten quer durch Kasachstan';

interface Typed {
  readonly code: number | null;
  /** Everything the terminal showed. */
  readonly shown: string;
  readonly written: readonly string[];
}

/** Runs `dossier brief … --encrypt` on a terminal of its own (`script` of util-linux lends one) and types a line at each prompt. */
async function onTerminal(args: readonly string[], lines: readonly string[]): Promise<Typed> {
  const out = fs.mkdtempSync(path.join(dir, 'out-'));
  const command = [
    process.execPath,
    binFile,
    'brief',
    'Northwind Grocers',
    contentDir,
    '-o',
    path.join(out, 'a.html'),
    '--encrypt',
    ...args,
  ];
  const quoted = command.map((word) => `'${word}'`).join(' ');
  const env = { ...process.env, NO_COLOR: '1', XDG_CACHE_HOME: cacheDir, TMPDIR: out, SHELL: '/bin/sh' };
  const child = spawn('script', ['--quiet', '--return', '--command', quoted, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [...lines];
  let shown = '';
  let answered = 0;
  child.stdout.on('data', (data: Buffer) => {
    shown += data.toString();
    const prompts = shown.match(/Passphrase: (?=$)|Once more: (?=$)/gu) ?? [];
    if (prompts.length === 0 || shown.length === answered) return;
    const line = waiting.shift();
    answered = shown.length;
    // A line that ends with Ctrl-C is broken off.
    if (line !== undefined) child.stdin.write(line.endsWith('\u0003') ? line : `${line}\r`);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  return { code, shown, written: fs.readdirSync(out) };
}

test('a passphrase is asked for twice, and nothing of it is shown', async () => {
  const { code, shown, written } = await onTerminal(['--ask-passphrase'], [PASSPHRASE, PASSPHRASE]);
  expect(shown).toContain('locked');
  expect(code).toBe(0);
  expect(shown).not.toMatch(/Zwerge|Kasachstan/u);
  expect(written).toEqual(['a.html', 'a.html.audit.txt']);
});

test.each([
  ['two that differ', [PASSPHRASE, `${PASSPHRASE}!`], 'The two passphrases differ.'],
  ['an empty one', [''], 'The passphrase is too short'],
  ['an easy one', ['passwordpassword'], 'too easy to guess'],
])('%s: nothing is written, and it says why', async (_, lines, words) => {
  const { code, shown, written } = await onTerminal(['--ask-passphrase'], lines);
  expect(shown).toContain(words);
  expect(shown).toContain('hint');
  expect(code).toBe(2);
  expect(written).toEqual([]);
});

test.each([[['Sieben\u0003']], [[PASSPHRASE, 'Sieben\u0003']]])('broken off with Ctrl-C, nothing is left: %j', async (lines) => {
  const { code, shown, written } = await onTerminal(['--ask-passphrase'], lines);
  expect(code).toBe(130);
  expect(shown).not.toMatch(/Sieben|at .*\.ts/u);
  expect(written).toEqual([]);
});

test('one that is made here is shown once', async () => {
  const { code, shown } = await onTerminal([], []);
  expect(code).toBe(0);
  const passphrase = /Passphrase: (\S+(?: \S+){6})/u.exec(shown)?.[1] ?? '';
  expect(shown.split(passphrase)).toHaveLength(2);
});
