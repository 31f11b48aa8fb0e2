/** Where a node's label stands: how the text hangs on `at`, in a box 264 wide. */
export interface MapLabel {
  readonly anchor: 'start' | 'middle' | 'end';
  readonly at: number;
}

const width = 264;
const middle = width / 2;
const reach = 12;

/** Labels run away from the middle, so that those of close nodes do not meet, and stay inside the box. */
export function placeLabel({ x, text }: { readonly x: number; readonly text: string }): MapLabel {
  const wide = widthOf(text);
  if (Math.abs(x - middle) < reach) return { anchor: 'middle', at: x };
  if (x < middle) return x + reach - wide < 0 ? { anchor: 'start', at: 0 } : { anchor: 'end', at: x + reach };
  return x - reach + wide > width ? { anchor: 'end', at: width } : { anchor: 'start', at: x - reach };
}

/** About how wide a text is at 11.5 px; letters of East Asian scripts are square. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 11.5 : 5.9), 0);
}
