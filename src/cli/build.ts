import { readConfig } from '../config/read-config.ts';
import { hasRecord, inputsDigest, readUpToDate } from '../output/build-record.ts';
import { readInputs } from '../vault/read-inputs.ts';
import { type BuildFlags, type Outcome, printOutcome } from './build-outcome.ts';
import { EXIT } from './exit-codes.ts';
import { readProgramDigest } from './package-root.ts';
import { progressLine } from './progress.ts';
import { defaultOutput, readVaultFolder } from './vault-folder.ts';

/** `dossier build`: writes the site of a vault, unless it is there already. Returns the exit code. */
export async function runBuild(folder: string | undefined, flags: BuildFlags): Promise<number> {
  const start = performance.now();
  const dir = readVaultFolder(folder);
  const line = progressLine(flags.quiet ?? false);
  const out = flags.out ?? defaultOutput(dir);
  const program = [readProgramDigest(), JSON.stringify([flags.search, flags.asOf ?? null, flags.strict ?? false])];
  // An explanation of every file needs the site itself.
  if (flags.cache && !flags.explain && hasRecord(out)) {
    const { config } = readConfig(dir);
    line.show('looking for what has changed');
    const last = readUpToDate(out, inputsDigest(readInputs(dir, config), config, program));
    line.end();
    if (last !== null) {
      printOutcome({ ...(last.report as Outcome), diagnostics: last.details as () => Outcome['errors'], fresh: false }, flags, start);
      return EXIT.fine;
    }
  }
  // What follows takes long to load.
  const { buildAnew } = await import('./build-anew.ts');
  return buildAnew({ dir, out, program, flags, line, start });
}
