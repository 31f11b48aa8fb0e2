import { diagnosticInfo, isDiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { VaultPath } from '../vault/vault.ts';
import { hrefOf, urlOf, type ViewContext } from './context.ts';
import type { HealthView } from './health-view.ts';

/** Findings listed of one code; the group says how many there are. */
const LISTED = 200;
const ORPHANS = 200;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What the health page is told besides the graph. */
export interface HealthInput {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: HealthView['files'];
}

/** What a wiki's keeper can act on: findings by code, worst first, notes nobody links to, and every file accounted for. */
export function healthView(ctx: ViewContext, { diagnostics, files }: HealthInput): HealthView {
  const groups = new Map<string, Diagnostic[]>();
  for (const finding of diagnostics) {
    const group = groups.get(finding.code);
    if (group === undefined) groups.set(finding.code, [finding]);
    else group.push(finding);
  }
  const orphans = [...ctx.graph.notes.values()].filter(
    (note) =>
      note.kind === 'note' &&
      (ctx.graph.backlinks.get(note.path) ?? []).length === 0 &&
      (ctx.graph.links.get(note.path) ?? []).length === 0,
  );
  const count = (severity: Severity): number => diagnostics.filter((finding) => finding.severity === severity).length;
  return {
    kind: 'health',
    sums: {
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      healed: groups.get('link-healed')?.length ?? 0,
      ghosts: ctx.graph.ghosts.length,
      repaired: [...ctx.graph.notes.values()].filter((note) => note.repairs.length > 0).length,
    },
    groups: [...groups]
      .map(([code, findings]) => ({
        code,
        title: titleOf(code),
        severity: findings[0]?.severity ?? ('info' as const),
        total: findings.length,
        findings: findings.slice(0, LISTED).map((finding) => ({ ...finding, href: hrefOfFinding(ctx, finding) })),
      }))
      .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.total - a.total || (a.code < b.code ? -1 : 1)),
    orphans: orphans.slice(0, ORPHANS).map((note) => ({ text: note.title, href: hrefOf(urlOf(ctx, note.path)) })),
    orphanTotal: orphans.length,
    files,
  };
}

function titleOf(code: string): string {
  return isDiagnosticCode(code) ? diagnosticInfo(code).title : code;
}

function hrefOfFinding(ctx: ViewContext, finding: Diagnostic): HealthView['groups'][number]['findings'][number]['href'] {
  const note = finding.path === null ? undefined : ctx.graph.notes.get(finding.path as VaultPath);
  return note === undefined ? null : hrefOf(urlOf(ctx, note.path));
}
