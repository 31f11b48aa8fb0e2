import type * as z from 'zod';

type Schema = z.core.$ZodType;

/** A schema without what is wrapped around it: defaults, null, conversions. */
function innerSchema(schema: Schema): Schema {
  const { def } = (schema as z.ZodType)._zod as unknown as { def: { type: string; innerType?: Schema; in?: Schema; out?: Schema } };
  if (def.innerType !== undefined) return innerSchema(def.innerType);
  if (def.type !== 'pipe' || def.in === undefined || def.out === undefined) return schema;
  const input = def.in._zod.def.type === 'transform' ? def.out : def.in;
  return innerSchema(input);
}

/** The schema of each known key of a mapping; null when the schema is no mapping with known keys. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | null {
  const { def } = innerSchema(schema)._zod as unknown as { def: { type: string; shape?: Record<string, Schema> } };
  return def.type === 'object' ? (def.shape ?? {}) : null;
}

/** The schema of the values of a mapping with free keys; null when it is none. */
export function valueSchemaOf(schema: Schema): Schema | null {
  const { def } = innerSchema(schema)._zod as unknown as { def: { type: string; valueType?: Schema } };
  return def.type === 'record' ? (def.valueType ?? null) : null;
}

/** The known keys below a place in the config, as written: `[]` for the top level, `['briefs', 'x']` for a brief. */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  let current: Schema | null = schema;
  for (const segment of path) {
    if (current === null) return [];
    current = shapeOf(current)?.[String(segment)] ?? valueSchemaOf(current);
  }
  return current === null ? [] : Object.keys(shapeOf(current) ?? {});
}

/** Every known key with its full name, `site.url` and so on; `<name>` stands for keys of the user's choice. */
export function knownKeys(schema: Schema, prefix = ''): readonly string[] {
  const values = valueSchemaOf(schema);
  if (values !== null) return knownKeys(values, `${prefix}<name>.`);
  return Object.entries(shapeOf(schema) ?? {}).flatMap(([key, value]) => [`${prefix}${key}`, ...knownKeys(value, `${prefix}${key}.`)]);
}
