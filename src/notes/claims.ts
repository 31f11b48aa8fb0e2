import type { NoteFile } from '../vault/vault.ts';
import type { BodyField } from './body-fields.ts';
import { accountFolder } from './kind.ts';
import { accountsFromField, accountsFromText, withoutRemarks } from './name-lists.ts';
import type { AccountClaim, IsoDate } from './note.ts';
import { propertyKey, propertyValue, textsFromValue } from './properties.ts';

/**
 * What a note says of its account, strongest first: frontmatter `account`, a tag `account/x`, an `**Account**:` line, the folder
 * `Customers/<name>/` (dated notes only: the weakest evidence).
 */
export function claimsFrom(
  file: NoteFile,
  tags: readonly string[],
  fields: readonly BodyField[],
  date: IsoDate | null,
): readonly AccountClaim[] {
  const key = propertyKey(file.properties, 'account') ?? propertyKey(file.properties, 'accounts');
  const line = key === undefined ? null : (file.propertyLines[key] ?? null);
  const stated = key === undefined ? [] : textsFromValue(propertyValue(file.properties, key)).flatMap(accountsFromText);
  // A line under the title says `Acme` of `Acme (EMEA)` when that is what the frontmatter says.
  const asStated = (name: string): string => stated.find((other) => withoutRemarks(other).trim() === name) ?? name;
  const folder = date === null ? null : accountFolder(file.path);
  const claims: AccountClaim[] = [
    ...stated.map((text) => ({ via: 'frontmatter' as const, text, line })),
    ...tags
      .filter((tag) => /^account\/[^/]+/iu.test(tag))
      .map((tag) => ({ via: 'tag' as const, text: tag.split('/')[1] ?? '', line: null })),
    ...fields
      .filter((field) => field.label === 'account' || field.label === 'accounts' || field.label === 'customer')
      .flatMap((field) => accountsFromField(field).map((text) => ({ via: 'body' as const, text: asStated(text), line: field.line }))),
    ...(folder === null ? [] : [{ via: 'folder' as const, text: folder.normalize('NFC'), line: null }]),
  ];
  return claims.filter((claim) => claim.text !== '');
}
