/** Where a node's label stands: how the text hangs on `at`, in a box 264 wide. */
export interface MapLabel {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly at: number;
}

const width = 264;
const middle = width / 2;
const reach = 12;
/** Widest line of a label: two of them fit side by side. */
const widest = 124;

/** Labels run away from the middle, so that those of close nodes do not meet, and stay inside the box. */
export function placeLabel({ x, lines }: { readonly x: number; readonly lines: readonly string[] }): MapLabel {
  const wide = Math.max(...lines.map(widthOf));
  if (Math.abs(x - middle) < reach) return { anchor: 'middle', at: x };
  if (x < middle) return x + reach - wide < 0 ? { anchor: 'start', at: 0 } : { anchor: 'end', at: x + reach };
  return x - reach + wide > width ? { anchor: 'end', at: width } : { anchor: 'start', at: x - reach };
}

/** A title in at most two lines (one for the page itself), without a date before it, cut where it is longer. */
export function labelLines(title: string, self: boolean): readonly string[] {
  const plain = title.replace(/^\d{4}-\d{2}-\d{2}\s*[-–—]?\s*/u, '') || title;
  if (self) return [cut(plain, widest * 1.2)];
  const fits = lengthWithin(plain, widest);
  if (fits === plain.length) return [plain];
  const space = plain.lastIndexOf(' ', fits);
  const end = space > 0 ? space : fits;
  return [plain.slice(0, end).trim(), cut(plain.slice(end).trim(), widest)];
}

function cut(text: string, width: number): string {
  if (lengthWithin(text, width) === text.length) return text;
  return `${text.slice(0, lengthWithin(text, width - 10)).trim()}…`;
}

/** How much of a text is no wider than `width`, in UTF-16 units, whole letters and at least one. */
function lengthWithin(text: string, width: number): number {
  let wide = 0;
  let at = 0;
  for (const letter of text) {
    wide += widthOfLetter(letter);
    if (wide > width && at > 0) return at;
    at += letter.length;
  }
  return at;
}

/** About how wide a text is at 11.5 px. */
function widthOf(text: string): number {
  let wide = 0;
  for (const letter of text) wide += widthOfLetter(letter);
  return wide;
}

/** Capitals are wider, letters of East Asian scripts are square, marks stand over other letters. */
function widthOfLetter(letter: string): number {
  if (letter >= '\u0300' && letter < '\u2e80') return /\p{M}/u.test(letter) ? 0 : 7.2;
  return letter > '\u2e80' ? 11.5 : letter >= 'A' && letter <= 'Z' ? 8 : 5.9;
}
