/*
 * Temml writes part of a formula's look as style attributes, which the policy of the pages forbids. Each becomes a MathML attribute or a
 * class of `styles/components/math.css`. Lengths are rounded to the nearest class.
 */

/** What stands for one style declaration. */
export interface MathLook {
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
}

const NOTHING: MathLook = { attributes: {}, classes: [] };

/** Steps of padding and of negative margins, in hundredths of an em: `m-pl-40` is 0.4 em on the left. */
const STEPS: readonly number[] = [0, 6, 11, 14, 17, 22, 25, 30, 40, 50, 75, 100, 150, 200, 300, 400];

/** A colour as Temml gives it. */
const COLOUR = /^(?:#[\da-f]{3,8}|[a-z]{3,30})$/iu;

/** The look of a style declaration; null for one that is not known. */
export function lookOfStyle(property: string, value: string): MathLook | null {
  switch (property) {
    case 'color':
      return COLOUR.test(value) && value !== 'undefined' ? attribute('mathcolor', value) : NOTHING;
    case 'math-depth':
      return /^[0-3]$/u.test(value) ? attribute('scriptlevel', value) : null;
    case 'border':
      return frame(value);
    case 'border-top':
    case 'border-right':
    case 'border-bottom':
    case 'border-left':
      return line(property.slice(7, 8), value);
    case 'padding':
      return allPadding(value);
    case 'padding-top':
    case 'padding-right':
    case 'padding-bottom':
    case 'padding-left':
      return sidePadding(property.slice(8, 9), value);
    case 'margin-left': {
      const size = emOf(value);
      return size === null ? null : classes(`m-back-${step(-size)}`);
    }
    default:
      return FIXED[`${property}:${value}`] ?? null;
  }
}

/** Declarations with one value each. Those that give nothing are the browser's own doing for these elements, or fonts. */
const FIXED: Readonly<Record<string, MathLook>> = {
  'display:block math': NOTHING,
  'display:flex': classes('m-centre'),
  'justify-content:center': NOTHING,
  'position:absolute': classes('m-at-end'),
  'position:relative': classes('m-place'),
  'right:0': NOTHING,
  'bottom:0': NOTHING,
  'left:0.1em': NOTHING,
  'width:90%': classes('m-narrow'),
  'width:100%': classes('m-wide'),
  'width:50%': classes('m-half'),
  'width:7.5%': classes('m-edge'),
  'height:1em': classes('m-line'),
  'font-weight:bold': classes('m-bold'),
  'font-style:italic': classes('m-italic'),
  "font-family:Cambria, 'Times New Roman', serif": NOTHING,
  'transform:scaleX(-1)': classes('m-mirror'),
  'text-align:left': classes('tml-left'),
};

function frame(value: string): MathLook | null {
  const colour = /^[\d.]+(?:px|em) solid(?: (.+))?$/u.exec(value);
  if (colour === null) return null;
  const named = colour[1];
  return { attributes: named !== undefined && COLOUR.test(named) ? { mathcolor: named } : {}, classes: ['m-box'] };
}

function line(side: string, value: string): MathLook | null {
  const kind = /^[\d.]+em (solid|dashed|double)$/u.exec(value.trim())?.[1];
  return kind === undefined ? null : classes(`m-${side}-${kind}`);
}

function allPadding(value: string): MathLook | null {
  const parts = value.split(' ');
  const [top = '', right = top, bottom = top, left = right] = parts;
  const looks = Object.entries({ t: top, r: right, b: bottom, l: left }).map(([side, size]) => sidePadding(side, size));
  if (parts.length > 4 || looks.includes(null)) return null;
  return { attributes: {}, classes: looks.flatMap((look) => look?.classes ?? []) };
}

function sidePadding(side: string, value: string): MathLook | null {
  const size = emOf(value);
  return size === null ? null : classes(`m-p${side}-${step(size)}`);
}

/** The nearest step to a length in em. */
function step(size: number): number {
  let best = 0;
  for (const one of STEPS) if (Math.abs(one - size * 100) < Math.abs(best - size * 100)) best = one;
  return best;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, em: 1, ex: 0.431, pt: 0.1, px: 0.0625, mm: 0.2845, cm: 2.845, in: 7.227 };

function emOf(value: string): number | null {
  const parts = /^(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)([a-z]*)$/u.exec(value);
  const unit = UNITS[parts?.[2] ?? ''];
  return parts === null || unit === undefined ? null : Number(parts[1]) * unit;
}

function attribute(name: string, value: string): MathLook {
  return { attributes: { [name]: value }, classes: [] };
}

function classes(...names: readonly string[]): MathLook {
  return { attributes: {}, classes: names };
}
