import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTempDir, writeFiles } from './support/temp.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files that break a rule on purpose: path, text, the rule that must say so (null: none may). */
const PLANTED = [
  [
    'an import against the arrow',
    'src/notes/arrow.ts',
    "import { x } from '../graph/graph.ts';\nexport const y = x;\n",
    'noRestrictedImports',
  ],
  [
    'a type import against the arrow',
    'src/vault/type.ts',
    "import type { X } from '../notes/note.ts';\nexport type Y = X;\n",
    'noRestrictedImports',
  ],
  ['a dynamic import against the arrow', 'src/graph/dynamic.ts', "export const y = import('../cli/main.ts');\n", 'noRestrictedImports'],
  ['a re-export against the arrow', 'src/scope/reexport.ts', "export { x } from '../views/view.ts';\n", 'noRestrictedImports'],
  [
    'a brief that imports the command line',
    'src/brief/reach.ts',
    "import { x } from '../cli/main.ts';\nexport const y = x;\n",
    'noRestrictedImports',
  ],
  [
    'a stage that knows of briefs',
    'src/output/brief.ts',
    "import { x } from '../brief/audit.ts';\nexport const y = x;\n",
    'noRestrictedImports',
  ],
  ['a view that imports the story', 'src/views/site.ts', "import { x } from '../site.ts';\nexport const y = x;\n", 'noRestrictedImports'],
  ['Astro outside of the theme', 'src/render/astro.ts', "import { x } from 'astro:content';\nexport const y = x;\n", 'noRestrictedImports'],
  [
    'the theme reaching behind the views',
    'src/components/reach.ts',
    "import { x } from '../vault/path.ts';\nexport const y = x;\n",
    'noRestrictedImports',
  ],
  ['gray-matter elsewhere', 'src/cli/matter.ts', "import matter from 'gray-matter';\nexport const y = matter;\n", 'noRestrictedImports'],
  ['gray-matter in its one place', 'src/vault/frontmatter.ts', "import matter from 'gray-matter';\nexport const y = matter;\n", null],
  ['the disk in a pure stage', 'src/graph/disk.ts', "import fs from 'node:fs';\nexport const y = fs;\n", 'noNodejsModules'],
  ['a barrel', 'src/graph/barrel.ts', "export { y } from './disk.ts';\n", 'noBarrelFile'],
  ['console', 'src/output/print.ts', "console.log('x');\n", 'noConsole'],
  ['a default export', 'src/notes/default.ts', 'const x = 1;\nexport default x;\n', 'noDefaultExport'],
  ['a file name in camel case', 'src/notes/camelCase.ts', 'export const x = 1;\n', 'useFilenamingConvention'],
  [
    'a floating promise',
    'src/cli/floating.ts',
    'async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}\n',
    'noFloatingPromises',
  ],
  [
    'a switch that forgets a case',
    'src/views/switch.ts',
    "export function f(x: 'a' | 'b'): number {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
    'useExhaustiveSwitchCases',
  ],
  [
    'half an import cycle',
    'src/notes/one.ts',
    "import type { Two } from './two.ts';\nexport interface One {\n  two: Two;\n}\n",
    'noImportCycles',
  ],
  [
    'the other half of it',
    'src/notes/two.ts',
    "import type { One } from './one.ts';\nexport interface Two {\n  one: One;\n}\n",
    'noImportCycles',
  ],
  ['a file that is too long', 'src/notes/long.ts', `export const x = [\n${'  1,\n'.repeat(300)}];\n`, 'noExcessiveLinesPerFile'],
  [
    'a package that is not declared',
    'src/cli/undeclared.ts',
    "import { x } from 'left-pad';\nexport const y = x;\n",
    'noUndeclaredDependencies',
  ],
] as const;

interface BiomeReport {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string | { readonly file: string } } }[];
}

/** Rules broken, by file. */
let broken: ReadonlyMap<string, readonly string[]>;

const dir = makeTempDir();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

beforeAll(() => {
  for (const file of ['biome.json', 'package.json']) cpSync(path.join(root, file), path.join(dir, file));
  writeFiles(dir, Object.fromEntries(PLANTED.map(([, file, text]) => [file, text])));
  const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: dir,
    encoding: 'utf8',
  });
  const report: BiomeReport = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const rows = report.diagnostics.map(({ category, location }) => {
    const file = typeof location.path === 'string' ? location.path : location.path.file;
    return { file: file.replaceAll('\\', '/').replace(/^\.\//, ''), rule: category.split('/').at(-1) ?? category };
  });
  broken = new Map([...Map.groupBy(rows, ({ file }) => file)].map(([file, found]) => [file, found.map(({ rule }) => rule)]));
}, 60_000);

describe('the lint gates bite', () => {
  test.each(PLANTED)('%s', (_, file, __, rule) => {
    const rules = broken.get(file) ?? [];
    if (rule === null) expect(rules).not.toContain('noRestrictedImports');
    else expect(rules).toContain(rule);
  });
});
