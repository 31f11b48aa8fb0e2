import fs from 'node:fs';
import path from 'node:path';
import { CONFIG_NAME } from '../config/read-config.ts';
import { configTemplate } from '../config/template.ts';
import { EXIT } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';
import { readVaultFolder } from './vault-folder.ts';

/** `dossier init`: writes a commented `dossier.yaml` into a folder that has none. Returns the exit code. */
export async function runInit(folder: string): Promise<number> {
  const file = path.join(readVaultFolder(folder), CONFIG_NAME);
  try {
    fs.writeFileSync(file, configTemplate(), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(`${file} is there already`, 'Edit it, or move it away first.');
  }
  process.stdout.write(`Wrote ${path.relative(process.cwd(), file)}. Every line in it is a comment: take the # away from what you need.\n`);
  return EXIT.fine;
}
