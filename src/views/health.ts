import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { type FindingGroup, type FindingSubject, groupFindings } from '../diagnostics/group.ts';
import { visibleText } from '../diagnostics/visible.ts';
import type { Href } from '../graph/graph.ts';
import type { VaultPath } from '../vault/vault.ts';
import { hrefOf, urlOf, type ViewContext } from './context.ts';
import type { HealthGroup, HealthPlace, HealthSubject, HealthView } from './health-view.ts';
import { editHref } from './note-body.ts';
import { hrefOfPlace } from './place.ts';
import { quietRows } from './quiet.ts';

/** Findings listed of one kind, and of one thing: a page of any vault stays one that a browser likes. The rest is counted. */
const LISTED = 300;
const PLACES = 40;
const ORPHANS = 200;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What the health page is told besides the graph. */
export interface HealthInput {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: HealthView['files'];
}

/** What a wiki's keeper can act on: findings by severity and kind, quiet accounts, notes nobody links to. */
export function healthView(ctx: ViewContext, { diagnostics, files }: HealthInput): HealthView {
  const groups = groupFindings(diagnostics);
  const orphans = [...ctx.graph.notes.values()].filter(
    (note) =>
      note.kind === 'note' &&
      (ctx.graph.backlinks.get(note.path) ?? []).length === 0 &&
      (ctx.graph.links.get(note.path) ?? []).length === 0,
  );
  return {
    kind: 'health',
    sums: {
      healed: groups.find(({ code }) => code === 'link-healed')?.total ?? 0,
      ghosts: ctx.graph.ghosts.length,
      repaired: [...ctx.graph.notes.values()].filter((note) => note.repairs.length > 0).length,
    },
    parts: SEVERITIES.flatMap((severity) => {
      const own = groups.filter((group) => group.severity === severity);
      const total = own.reduce((sum, group) => sum + group.total, 0);
      return total === 0 ? [] : [{ severity, total, groups: own.map((group) => shownGroup(ctx, group)) }];
    }),
    orphans: orphans.slice(0, ORPHANS).map((note) => ({ text: note.title, href: hrefOf(urlOf(ctx, note.path)) })),
    orphanTotal: orphans.length,
    quiet: quietRows(ctx).toSorted((a, b) => (a.contact === b.contact ? 0 : a.contact < b.contact ? -1 : 1)),
    files,
  };
}

function shownGroup(ctx: ViewContext, { code, title, subjects, total }: FindingGroup): HealthGroup {
  const hint = subjects[0]?.findings[0]?.hint ?? '';
  const shared = subjects.every(({ findings }) => findings.every((finding) => finding.hint === hint)) && hint !== '';
  let room = LISTED;
  const shown: HealthSubject[] = [];
  for (const subject of subjects) {
    if (room <= 0) break;
    const findings = subject.findings.slice(0, Math.min(room, PLACES));
    room -= findings.length;
    shown.push({ ...shownSubject(ctx, subject, findings), hint: shared ? null : hintOf(findings) });
  }
  return {
    code,
    title,
    hint: shared ? hint : null,
    total,
    subjects: shown,
    left: total - shown.reduce((sum, subject) => sum + subject.total, 0),
  };
}

function hintOf(findings: readonly Diagnostic[]): string | null {
  return findings[0]?.hint || null;
}

function shownSubject(ctx: ViewContext, { message, findings }: FindingSubject, listed: readonly Diagnostic[]): Omit<HealthSubject, 'hint'> {
  return {
    message: visibleText(message),
    page: pageOfLink(ctx, findings[0]),
    total: findings.length,
    places: [...Map.groupBy(listed, ({ path }) => path)].map(([path, own]) => placeFrom(ctx, path, own, message)),
  };
}

function placeFrom(ctx: ViewContext, path: string | null, findings: readonly Diagnostic[], subject: string): HealthPlace {
  const note = path === null ? undefined : ctx.graph.notes.get(path as VaultPath);
  const document = path === null ? undefined : ctx.graph.documents.get(path as VaultPath);
  const hrefAt = (line: number | null): Href | null => {
    if (document !== undefined) return hrefOf(ctx.graph.pageUrls.document(document.path));
    if (note === undefined) return null;
    const page = urlOf(ctx, note.path);
    return line === null ? hrefOf(page) : hrefOfPlace(note, page, line);
  };
  return {
    path: path === null ? null : visibleText(path),
    editHref: note === undefined ? null : editHref(ctx.config.links.editUrl, note.path),
    lines: findings.map(({ line, message }) => ({
      line,
      href: hrefAt(line),
      message: message === subject ? null : visibleText(message),
    })),
  };
}

/** The page a link leads to now: of a name without a note, of the note it was mended to. */
function pageOfLink(ctx: ViewContext, finding: Diagnostic | undefined): Href | null {
  if (finding === undefined || !/^!?\[/u.test(finding.message)) return null;
  const links = ctx.graph.links.get((finding.path ?? '') as VaultPath) ?? [];
  return links.find(({ link }) => link.line === finding.line && finding.message.startsWith(link.raw))?.to.href ?? null;
}
