import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { countSeverities } from '../diagnostics/report.ts';
import type { Site } from '../site.ts';

/** The numbers every command ends with. */
export interface Summary {
  readonly notes: number;
  readonly linksFound: number;
  readonly linksHealed: number;
  readonly ghosts: number;
  /** Damaged places mended, and the notes they stand in. */
  readonly textRepaired: number;
  readonly notesRepaired: number;
  readonly excluded: number;
  readonly failed: number;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** Counts what is known of a site. `diagnostics`: the findings to count, those of the site and of later stages. */
export function summaryFrom(site: Site, diagnostics: readonly Diagnostic[]): Summary {
  const { graph, scope, vault } = site;
  const links = [...graph.links.values()].flat();
  const repaired = scope.notes.filter((note) => note.repairs.length > 0);
  return {
    notes: vault.notes.length,
    linksFound: links.filter(({ to }) => to.status === 'found').length,
    linksHealed: links.filter(({ to }) => to.status === 'healed').length,
    ghosts: graph.ghosts.length,
    textRepaired: repaired.reduce((sum, note) => sum + note.repairs.length, 0),
    notesRepaired: repaired.length,
    excluded: scope.excluded.length,
    failed: vault.failed.length,
    problems: countSeverities(diagnostics),
  };
}
