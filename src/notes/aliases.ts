import type { Properties } from '../vault/vault.ts';
import { propertyValue } from './properties.ts';

/** Aliases as Obsidian reads them: key in any case, a list or one text (no split at commas), trimmed, entries that are no text dropped. */
export function aliasesFrom(properties: Properties | null): readonly string[] {
  const value = propertyValue(properties, 'aliases') ?? propertyValue(properties, 'alias');
  const entries = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry) => (typeof entry === 'string' && entry.trim() !== '' ? [entry.trim().normalize('NFC')] : []));
}
