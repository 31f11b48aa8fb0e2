/** A colour in parts, each 0 to 255. */
interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** Hues by where they begin on the wheel, in degrees. */
const HUES: readonly (readonly [from: number, name: string])[] = [
  [15, 'red'],
  [45, 'orange'],
  [70, 'yellow'],
  [165, 'green'],
  [200, 'cyan'],
  [255, 'blue'],
  [290, 'violet'],
  [340, 'pink'],
  [361, 'red'],
];

/**
 * The class for a text colour of a formula: its hue in a shade that can be read on light and on dark pages, which no one colour can. Null
 * for black and white, which mean the colour of the text, and for colours that are not `#rgb` or `#rrggbb`.
 */
export function hueClass(colour: string): string | null {
  const rgb = rgbFrom(colour);
  if (rgb === null) return null;
  const { red, green, blue } = rgb;
  const max = Math.max(red, green, blue);
  const spread = max - Math.min(red, green, blue);
  if (spread < 32) return max < 40 || max > 230 ? null : 'm-grey';
  const sixth = max === red ? (green - blue) / spread : max === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  const degrees = (sixth * 60 + 360) % 360;
  return `m-${HUES.find(([from]) => degrees < from)?.[1] ?? 'red'}`;
}

/** Whether light text is easier to read on a colour; false for one that is no `#rgb` or `#rrggbb`. */
export function isDark(colour: string): boolean {
  const rgb = rgbFrom(colour);
  return rgb !== null && rgb.red * 0.299 + rgb.green * 0.587 + rgb.blue * 0.114 < 128;
}

function rgbFrom(colour: string): Rgb | null {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/iu.exec(colour)?.[1];
  if (hex === undefined) return null;
  const full = hex.length === 3 ? hex.replace(/./gu, '$&$&') : hex;
  const part = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16);
  return { red: part(0), green: part(2), blue: part(4) };
}
