/** Key of an account: NFC, white space folded, case-folded. The text is already a name, not a path. */
export function accountKey(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Key by which a tag `account/x` finds its account: letters and digits, everything else one `-`. */
export function accountTagKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
