import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { type Config, defaultConfig } from './config.ts';
import { shapeOf, valueSchemaOf } from './known-keys.ts';
import { problemsFromIssues } from './problems.ts';
import { configSchema } from './schema.ts';

/** Name of the config file in the vault's root. */
export const CONFIG_NAME = 'dossier.yaml';

/** The config file is there but wrong. Nothing is built with a config that is half understood. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** One line a finding, `dossier.yaml:LINE  **key**: expected x, received y.`, sorted by line. */
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** The settings of a vault and where they come from; `file` is null when there is no config file. */
export interface ReadConfig {
  readonly config: Config;
  readonly file: string | null;
}

/** Reads `dossier.yaml` of a vault folder, if there is one. Throws a ConfigError that lists everything wrong with it. */
export function readConfig(vaultDir: string): ReadConfig {
  const file = join(vaultDir, CONFIG_NAME);
  const text = readText(file);
  if (text !== null) return { config: parseConfig(text), file };
  if (readText(join(vaultDir, 'dossier.yml')) !== null) throw new ConfigError([`dossier.yml: the file must be named ${CONFIG_NAME}.`]);
  return { config: defaultConfig, file: null };
}

/** The settings that a config text gives. Throws a ConfigError that lists everything wrong with it; `file` is the name shown in it. */
export function parseConfig(text: string, file: string = CONFIG_NAME): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'core', lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map(({ message, pos }) => `${file}:${lines.linePos(pos[0]).line}  can not be read: ${message}.`));
  }
  const result = configSchema.safeParse(withoutEmptyKeys(document.toJS({ maxAliasCount: 100 }) ?? {}, configSchema));
  if (result.success) return result.data;
  throw new ConfigError(problemsFromIssues(result.error.issues, { document, lines, file }));
}

/** A known key with nothing behind it (`ignore:` with every entry commented out) means its default. */
function withoutEmptyKeys(value: unknown, schema: Parameters<typeof shapeOf>[0]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const shape = shapeOf(schema);
  const values = valueSchemaOf(schema);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => {
      const inner = (shape !== null && Object.hasOwn(shape, key) ? shape[key] : undefined) ?? values;
      if (inner === null || inner === undefined) return [[key, entry]];
      return entry === null ? [] : [[key, withoutEmptyKeys(entry, inner)]];
    }),
  );
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/u, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new ConfigError([`${file}: can not be read (${code}).`]);
  }
}
