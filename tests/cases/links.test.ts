import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { sharedCases, sharedVaultFiles } from '../support/cases.ts';
import { type Inspected, inspectFiles } from '../support/inspected.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

interface Row {
  readonly name: string;
  readonly vault?: string;
  readonly files?: readonly string[];
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly from: string;
  readonly target: string;
  readonly expected: string | null;
  /** What Obsidian itself answers, where a third party's tool differs. */
  readonly obsidianResolver?: string;
}

const SYNTAXES: Readonly<Record<string, (target: string) => string>> = {
  wiki: (target) => `[[${target}]]`,
  markdown: (target) => `[x](<${target}>)`,
};

const textOf = (vault: string, path: string): string => {
  const file = sharedPath(`vaults/${vault}/${path}`);
  return /\.md$/iu.test(path) && existsSync(file) ? readFileSync(file, 'utf8') : '';
};

/** Many questions about one vault: each link stands on a line of its own below the note's own text. */
function vaultOf(rows: readonly Row[], write: (target: string) => string): Inspected {
  const [first] = rows;
  const names = first?.vault === undefined ? (first?.files ?? []) : sharedVaultFiles(first.vault);
  const files: Record<string, string> = {};
  for (const name of names) files[name] = first?.vault === undefined ? '' : textOf(first.vault, name);
  for (const [path, aliases] of Object.entries(first?.aliases ?? {})) files[path] = `---\naliases: ${JSON.stringify(aliases)}\n---\n`;
  for (const { from, target } of rows) files[from] = `${files[from] ?? ''}\n\n${write(target)}\n`;
  return inspectFiles(files);
}

/** What the model says of a link: a healed one is one that Obsidian would not find. */
function answerOf(model: Inspected, row: Row, write: (target: string) => string): string | null {
  const link = noteOf(model, row.from).links.findLast(({ raw }) => raw === write(row.target));
  if (link === undefined) throw new Error(`no link ${write(row.target)}`);
  return link.status === 'healed' ? null : link.target;
}

describeShared.each(['resolve', 'resolve-starlight'])('the model of %s', (file) => {
  const groups = new Map<string, Row[]>();
  sharedCases<Row>(file).forEach((row, i) => {
    const key = row.vault ?? String(i);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  });
  // In the vaults with Markdown links the targets have their ending, so a wikilink to them means the same.
  const asked = [...groups.values()].flatMap((rows) =>
    Object.keys(SYNTAXES)
      .filter((syntax) => rows[0]?.vault === undefined || syntax === 'wiki' || rows[0].vault.includes('markdown'))
      .map((syntax) => [rows[0]?.vault ?? rows[0]?.name ?? '', syntax, rows] as const),
  );

  test('there are rows', () => expect(asked.length).toBeGreaterThan(5));
  test.each(asked)('%s, as %s links', (_, syntax, rows) => {
    const write = SYNTAXES[syntax] ?? String;
    const model = vaultOf(rows, write);
    const wrong = rows
      .map((row) => ({
        from: row.from,
        target: row.target,
        found: answerOf(model, row, write),
        expected: row.obsidianResolver ?? row.expected,
      }))
      .filter(({ found, expected }) => found !== expected);
    expect(wrong).toEqual([]);
  });
});

interface SubpathRow {
  readonly name: string;
  readonly doc: string;
  readonly subpath: string;
  /** `line` counts from 0. */
  readonly expected: { readonly line: number } | null;
}

describeShared('the model of subpath', () => {
  test.each(sharedCases<SubpathRow>('subpath'))('$name', ({ doc, subpath, expected }) => {
    const model = inspectFiles({ 'a.md': `[[doc${subpath}]]\n\n[x](<doc.md${subpath}>)\n`, 'doc.md': doc });
    const line = expected === null ? null : expected.line + 1;
    expect(noteOf(model, 'a.md').links.map(({ target, targetLine }) => [target, targetLine])).toEqual([
      ['doc.md', line],
      ['doc.md', line],
    ]);
    const findings = model.diagnostics.filter(({ code }) => code === 'subpath-missing');
    expect(findings).toHaveLength(expected === null ? 2 : 0);
    // The same place asked for from within the note.
    const own = inspectFiles({ 'doc.md': `${doc}\n\n[[${subpath}]]\n` });
    expect(noteOf(own, 'doc.md').links.at(-1)).toMatchObject({ target: 'doc.md', targetLine: line, via: 'exact' });
  });
});
