import type { NoteFile } from '../vault/vault.ts';
import type { BodyField } from './body-fields.ts';
import { accountFolder } from './kind.ts';
import type { AccountClaim, IsoDate } from './note.ts';
import { nameFromText, propertyKey, propertyValue, textsFromValue } from './properties.ts';

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
  const stated = key === undefined ? [] : textsFromValue(propertyValue(file.properties, key));
  const folder = date === null ? null : accountFolder(file.path);
  const claims: AccountClaim[] = [
    ...stated.map((text) => ({ via: 'frontmatter' as const, text: nameFromText(text), line })),
    ...tags
      .filter((tag) => /^account\/[^/]+/iu.test(tag))
      .map((tag) => ({ via: 'tag' as const, text: tag.split('/')[1] ?? '', line: null })),
    ...fields
      .filter((field) => field.label === 'account' || field.label === 'accounts' || field.label === 'customer')
      .flatMap((field) => namesFromField(field).map((text) => ({ via: 'body' as const, text, line: field.line }))),
    ...(folder === null ? [] : [{ via: 'folder' as const, text: folder.normalize('NFC'), line: null }]),
  ];
  return claims.filter((claim) => claim.text !== '');
}

/**
 * Names of a head line: each link is one name (its target's last segment); plain text is split at commas, semicolons and ` and ` is kept,
 * for company names hold it.
 */
export function namesFromField(field: BodyField): readonly string[] {
  const names: string[] = [];
  let text = '';
  for (const part of field.value) {
    if (part.kind === 'link') names.push(nameFromText(part.ref.path === '' ? part.ref.display : (part.ref.path.split('/').at(-1) ?? '')));
    else if (part.kind === 'text') text += part.value;
    else if (part.kind === 'strong' || part.kind === 'emphasis' || part.kind === 'highlight')
      text += part.children.map((child) => (child.kind === 'text' ? child.value : '')).join('');
  }
  return [...names, ...namesFromList(text)];
}

/** `Ann Lee, Bo (remote); Cy` → names without remarks in parentheses. */
export function namesFromList(text: string): readonly string[] {
  return text
    .split(/[,;\n]/u)
    .map((name) =>
      name
        .replace(/\([^)]*\)/gu, ' ')
        .replace(/^[\s@*·–-]+|[\s.]+$/gu, '')
        .replace(/\s+/gu, ' ')
        .normalize('NFC')
        .trim(),
    )
    .filter((name) => /\p{L}/u.test(name));
}
