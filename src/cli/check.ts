import colors from 'picocolors';
import type { Severity } from '../diagnostics/diagnostic.ts';
import { reportText } from '../diagnostics/report.ts';
import { EXIT } from './exit-codes.ts';
import { summaryLines } from './print-summary.ts';
import { progressLine } from './progress.ts';
import { readSite } from './read-site.ts';
import { summaryFrom } from './summary.ts';
import { readVaultFolder } from './vault-folder.ts';

export interface CheckFlags {
  readonly format: 'text' | 'json';
  readonly strict?: boolean;
}

const PAINT: Readonly<Record<Severity | 'hint', (text: string) => string>> = {
  error: colors.red,
  warning: colors.yellow,
  info: colors.cyan,
  hint: colors.dim,
};

/** `dossier check`: prints findings about the notes. Returns the exit code. */
export async function runCheck(folder: string | undefined, flags: CheckFlags): Promise<number> {
  const dir = readVaultFolder(folder);
  const line = progressLine(false);
  line.show('reading notes');
  const site = readSite(dir, {});
  line.end();
  const summary = summaryFrom(site, site.diagnostics);
  if (flags.format === 'json') {
    process.stdout.write(`${JSON.stringify({ ...summary, diagnostics: site.diagnostics }, null, 2)}\n`);
  } else {
    const report = reportText(site.diagnostics, { paint: (text, role) => PAINT[role](text) });
    process.stdout.write(`${report}${report === '' ? '' : '\n'}${summaryLines(summary).join('\n')}\n`);
  }
  return flags.strict && summary.problems.error + summary.problems.warning > 0 ? EXIT.findings : EXIT.fine;
}
