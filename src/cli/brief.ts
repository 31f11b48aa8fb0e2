import fs from 'node:fs';
import path from 'node:path';
import colors from 'picocolors';
import { auditOf } from '../brief/audit.ts';
import { auditText, faultsText } from '../brief/audit-report.ts';
import { briefFrom } from '../brief/brief-site.ts';
import { type BriefForm, writeBrief } from '../brief/forms/write-brief.ts';
import { guardedTheme } from '../brief/guard/guard.ts';
import { reportText } from '../diagnostics/report.ts';
import { type PassphraseFlags, readPassphrase } from './brief-passphrase.ts';
import { EXIT } from './exit-codes.ts';
import { progressLine } from './progress.ts';
import { readVaultState } from './read-site.ts';
import { readTheme } from './read-theme.ts';
import { counted, durationText, paintFinding, printError } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { readVaultFolder } from './vault-folder.ts';

export interface BriefFlags extends PassphraseFlags {
  readonly out?: string;
  readonly profile?: string;
  readonly since?: string;
  readonly until?: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `dossier brief`: writes one account's notes for people outside. Returns the exit code. */
export async function runBrief(account: string, folder: string | undefined, flags: BriefFlags): Promise<number> {
  const start = performance.now();
  const dir = readVaultFolder(folder);
  const line = progressLine(flags.quiet ?? false);
  try {
    const { vault, config } = readVaultState(dir, (done, total) => line.show(`reading notes ${done}/${total}`));
    const brief = await briefFrom(vault, config, {
      account,
      profile: flags.profile ?? null,
      since: flags.since ?? null,
      until: flags.until ?? null,
      asOf: flags.asOf ?? null,
    });
    line.end();
    const audit = auditOf(brief);
    if (!flags.quiet) process.stderr.write(reportText(brief.diagnostics, { paint: paintFinding }));
    if (flags.dryRun) {
      process.stdout.write(flags.json ? `${JSON.stringify(audit, null, 2)}\n` : auditText(audit));
      return audit.passed ? EXIT.fine : EXIT.findings;
    }
    if (!audit.passed) {
      process.stderr.write(`${faultsText(audit)}\n`);
      printError('Nothing was written: a brief fails closed.', 'Deal with what is listed above; --dry-run prints the whole audit.');
      return EXIT.findings;
    }
    if (flags.out === undefined)
      throw new UsageError('Where should the brief go?', 'Give a folder, a .zip or an .html file with -o, e.g. -o northwind/');
    const { passphrase, fresh } = await readPassphrase(flags);
    const theme = guardedTheme(await readTheme(brief.site, () => undefined), brief.guarded);
    const written = await writeBrief(brief.site, theme, { out: flags.out, passphrase });
    const out = path.relative(process.cwd(), written.out) || '.';
    const report = `${written.out}.audit.txt`;
    fs.writeFileSync(report, auditText(audit));
    if (!flags.quiet)
      process.stdout.write(
        `${colors.bold(counted(written.pages, 'page'))} of ${brief.accounts.join(', ')} written to ${out}${FORM_WORDS[written.form]}${passphrase === null ? '' : ', locked'} in ${durationText(performance.now() - start)}\nthe audit is in ${path.relative(process.cwd(), report)}, for you alone\n`,
      );
    if (passphrase !== null && fresh) tellPassphrase(passphrase);
    return EXIT.fine;
  } finally {
    line.end();
  }
}

const FORM_WORDS: Readonly<Record<BriefForm, string>> = { folder: '', zip: ', one archive', page: ', one file' };

/** The only place a passphrase made here is ever written to. Told even when quiet is asked for: nobody could open the brief. */
function tellPassphrase(passphrase: string): void {
  process.stderr.write(
    `\nPassphrase: ${colors.bold(passphrase)}\nShown this once and kept nowhere. Send it by another way than the file; it cannot be taken back once both are out.\n`,
  );
}
