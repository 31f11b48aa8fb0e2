import path from 'node:path';
import colors from 'picocolors';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverities, reportText } from '../diagnostics/report.ts';
import { visibleText } from '../diagnostics/visible.ts';
import { openSearchFeed } from '../output/search-feed.ts';
import { type BuildReport, type Progress, writeSite } from '../output/write-site.ts';
import type { Site } from '../site.ts';
import { EXIT } from './exit-codes.ts';
import { explanationLines } from './explain.ts';
import { summaryLines } from './print-summary.ts';
import { progressLine } from './progress.ts';
import { readSite } from './read-site.ts';
import { readTheme } from './read-theme.ts';
import { summaryFrom } from './summary.ts';
import { counted, durationText } from './terminal.ts';
import { defaultOutput, readVaultFolder } from './vault-folder.ts';

export interface BuildFlags {
  readonly out?: string;
  readonly strict?: boolean;
  readonly explain?: boolean;
  readonly search: boolean;
  readonly asOf?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `dossier build`: writes the site of a vault. Returns the exit code. */
export async function runBuild(folder: string | undefined, flags: BuildFlags): Promise<number> {
  const start = performance.now();
  const dir = readVaultFolder(folder);
  const line = progressLine(flags.quiet ?? false);
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const reportProgress = (done: number, total: number) => line.show(`reading notes ${done}/${total}`);
    const site = readSite(dir, { asOf: flags.asOf, search: flags.search, reportProgress });
    if (flags.strict && isFatal(site.diagnostics)) {
      line.end();
      process.stderr.write(reportText(site.diagnostics.filter(({ severity }) => severity !== 'info')));
      process.stderr.write(`${colors.red('error')} Nothing was written: --strict takes errors and warnings for fatal.\n`);
      return EXIT.findings;
    }
    const theme = await readTheme(site, () => line.show('compiling MDX pages'));
    const report = await writeSite(site, theme, {
      out: flags.out ?? defaultOutput(dir),
      openSearch: site.config.search.enabled ? () => openSearchFeed(site) : null,
      strict: flags.strict ?? false,
      signal: interrupt.signal,
      onProgress: (step) => line.show(progressText(step)),
    });
    line.end();
    print(site, report, flags, performance.now() - start);
    return flags.strict && isFatal(report.diagnostics) ? EXIT.findings : EXIT.fine;
  } finally {
    line.end();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function isFatal(diagnostics: readonly Diagnostic[]): boolean {
  const { error, warning } = countSeverities(diagnostics);
  return error + warning > 0;
}

function progressText(step: Progress): string {
  switch (step.kind) {
    case 'pages':
      return `writing pages ${step.done}/${step.total}`;
    case 'attachments':
      return 'copying attachments';
    case 'search':
      return 'writing the search index';
    case 'swap':
      return 'putting the site in place';
  }
}

function print(site: Site, report: BuildReport, flags: BuildFlags, milliseconds: number): void {
  const diagnostics = [...site.diagnostics, ...report.diagnostics];
  const summary = summaryFrom(site, diagnostics);
  if (flags.json) {
    const { out, pages, attachments, files, bytes, searchWarnings } = report;
    const sums = { out, pages, attachments, files, bytes, searchWarnings, milliseconds: Math.round(milliseconds) };
    process.stdout.write(`${JSON.stringify({ ...sums, ...summary, diagnostics }, null, 2)}\n`);
    return;
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) process.stderr.write(`${reportText(errors, { limit: 10 })}\n`);
  if (report.leftOver !== null)
    process.stderr.write(`${colors.yellow('warning')} The last site could not be deleted: ${report.leftOver}\n`);
  for (const warning of report.searchWarnings) process.stderr.write(`${colors.yellow('warning')} ${visibleText(warning)}\n`);
  if (flags.quiet) return;
  const lines = flags.explain ? [...explanationLines(site, report), ''] : [];
  const out = path.relative(process.cwd(), report.out) || '.';
  lines.push(
    `${colors.bold(counted(report.pages, 'page'))} and ${counted(report.attachments, 'attachment')} written to ${out} in ${durationText(milliseconds)}`,
  );
  lines.push(...summaryLines(summary));
  process.stdout.write(`${lines.join('\n')}\n`);
}
