import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { defaultConfig } from '../../src/config/config.ts';
import { knownKeys } from '../../src/config/known-keys.ts';
import { parseConfig } from '../../src/config/read-config.ts';
import { configSchema } from '../../src/config/schema.ts';
import { codeBlocksOf, codeSpansOf, readDocuments, readText, tableRows } from './documents.ts';

const page = readText('docs/configuration.md');
const rows = tableRows(page, 'key').map(([key = '', , standard = '']) => ({ key: codeSpansOf(key)[0] ?? '', standard }));
const examples = readDocuments().flatMap(({ file, text }) =>
  codeBlocksOf(text)
    .filter(({ lang }) => lang === 'yaml')
    .map(({ code }) => [file, code] as const),
);

/** Keys that take a value, as the page names them: no mapping that only holds other keys, and codes of findings as one. */
function settings(): readonly string[] {
  const keys = knownKeys(configSchema).map((key) => key.replace(/^(check\.severity)\..+/u, '$1.<code>'));
  return [...new Set(keys.filter((key) => !keys.some((other) => other.startsWith(`${key}.`))))];
}

function defaultOf(key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], defaultConfig);
}

describe('docs/configuration.md', () => {
  test('names every key of the schema once, and no other', () => {
    const documented = rows.map(({ key }) => key).sort();
    expect(documented.length).toBeGreaterThan(30);
    expect(documented).toEqual([...settings()].sort());
  });

  test.each(rows.filter(({ key }) => !key.includes('<')))('the default of $key is $standard', ({ key, standard }) => {
    const written = codeSpansOf(standard)[0];
    expect(defaultOf(key)).toEqual(written === undefined ? null : parse(written));
    if (written === undefined) expect(standard).toBe('none');
  });

  test('the defaults of a brief', () => {
    const [brief] = Object.values(parseConfig('briefs: {x: {}}').briefs);
    for (const { key, standard } of rows) {
      const name = /^briefs\.<name>\.(.+)$/u.exec(key)?.[1];
      if (name === undefined) continue;
      const written = codeSpansOf(standard)[0];
      expect([name, (brief as Record<string, unknown>)[name]]).toEqual([name, written === undefined ? null : parse(written)]);
    }
  });
});

describe('examples of configs', () => {
  test('there are some, and together they use every key', () => {
    const used = new Set(examples.flatMap(([, code]) => keysUsed(parse(code))));
    expect(settings().filter((key) => !used.has(key) && !key.startsWith('sections.') && !key.startsWith('publish.'))).toEqual([]);
  });

  test.each(examples)('%s: %s', (_, code) => {
    expect(parseConfig(code)).not.toEqual(defaultConfig);
  });
});

/** Names of the keys in an example, with free keys as the page writes them. */
function keysUsed(value: unknown, prefix = ''): readonly string[] {
  const known = settings();
  if (typeof value !== 'object' || value === null || known.includes(prefix)) return [prefix];
  return Object.entries(value).flatMap(([key, entry]) => {
    const free = ['briefs', 'check.severity'].includes(prefix) ? (prefix === 'briefs' ? '<name>' : '<code>') : key;
    return keysUsed(entry, prefix === '' ? free : `${prefix}.${free}`);
  });
}
