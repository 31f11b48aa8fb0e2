import path from 'node:path';
import colors from 'picocolors';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { reportText } from '../diagnostics/report.ts';
import { visibleText } from '../diagnostics/visible.ts';
import type { BuildReport } from '../output/write-site.ts';
import { offlineLines, summaryLines } from './print-summary.ts';
import type { Summary } from './summary.ts';
import { counted, durationText } from './terminal.ts';

export interface BuildFlags {
  readonly out?: string;
  readonly strict?: boolean;
  readonly explain?: boolean;
  readonly search: boolean;
  /** False: build in full even where nothing changed. */
  readonly cache: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What a build tells when it has ended; kept for the next one, which may have nothing to do. */
export interface Outcome {
  readonly report: BuildReport;
  readonly summary: Summary;
  readonly errors: readonly Diagnostic[];
}

interface Told extends Outcome {
  /** All findings. */
  readonly diagnostics: () => readonly Diagnostic[];
  /** False: the site was there already. */
  readonly fresh: boolean;
  readonly explanation?: readonly string[];
}

/** Prints how a build ended that began at `start`, in milliseconds of `performance.now`. */
export function printOutcome(
  { report, summary, errors, diagnostics, fresh, explanation = [] }: Told,
  flags: BuildFlags,
  start: number,
): void {
  const milliseconds = performance.now() - start;
  if (flags.json) {
    const { out, pages, attachments, files, bytes, searchWarnings, offlineSearch } = report;
    const sums = {
      out,
      upToDate: !fresh,
      pages,
      attachments,
      files,
      bytes,
      searchWarnings,
      offlineSearch,
      milliseconds: Math.round(milliseconds),
    };
    process.stdout.write(`${JSON.stringify({ ...sums, ...summary, diagnostics: diagnostics() }, null, 2)}\n`);
    return;
  }
  if (errors.length > 0) process.stderr.write(`${reportText(errors, { limit: 10 })}\n`);
  if (report.leftOver !== null)
    process.stderr.write(`${colors.yellow('warning')} The last site could not be deleted: ${report.leftOver}\n`);
  for (const warning of report.searchWarnings) process.stderr.write(`${colors.yellow('warning')} ${visibleText(warning)}\n`);
  if (flags.quiet) return;
  const out = path.relative(process.cwd(), report.out) || '.';
  const sums = `${colors.bold(counted(report.pages, 'page'))} and ${counted(report.attachments, 'attachment')}`;
  const lines = [
    ...explanation,
    ...(explanation.length > 0 ? [''] : []),
    fresh
      ? `${sums} written to ${out} in ${durationText(milliseconds)}`
      : `${sums} in ${out} are up to date: nothing has changed since they were written`,
    ...summaryLines(summary),
    ...offlineLines(report.offlineSearch),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
