import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportText, sortDiagnostics } from '../diagnostics/report.ts';
import { applySeverities } from '../diagnostics/severity.ts';
import { findFailingPrograms } from '../output/render-pages.ts';
import type { Site } from '../site.ts';
import { EXIT } from './exit-codes.ts';
import { summaryLines } from './print-summary.ts';
import { progressLine } from './progress.ts';
import { readSite } from './read-site.ts';
import { readTheme } from './read-theme.ts';
import { summaryFrom } from './summary.ts';
import { paintFinding } from './terminal.ts';
import { readVaultFolder } from './vault-folder.ts';

export interface CheckFlags {
  readonly format: 'text' | 'json';
  readonly strict?: boolean;
}

/** `dossier check`: prints findings about the notes. Returns the exit code. */
export async function runCheck(folder: string | undefined, flags: CheckFlags): Promise<number> {
  const dir = readVaultFolder(folder);
  const line = progressLine(false);
  line.show('reading notes');
  const site = readSite(dir, {});
  const diagnostics = await withFailingPages(site, (step) => line.show(step));
  line.end();
  const summary = summaryFrom(site, diagnostics);
  if (flags.format === 'json') {
    process.stdout.write(`${JSON.stringify({ ...summary, diagnostics }, null, 2)}\n`);
  } else {
    const report = reportText(diagnostics, { paint: paintFinding });
    process.stdout.write(`${report}${report === '' ? '' : '\n'}${summaryLines(summary).join('\n')}\n`);
  }
  return flags.strict && summary.problems.error + summary.problems.warning > 0 ? EXIT.findings : EXIT.fine;
}

/** All findings, with those of pages whose program fails: these are compiled and drawn, as a build does, and not written. */
async function withFailingPages(site: Site, show: (step: string) => void): Promise<readonly Diagnostic[]> {
  if (site.mdx.length === 0) return site.diagnostics;
  const theme = await readTheme(site, () => show('compiling MDX pages'));
  const failing = await findFailingPrograms(site, theme);
  return sortDiagnostics([...site.diagnostics, ...applySeverities(failing, site.config.check.severity)]);
}
