import type * as z from 'zod';
import { configSchema } from './schema.ts';

type DeepReadonly<Value> = Value extends object ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> } : Value;

/** Settings of one vault: `dossier.yaml`, with every default filled in. What each key means is written above it in `schema/`. */
export type Config = DeepReadonly<z.output<typeof configSchema>>;

/** The settings of a vault without a config file. */
export const defaultConfig: Config = configSchema.parse({});
