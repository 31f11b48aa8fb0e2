import type { z } from 'zod';
import { parseConfig } from '../../src/config/read-config.ts';
import { buildSite } from '../../src/site.ts';
import { modelFrom } from '../../src/views/model.ts';
import { memoryVault } from './memory-vault.ts';
import { modelSchema } from './model-schema.ts';

/** The document of `dossier inspect`, checked against its documented shape. */
export type Inspected = z.output<typeof modelSchema>;
export type InspectedNote = Inspected['notes'][number];

/** The document over a vault of texts by path, as the command prints it: gone through JSON and back. */
export function inspectFiles(files: Readonly<Record<string, string>>, config = ''): Inspected {
  return modelSchema.parse(JSON.parse(JSON.stringify(modelFrom(buildSite(memoryVault(files), parseConfig(config))))));
}
