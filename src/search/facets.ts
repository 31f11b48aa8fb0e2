import type { SearchRecord } from './record.ts';

/** Folder of the index below the site root; writer and browser agree on it here. */
export const INDEX_FOLDER = 'pagefind';

/** Beside the index: how many pages there are, and which values each filter has. Read by the browser before it asks Pagefind. */
export const FACETS_FILE = 'facets.json';

/** Below the index: copies of its files as scripts, for sites opened from a folder (`folder-files.ts`). */
export const FOLDER_FILES = 'folder';

/** The function such a script hands its files to: name, then bytes as base64. */
export const HANDOVER = 'dossierIndexFile';

/** The script with a file of the index, below `FOLDER_FILES`. Texts of pages, which are many and small, share 256 of them. */
export function folderScript(name: string): string {
  const [, end] = /^fragment\/.*(..)\.pf_fragment$/u.exec(name) ?? [];
  return end === undefined ? `${name}.js` : `fragment/${end}.js`;
}

/** Beside the index: the words of the site, for queries without a result (`vocabulary.ts`). */
export const WORDS_FILE = 'words.txt';

/** Every file of Pagefind begins so once it is unpacked. */
export const SIGNATURE = 'pagefind_dcd';

/** Pages a value, by filter. */
export interface FacetTotals {
  readonly pages: number;
  readonly kind: Readonly<Record<string, number>>;
  readonly account: Readonly<Record<string, number>>;
  readonly year: Readonly<Record<string, number>>;
}

export interface FacetCounter {
  readonly count: (record: SearchRecord) => void;
  readonly pages: () => number;
  /** The file's text: keys sorted, so that equal records give equal bytes. */
  readonly json: () => string;
}

export function facetCounter(): FacetCounter {
  const kind = new Map<string, number>();
  const account = new Map<string, number>();
  const year = new Map<string, number>();
  let pages = 0;
  return {
    count: (record) => {
      pages += 1;
      bump(kind, record.kind);
      for (const name of new Set(record.accounts)) bump(account, name);
      if (record.year !== null) bump(year, record.year);
    },
    pages: () => pages,
    json: () => {
      const totals: FacetTotals = { pages, kind: sorted(kind), account: sorted(account), year: sorted(year) };
      return `${JSON.stringify(totals)}\n`;
    },
  };
}

function bump(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Without a prototype, so that an account may be called `__proto__`. */
function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  const record: Record<string, number> = Object.create(null);
  for (const [value, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) record[value] = count;
  return record;
}
