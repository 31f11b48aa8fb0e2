import colors from 'picocolors';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverities, reportText } from '../diagnostics/report.ts';
import { beginSearchOf } from '../output/begin-search.ts';
import { inputsDigest, writeBuildRecord } from '../output/build-record.ts';
import { type Progress, writeSite } from '../output/write-site.ts';
import { buildSite } from '../site.ts';
import { type BuildFlags, type Outcome, printOutcome } from './build-outcome.ts';
import { EXIT } from './exit-codes.ts';
import { explanationLines } from './explain.ts';
import { keepHeapSmall } from './heap.ts';
import { readThemeFolder } from './package-root.ts';
import type { ProgressLine } from './progress.ts';
import { readVaultState, withoutSearch } from './read-site.ts';
import { readTheme } from './read-theme.ts';
import { summaryFrom } from './summary.ts';

interface BuildTask {
  /** Folder of the vault. */
  readonly dir: string;
  readonly out: string;
  /** What stands for Dossier itself and what was asked of it. */
  readonly program: readonly string[];
  readonly flags: BuildFlags;
  readonly line: ProgressLine;
  /** When it began, in milliseconds of `performance.now`. */
  readonly start: number;
}

/** Writes the site of a vault, whatever is there. Returns the exit code. */
export async function buildAnew({ dir, out, program, flags, line, start }: BuildTask): Promise<number> {
  const interrupt = new AbortController();
  const stop = () => interrupt.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const { vault, config } = readVaultState(dir, (done, total) => line.show(`reading notes ${done}/${total}`));
    const inputs = inputsDigest(vault, config, program);
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
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const outcome: Outcome = { report, summary: summaryFrom(site, diagnostics), errors };
    const fatal = flags.strict === true && isFatal(report.diagnostics);
    if (!fatal && report.leftOver === null) writeBuildRecord(out, inputs, { report: outcome, details: diagnostics });
    const explanation = flags.explain ? explanationLines(site, report) : [];
    printOutcome({ ...outcome, diagnostics: () => diagnostics, fresh: true, explanation }, flags, start);
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
