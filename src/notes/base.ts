import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentFile, VaultPath } from '../vault/vault.ts';

/** A condition as written, or several of them. */
export type BaseFilter = string | { readonly all: 'and' | 'or' | 'not'; readonly of: readonly BaseFilter[] };

/** A property in some order; `direction` as written, `ASC` when nothing is. */
export interface BaseOrder {
  readonly property: string;
  readonly descending: boolean;
}

/** One view of a base. */
export interface BaseView {
  /** Never empty. */
  readonly name: string;
  /** Anchor on the base's page, unique there. */
  readonly id: string;
  /** `table`, `cards`, `list`, `map`, or a plugin's. */
  readonly type: string;
  readonly filters: BaseFilter | null;
  /** Properties shown, in order. */
  readonly order: readonly string[];
  readonly sort: readonly BaseOrder[];
  readonly groupBy: BaseOrder | null;
  readonly limit: number | null;
  /** What stands below a column: property and the name of the summary. */
  readonly summaries: readonly (readonly [string, string])[];
}

/** What the YAML of a base says. The expressions in it are not run. */
export interface BaseContent {
  readonly filters: BaseFilter | null;
  /** Name and expression. */
  readonly formulas: readonly (readonly [string, string])[];
  /** Display names by property, as written. */
  readonly names: ReadonlyMap<string, string>;
  /** Name and expression of summaries of its own. */
  readonly summaries: readonly (readonly [string, string])[];
  readonly views: readonly BaseView[];
}

/** A base as data (Obsidian's Bases). */
export interface Base {
  readonly kind: 'base';
  readonly path: VaultPath;
  readonly title: string;
  readonly file: DocumentFile;
  /** Null when it cannot be read. */
  readonly content: BaseContent | null;
  /** Why it cannot be read; null when it can. */
  readonly problem: string | null;
  readonly diagnostics: readonly Diagnostic[];
}
