import { rectifyConfusion } from 'unicode-confusables';

/**
 * What a name looks like: letters that are drawn alike count as one (Cyrillic `а` as Latin `a`), signs without width as nothing, and case,
 * accents and punctuation do not count. Two names that look alike and are not the same must not pass for each other. Empty for a name of signs alone.
 */
export function looksOf(name: string): string {
  return fold(rectifyConfusion(fold(name)));
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
