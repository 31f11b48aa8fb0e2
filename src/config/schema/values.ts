import * as z from 'zod';

// In the checks below the message says what was expected: it completes the sentence "expected …".

/** Text that is not blank, white space around it taken off, NFC. */
export const text = z
  .string()
  .transform((value) => value.normalize('NFC').trim())
  .refine((value) => value !== '', 'text');

/** A list of texts; one text alone counts as a list of one. */
export const textList = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(text));

/** `YYYY-MM-DD`, a day that exists. */
export const isoDate = z.string().refine(isDay, 'a date written YYYY-MM-DD');

/** A mapping with keys of the user's choice. The result has no prototype, so that no key is there by accident. */
export function mappingOf<Value extends z.ZodType>(value: Value, keyFrom: (key: string) => string = (key) => key.normalize('NFC').trim()) {
  return z.record(z.string(), value).transform((entries) => {
    const mapping: Record<string, z.output<Value>> = Object.create(null);
    for (const [key, entry] of Object.entries(entries)) mapping[keyFrom(key)] = entry as z.output<Value>;
    return mapping;
  });
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
