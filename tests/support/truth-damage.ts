import type { Dice } from './truth-world.ts';

/** Emoji of task fields that lose a byte and are known by their place. */
const LOSSY_SIGNS = /[⏫⏬⏳🔁❌➕]/gu;
const UNDEFINED = /[\u0080-\u009f]/gu;

/** The text as it comes out of one of the ways files are handed on: line ends of Windows, a mark at the start, letters in two parts, or damage. */
export function blurred(dice: Dice, text: string): string {
  const way = dice.int(10);
  if (way === 0) return text.replaceAll('\n', '\r\n');
  if (way === 1) return `\ufeff${text}`;
  if (way === 2) return `\ufeff${text.replaceAll('\n', '\r\n')}`;
  if (way === 3) return text.normalize('NFD');
  if (way > 5) return text;
  return damaged(text.normalize('NFC'), dice.pick(['windows-1252', 'windows-1254']), dice.chance(0.6)) ?? text;
}

/**
 * UTF-8 read as another code page, undefined bytes dropped or kept. Null when that takes something away that nobody could put back, or when
 * nothing in the text would show it.
 */
export function damaged(text: string, codepage: string, drop: boolean): string | null {
  if (!/[’–—📅🔺]/u.test(text) || text.includes('\u00a0')) return null;
  const read = (part: string): string => new TextDecoder(codepage).decode(new TextEncoder().encode(part));
  if (drop && read(text.replace(LOSSY_SIGNS, '')).search(UNDEFINED) !== -1) return null;
  return drop ? read(text).replace(UNDEFINED, '') : read(text);
}
