import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { sharedCases, sharedVaultFiles } from '../support/cases.ts';
import { type Inspected, inspectFiles } from '../support/inspected.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

const VAULTS = ['tasks-demo', 'obsidian-help-en', 'obsidian-help-zh', 'kepano-obsidian', 'obsidian-export-testdata'];

/** A whole vault as inspect sees it; files that are listed but left out of the folder are empty. */
const models = new Map<string, Inspected>();
function modelOf(vault: string): Inspected {
  const known = models.get(vault);
  if (known !== undefined) return known;
  const read = (path: string): string => {
    try {
      return readFileSync(sharedPath(`vaults/${vault}/${path}`), 'utf8');
    } catch {
      return '';
    }
  };
  const model = inspectFiles(Object.fromEntries(sharedVaultFiles(vault).map((path) => [path, /\.md$/iu.test(path) ? read(path) : ''])));
  models.set(vault, model);
  return model;
}

const low = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u202f]/gu, ' ')
    .toLowerCase();
const nameOf = (path: string): string => path.split('/').at(-1) ?? '';

interface File {
  readonly path: string;
  readonly low: string;
  readonly name: string;
}

/** Obsidian’s rules once more, written down as plainly as they are told: no index, every file looked at for every link. */
function plainAnswer(files: readonly File[], from: string, path: string): string | null {
  if (path === '') return from;
  const last = nameOf(low(path));
  const asWritten = last.includes('.') ? files.filter(({ name }) => name === last) : [];
  const candidates = asWritten.length > 0 ? asWritten : files.filter(({ name }) => name === `${last}.md`);
  const [only] = candidates;
  if (only === undefined) return null;
  if (candidates.length === 1 && !path.includes('/')) return only.path;
  const folder = from.split('/').slice(0, -1);
  let wanted = low(path) + (asWritten.length > 0 ? '' : '.md');
  if (wanted.startsWith('/')) return files.find((file) => file.low === wanted.slice(1))?.path ?? null;
  if (/^\.\.?\//u.test(wanted)) {
    const segments = [...folder];
    for (const segment of wanted.split('/')) {
      if (segment === '..') segments.pop();
      else if (segment !== '.') segments.push(segment);
    }
    wanted = low(segments.join('/'));
  }
  const exact = files.find((file) => file.low === wanted);
  if (exact !== undefined) return exact.path;
  const near = low(folder.map((segment) => `${segment}/`).join(''));
  const rank = (file: File): number => Number(!`/${file.low}`.endsWith(`/${wanted}`)) * 2 + Number(!file.low.startsWith(near));
  const fitting = candidates.filter((file) => file.low.endsWith(wanted));
  return fitting.sort((a, b) => rank(a) - rank(b) || a.path.length - b.path.length || (a.path < b.path ? -1 : 1))[0]?.path ?? null;
}

describeShared.each(VAULTS)('every link of %s', { timeout: 30_000 }, (vault) => {
  test('leads where Obsidian’s rules say; only aliases and healed links lead further', () => {
    const files = sharedVaultFiles(vault).map((path): File => ({ path, low: low(path), name: nameOf(low(path)) }));
    const model = modelOf(vault);
    // A note that is not to be published is unknown to all others.
    const keptOut = new Set(model.files.excluded.map(({ path }) => path));
    const wrong = model.notes.flatMap((note) =>
      note.links.flatMap((link) => {
        const plain = plainAnswer(files, note.path, link.path);
        const isFurther = plain === null && (link.status === 'healed' || link.via === 'alias');
        const isKeptOut = link.target === null && plain !== null && keptOut.has(plain);
        return link.target === plain || isFurther || isKeptOut ? [] : [[note.path, link.raw, link.target, plain]];
      }),
    );
    expect(model.notes.flatMap((note) => note.links).length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });
});

describeShared('the recorded links of tasks-demo', () => {
  interface Row {
    readonly vault?: string;
    readonly from: string;
    readonly target: string;
    readonly expected: string | null;
  }
  const rows = sharedCases<Row>('resolve').filter((row) => row.vault === 'tasks-demo');

  // The one recorded link that stands in a comment, which Obsidian indexes and a site hides.
  const IN_COMMENT = 'comments_html_style';

  test('stand in the notes and lead where Obsidian leads', () => {
    const model = modelOf('tasks-demo');
    const answers = rows
      .filter(({ target }) => target !== IN_COMMENT)
      .filter(({ expected }) => !model.files.excluded.some(({ path }) => path === expected))
      .map(({ from, target, expected }) => {
        const link = noteOf(model, from).links.find(({ path, subpath }) => path + subpath === target);
        return { from, target, found: link === undefined ? 'not there' : link.status === 'healed' ? null : link.target, expected };
      });
    expect(answers.length).toBeGreaterThan(20);
    expect(answers.filter(({ found, expected }) => found !== expected)).toEqual([]);
  });

  test('all links of the notes are in the table: what is left out is code, comments and addresses', () => {
    const model = modelOf('tasks-demo');
    for (const note of model.notes.filter(({ path }) => path.startsWith('Test Data/'))) {
      const text = readFileSync(sharedPath(`vaults/tasks-demo/${note.path}`), 'utf8')
        .replace(/^(```+|~~~+)[\s\S]*?^\1/gmu, '')
        .replace(/`[^`\n]*`/gu, '')
        .replace(/<!--[\s\S]*?-->/gu, '')
        .replace(/^%%$[\s\S]*?^%%$|%%.*?%%/gmu, '');
      const written = [...text.matchAll(/!?\[\[(?!\]\])[^\]\n]+\]\]|(?<!\\)\[[^\]\n[]*\]\((?!\)|[a-z]+:)[^)\n]+\)/gu)].map(([raw]) => raw);
      expect([note.path, note.links.map(({ raw }) => raw)]).toEqual([note.path, written]);
    }
  });
});
