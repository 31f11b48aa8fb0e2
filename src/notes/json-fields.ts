/** The fields of a JSON object. A map, so that no field can be taken for one that every object has. */
export type JsonFields = ReadonlyMap<string, unknown>;

export function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: object): JsonFields {
  return new Map(Object.entries(value));
}

/** A text, made well-formed; '' when the field is missing or no text. */
export function textField(fields: JsonFields, key: string): string {
  const value = fields.get(key);
  return typeof value === 'string' ? value.toWellFormed() : '';
}
