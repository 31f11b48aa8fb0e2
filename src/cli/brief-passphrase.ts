import fs from 'node:fs';
import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { newPassphrase, weaknessOf } from '../brief/forms/passphrase.ts';
import { UsageError } from './usage-error.ts';

/** Where a passphrase may come from. Never the command line: other users of a machine see that, and shells remember it. */
export interface PassphraseFlags {
  readonly encrypt?: boolean;
  readonly passphraseFile?: string;
  readonly askPassphrase?: boolean;
}

const VARIABLE = 'DOSSIER_PASSPHRASE';

/** The passphrase of a brief that is to be locked, null for one that is not; `fresh` says that it was made here and must be told. */
export async function readPassphrase(flags: PassphraseFlags): Promise<{ readonly passphrase: string | null; readonly fresh: boolean }> {
  const { encrypt = false, passphraseFile, askPassphrase = false } = flags;
  if (!encrypt) {
    if (passphraseFile !== undefined || askPassphrase)
      throw new UsageError('A passphrase locks nothing without --encrypt.', 'Add --encrypt, or leave the passphrase out.');
    return { passphrase: null, fresh: false };
  }
  if (askPassphrase) return { passphrase: await ask(), fresh: false };
  const given = passphraseFile !== undefined ? readFirstLine(passphraseFile) : process.env[VARIABLE];
  if (given === undefined) return { passphrase: newPassphrase(), fresh: true };
  return { passphrase: await strong(given), fresh: false };
}

/** The passphrase itself. Throws for one that is easy to guess. */
async function strong(passphrase: string): Promise<string> {
  const weakness = await weaknessOf(passphrase);
  if (weakness === null) return passphrase;
  const hint = 'Whoever has the file can try without limit. Leave the passphrase to Dossier, or take seven words at random.';
  throw new UsageError(weakness, hint);
}

function readFirstLine(file: string): string {
  try {
    return (
      fs
        .readFileSync(file, 'utf8')
        .replace(/^\uFEFF/u, '')
        .split(/\r?\n/u, 1)[0] ?? ''
    );
  } catch (error) {
    throw new UsageError(
      `The passphrase could not be read: ${error instanceof Error ? error.message : String(error)}`,
      'Give a file whose first line is the passphrase.',
    );
  }
}

/** The line that the prompt stands in ends, whether it is answered or broken off. */
async function answer(terminal: Interface, prompt: string): Promise<string> {
  process.stderr.write(prompt);
  try {
    return await terminal.question('');
  } finally {
    process.stderr.write('\n');
  }
}

/** Asks twice, and shows nothing of what is typed. */
async function ask(): Promise<string> {
  if (!process.stdin.isTTY)
    throw new UsageError('There is no terminal to ask for a passphrase on.', `Use --passphrase-file or the variable ${VARIABLE}.`);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    const first = await strong(await answer(terminal, 'Passphrase: '));
    const second = await answer(terminal, 'Once more: ');
    if (first !== second) throw new UsageError('The two passphrases differ.', 'Try again, or leave the passphrase to Dossier.');
    return first;
  } finally {
    terminal.close();
  }
}
