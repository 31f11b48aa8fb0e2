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
  if (widthOf(plain) <= widest) return [plain];
  const letters = [...plain];
  let at = letters.length;
  while (at > 1 && widthOf(letters.slice(0, at).join('')) > widest) at -= 1;
  const space = letters.slice(0, at + 1).lastIndexOf(' ');
  const end = space > 0 ? space : at;
  return [letters.slice(0, end).join('').trim(), cut(letters.slice(end).join('').trim(), widest)];
}

function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(letters.join('')) > width - 10) letters.pop();
  return `${letters.join('').trim()}…`;
}

/** About how wide a text is at 11.5 px; capitals are wider, letters of East Asian scripts are square. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 11.5 : letter >= 'A' && letter <= 'Z' ? 8 : 5.9), 0);
}
