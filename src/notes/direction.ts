/** Which way a text runs. */
export type Direction = 'ltr' | 'rtl';

// Hebrew, Arabic, Syriac, Thaana, N'Ko and their extensions, presentation forms and the right-to-left scripts beyond the BMP; and the right-to-left mark.
const RIGHT_TO_LEFT =
  /[\u05be-\u0604\u0608\u060b\u060d-\u064a\u066d-\u066f\u0671-\u06ef\u06fa-\u08e1\u200f\ufb1d-\ufdfd\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;
const LETTER = /[\p{L}\u200e\u200f]/u;
const LETTERS = /\p{L}/gu;

/** Whether anything in the text runs from right to left. Costs next to nothing for text that is all Latin. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** The direction of the first letter or direction mark, as `dir="auto"` takes it (HTML's rule); null for a text without any. */
export function firstDirection(text: string): Direction | null {
  const letter = LETTER.exec(text)?.[0];
  return letter === undefined ? null : RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

/** How many letters of a text run which way. */
export function countDirections(text: string): { readonly ltr: number; readonly rtl: number } {
  const letters = text.match(LETTERS) ?? [];
  const rtl = hasRightToLeft(text) ? letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length : 0;
  return { ltr: letters.length - rtl, rtl };
}

/** Terms and names in Latin letters stand in every technical note: this share of right-to-left letters makes a text one. */
const MAINLY = 0.4;

/** Whether a text of so many letters runs mainly from right to left. */
export function isMainlyRightToLeft({ ltr, rtl }: { readonly ltr: number; readonly rtl: number }): boolean {
  return rtl > 0 && rtl >= (ltr + rtl) * MAINLY;
}
