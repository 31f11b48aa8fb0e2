import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.ts';
import { codeBlocksOf, codeSpansOf, projectFile, readDocuments, readText, sectionOf, tableRows, withoutCodeBlocks } from './documents.ts';

const helpTexts = new Map<string, string>();

/** What the command line, or one command, says of itself; run from its source. */
function help(command = ''): string {
  const text = helpTexts.get(command) ?? readHelp(command === '' ? [] : [command]);
  helpTexts.set(command, text);
  return text;
}

function readHelp(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--experimental-strip-types', '--no-warnings', projectFile('src/cli/main.ts'), ...args, '--help'],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const page = readText('docs/commands.md');
const documents = readDocuments();
const commands = [...help().matchAll(/^ {2}([a-z]+) .*$/gmu)].map(([, name = '']) => name);

/** Options of a command, from what it prints: `-o, --out`. */
function optionsOf(text: string): readonly string[] {
  const options = text.slice(text.indexOf('\nOptions:\n'));
  return [...options.matchAll(/^ {2}(?:(-\w), )?(--[a-z-]+)/gmu)]
    .map(([, short, long = '']) => (short === undefined ? long : `${short}, ${long}`))
    .filter((name) => name !== '-h, --help');
}

describe('docs/commands.md', () => {
  test('has a chapter for each command, in the order of --help', () => {
    expect(commands.length).toBeGreaterThan(4);
    const chapters = [...page.matchAll(/^## ([a-z]+)$/gmu)].map(([, name]) => name);
    expect(chapters).toEqual(commands);
    expect([...(codeBlocksOf(page)[0]?.code ?? '').matchAll(/^dossier ([a-z]+)/gmu)].map(([, name]) => name)).toEqual(commands);
  });

  test.each(commands)('lists the options of %s, their defaults and choices', (command) => {
    const text = help(command);
    const rows = tableRows(sectionOf(page, `## ${command}`), 'option');
    expect(rows.map(([names = '']) => codeSpansOf(names).join(', '))).toEqual(optionsOf(text));
    const [, options = ''] = text.replace(/\s+/gu, ' ').split(' Options: ');
    const defaults = [...options.matchAll(/\bdefault: "?([^")]+)"?\)/gu)].map(([, value = '']) => value);
    const said = rows.map(([, meaning = '']) => meaning).join(' ');
    for (const value of defaults) expect(said).toMatch(new RegExp(`Default: \`?${value}`, 'u'));
  });

  test('gives the exit codes', () => {
    const codes = tableRows(page, 'code').map(([code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT));
  });
});

describe('commands that documents name', () => {
  /** A command as typed (`dossier build`), in code, outside of what is announced as planned. */
  const named = documents
    .filter(({ file }) => file !== 'docs/diagnostics.md')
    .flatMap(({ file, text }) => {
      const now = text.replace(/^### Planned\n.*?(?=^##)/gmsu, '');
      const codes = [...codeBlocksOf(now).map(({ code }) => code), ...codeSpansOf(withoutCodeBlocks(now))];
      return codes.flatMap((code) => [...code.matchAll(/\bdossier ([a-z]+)/gu)].map(([, name = '']) => ({ file, name })));
    });

  test('exist', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => !commands.includes(name))).toEqual([]);
  });

  test('are used with options they have', () => {
    const calls = documents.flatMap(({ text }) =>
      codeBlocksOf(text).flatMap(({ code }) =>
        [...code.matchAll(/\bdossier ([a-z]+)(.*)$/gmu)].map(([, name = '', rest = '']) => ({ name, rest })),
      ),
    );
    for (const { name, rest } of calls) {
      const known = optionsOf(help(name)).flatMap((option) => option.split(', '));
      for (const [option] of rest.matchAll(/(?<=\s)--?[a-z][a-z-]*/gu))
        expect([name, known]).toEqual([name, expect.arrayContaining([option])]);
    }
  });

  test('of npm are scripts of the package', () => {
    const { scripts } = JSON.parse(readText('package.json'));
    const run = documents.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:-]+)/gu)].map(([, name = '']) => name));
    expect(run.length).toBeGreaterThan(5);
    expect(run.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
