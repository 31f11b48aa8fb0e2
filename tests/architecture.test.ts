import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/**
 * Stages from left to right; a file imports only from its own stage and those before it. The last two are doors: the command line, and
 * `astro dev` over a vault.
 */
const ARROW: readonly string[] = [
  'diagnostics',
  'config',
  'vault',
  'markdown',
  'notes',
  'scope',
  'graph',
  'render',
  'views',
  'site',
  'search',
  'theme',
  'output',
  'brief',
  'cli',
  'theme-dev',
];
const THEME = new Set([
  'pages',
  'layouts',
  'components',
  'styles',
  'client',
  'theme.ts',
  'theme-source.ts',
  'theme-runtime.ts',
  'live.config.ts',
  'env.d.ts',
]);
/** The theme is handed views; these it must not see. */
const HIDDEN_FROM_THEME = new Set(['vault', 'markdown', 'scope', 'render']);
const PURE = new Set(['diagnostics', 'markdown', 'notes', 'scope', 'graph', 'render', 'views', 'site']);

interface SourceFile {
  /** Relative to `src`, with `/`. */
  readonly file: string;
  readonly text: string;
}

function readSources(): readonly SourceFile[] {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file: path.relative(src, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8') }));
}

/** Everything a file imports, statically, by re-export, dynamically or as a type. */
function importsOf({ text }: SourceFile): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = code.matchAll(
    /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(.+?)\1|^\s*import\s*(['"])(.+?)\3|\bimport\(\s*(['"`])(.+?)\5/gm,
  );
  return [...found].map((match) => match[2] ?? match[4] ?? match[6] ?? '');
}

function stageOf(file: string): string {
  const first = file.split('/', 1)[0] ?? '';
  if (THEME.has(first)) return 'theme';
  return first.replace(/\.ts$/, '');
}

/** Violations of the arrow in some files, as `file → import`. */
function violations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((source) => {
    const stage = stageOf(source.file);
    const rank = ARROW.indexOf(stage);
    return importsOf(source)
      .filter((name) => name.startsWith('.'))
      .filter((name) => {
        const target = stageOf(path.posix.join(path.posix.dirname(source.file), name));
        if (target === stage || target === '..') return false;
        if (stage === 'theme' && HIDDEN_FROM_THEME.has(target)) return true;
        const targetRank = ARROW.indexOf(target);
        return rank === -1 || targetRank === -1 || targetRank >= rank;
      })
      .map((name) => `${source.file} -> ${name}`);
  });
}

const sources = readSources();

describe('the arrow', () => {
  test('no stage imports from one to its right', () => {
    expect(violations(sources)).toEqual([]);
  });

  test('enough files and imports were read for that to mean something', () => {
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(200);
    const read = new Set(sources.map(({ file }) => stageOf(file)));
    expect([...read].sort()).toEqual([...ARROW].sort());
  });

  test.each([
    ["import { x } from '../graph/graph.ts';", 'notes/a.ts'],
    ["import type { X } from '../notes/note.ts';", 'vault/a.ts'],
    ["import {\n  x,\n  y,\n} from '../cli/main.ts';", 'output/a.ts'],
    ["export { x } from '../views/view.ts';", 'graph/a.ts'],
    ["export * from '../site.ts';", 'views/a.ts'],
    ["const x = await import('../output/stage.ts');", 'search/a.ts'],
    ["import './cli/main.ts';", 'site.ts'],
    ["const a = 1;\nimport { readVault } from '../../vault/read-vault.ts';", 'components/views/a.astro'],
    ["import { theme } from '../theme.ts';", 'search/a.ts'],
    ["import { x } from '../newcomer/x.ts';", 'cli/a.ts'],
  ])('%s in %s is caught', (text, file) => {
    expect(violations([{ file, text }])).toHaveLength(1);
  });

  test.each([
    ["import type { Note } from '../notes/note.ts';", 'graph/a.ts'],
    ["import { x } from './b.ts';", 'graph/a.ts'],
    ["import { x } from '../site.ts';", 'cli/a.ts'],
    ["// import { x } from '../cli/main.ts';", 'graph/a.ts'],
  ])('%s in %s is allowed', (text, file) => {
    expect(violations([{ file, text }])).toEqual([]);
  });
});

describe('pure stages', () => {
  const BANNED =
    /\b(Date\.now|new Date\(\)|performance\.now|Math\.random|process\.|localeCompare|toLocale(?:Lower|Upper)Case\(\)|toLocale(?:Date|Time)?String\(\))/;
  const banned = ({ file, text }: SourceFile) => {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    return PURE.has(stageOf(file)) ? [...code.matchAll(new RegExp(BANNED, 'g'))].map(([word]) => `${file}: ${word}`) : [];
  };

  test('know no clock, no chance, no process and no locale of the machine', () => {
    expect(sources.flatMap(banned)).toEqual([]);
  });

  test.each(['Date.now()', 'new Date()', 'a.localeCompare(b)', 'x.toLocaleString()', 'Math.random()'])('%s is caught', (text) => {
    expect(banned({ file: 'graph/a.ts', text })).toHaveLength(1);
  });
});
