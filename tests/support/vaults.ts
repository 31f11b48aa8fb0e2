import { existsSync } from 'node:fs';
import path from 'node:path';
import { contentDir } from './cli.ts';
import { sharedDir } from './shared.ts';

const SHARED = ['seeds', 'obsidian-help-en', 'obsidian-help-zh', 'tasks-demo', 'kepano-obsidian'];

/** Vaults that site tests build: the sample, and those of the shared test data that are there. */
export const siteVaults: readonly (readonly [name: string, dir: string])[] = [
  ['content', contentDir] as const,
  ...SHARED.map((name) => [name, path.join(sharedDir() ?? '', 'vaults', name)] as const).filter(([, dir]) => existsSync(dir)),
];
