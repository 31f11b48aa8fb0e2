import { compareText } from '../diagnostics/order.ts';
import { visibleText } from '../diagnostics/visible.ts';
import type { BuildReport } from '../output/write-site.ts';
import type { Site } from '../site.ts';

/**
 * What became of every file, one line each, sorted by path: the page of a note, canvas or base, the place of an attachment, or why there is none.
 * The last line is the sum: seen = notes + attachments used (canvases and bases among them) + unused + ignored + excluded + failed.
 */
export function explanationLines(site: Site, report: BuildReport): readonly string[] {
  const { graph, scope, vault } = site;
  const fates = new Map<string, string>();
  for (const asset of vault.assets) fates.set(asset.path, graph.assets.get(asset.path)?.href ?? 'not shown by any page');
  for (const { path } of vault.documents)
    fates.set(path, graph.documents.has(path) ? graph.pageUrls.document(path) : 'not shown by any page');
  for (const note of scope.notes) fates.set(note.path, graph.pageUrls.note(note.path) ?? 'no page of its own');
  for (const { path, rule } of scope.excluded) fates.set(path, `excluded: ${rule}`);
  for (const { path, reason } of vault.failed) fates.set(path, `failed: ${reason}`);
  for (const { path, message } of report.diagnostics) if (path !== null) fates.set(path, `failed: ${message}`);
  const left = new Set<string>(scope.excluded.map(({ path }) => path));
  const files = [...vault.assets, ...vault.documents].filter(({ path }) => !left.has(path));
  const used = files.filter(({ path }) => graph.assets.has(path) || graph.documents.has(path)).length;
  const seen = fates.size + vault.ignored;
  return [
    ...[...fates].sort(([a], [b]) => compareText(a, b)).map(([path, fate]) => `${visibleText(path)} -> ${visibleText(fate)}`),
    '',
    `${seen} files seen = ${scope.notes.length} notes + ${used} attachments, canvases and bases used + ${files.length - used} unused + ` +
      `${vault.ignored} ignored + ${scope.excluded.length} excluded + ${vault.failed.length} failed`,
  ];
}
