import path from 'node:path';
import colors from 'picocolors';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverities, reportText } from '../diagnostics/report.ts';
import { visibleText } from '../diagnostics/visible.ts';
import { beginSearchOf } from '../output/begin-search.ts';
import { inputsDigest, readUpToDate, writeBuildRecord } from '../output/build-record.ts';
import { type BuildReport, type Progress, writeSite } from '../output/write-site.ts';
import { buildSite } from '../site.ts';
import { EXIT } from './exit-codes.ts';
import { explanationLines } from './explain.ts';
import { keepHeapSmall } from './heap.ts';
import { readProgramDigest, readThemeFolder } from './package-root.ts';
import { offlineLines, summaryLines } from './print-summary.ts';
import { progressLine } from './progress.ts';
import { readVaultState, withoutSearch } from './read-site.ts';
import { readTheme } from './read-theme.ts';
import { type Summary, summaryFrom } from './summary.ts';
import { counted, durationText } from './terminal.ts';
import { defaultOutput, readVaultFolder } from './vault-folder.ts';

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
    const out = flags.out ?? defaultOutput(dir);
    const { vault, config } = readVaultState(dir, reportProgress);
    const inputs = inputsDigest(vault, config, [
      readProgramDigest(),
      JSON.stringify([flags.search, flags.asOf ?? null, flags.strict ?? false]),
    ]);
    // An explanation of every file needs the site itself.
    const last = flags.cache && !flags.explain ? (readUpToDate(out, inputs) as Outcome | null) : null;
    if (last !== null) {
      line.end();
      print({ ...last, fresh: false }, flags, performance.now() - start);
      return EXIT.fine;
    }
    keepHeapSmall(vault.notes.length);
    const site = buildSite(vault, flags.search ? config : withoutSearch(config), { asOf: flags.asOf ?? null });
    if (flags.strict && isFatal(site.diagnostics)) {
      line.end();
      process.stderr.write(reportText(site.diagnostics.filter(({ severity }) => severity !== 'info')));
      process.stderr.write(`${colors.red('error')} Nothing was written: --strict takes errors and warnings for fatal.\n`);
      return EXIT.findings;
    }
    const theme = await readTheme(site, () => line.show('compiling MDX pages'));
    const report = await writeSite(site, theme, {
      out,
      themeFolder: readThemeFolder(),
      beginSearch: site.config.search.enabled ? beginSearchOf(site) : null,
      strict: flags.strict ?? false,
      signal: interrupt.signal,
      onProgress: (step) => line.show(progressText(step)),
    });
    line.end();
    const diagnostics = [...site.diagnostics, ...report.diagnostics];
    const outcome: Outcome = { report, summary: summaryFrom(site, diagnostics), diagnostics };
    const fatal = flags.strict === true && isFatal(report.diagnostics);
    if (!fatal && report.leftOver === null) writeBuildRecord(out, inputs, outcome);
    print({ ...outcome, fresh: true, explanation: flags.explain ? explanationLines(site, report) : [] }, flags, performance.now() - start);
    return fatal ? EXIT.findings : EXIT.fine;
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
    case 'words':
      return `collecting words ${step.done}/${step.total}`;
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

/** What a build tells when it has ended; kept for the next one, which may have nothing to do. */
interface Outcome {
  readonly report: BuildReport;
  readonly summary: Summary;
  readonly diagnostics: readonly Diagnostic[];
}

interface Told extends Outcome {
  /** False: the site was there already. */
  readonly fresh: boolean;
  readonly explanation?: readonly string[];
}

function print({ report, summary, diagnostics, fresh, explanation = [] }: Told, flags: BuildFlags, milliseconds: number): void {
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
    process.stdout.write(`${JSON.stringify({ ...sums, ...summary, diagnostics }, null, 2)}\n`);
    return;
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
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
