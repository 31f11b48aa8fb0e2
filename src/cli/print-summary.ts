import colors from 'picocolors';
import type { BuildReport } from '../output/write-site.ts';
import type { Summary } from './summary.ts';
import { counted } from './terminal.ts';

/** The summary as lines of one label and one value each, without those that say nothing. */
export function summaryLines(summary: Summary): readonly string[] {
  const { problems } = summary;
  const rows: [string, string][] = [['notes read', String(summary.notes)]];
  if (summary.linksFound + summary.linksHealed > 0) rows.push(['links', `${summary.linksFound} found, ${summary.linksHealed} healed`]);
  if (summary.ghosts > 0) rows.push(['ghosts', `${counted(summary.ghosts, 'name')} without a note`]);
  if (summary.textRepaired > 0)
    rows.push(['text repaired', `${counted(summary.textRepaired, 'place')} in ${counted(summary.notesRepaired, 'note')}`]);
  if (summary.excluded > 0) rows.push(['notes excluded', String(summary.excluded)]);
  if (summary.failed > 0) rows.push(['files failed', colors.red(String(summary.failed))]);
  const found = [counted(problems.error, 'error'), counted(problems.warning, 'warning'), counted(problems.info, 'remark')];
  rows.push([
    'problems',
    problems.error > 0 ? colors.red(found.join(', ')) : problems.warning > 0 ? colors.yellow(found.join(', ')) : found.join(', '),
  ]);
  return rows.map(([label, value]) => `  ${label.padEnd(16)}${value}`);
}

/** One line when the site cannot be searched from a folder: why, and what to do. */
export function offlineLines(offline: BuildReport['offlineSearch']): readonly string[] {
  if (offline === null || offline.written) return [];
  const why =
    offline.reason === 'never'
      ? 'search.offline is never'
      : `the index has ${(offline.indexBytes / 1_000_000).toFixed(1)} MB; search.offline: always writes it`;
  return [`  ${'offline search'.padEnd(16)}left out: ${why}`];
}
