import type { Config } from '../config/config.ts';
import { CONFIG_NAME } from '../config/read-config.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Href } from '../graph/graph.ts';
import { shortHash } from '../graph/slug.ts';
import type { PlannedFile } from './action-files.ts';
import { contrast, hexFromOklch, type Oklch, oklchFromHex } from './colour.ts';

/** The surface of the pages on which text of the accent's colour is hardest to read (`--chip` of the theme), light and dark. */
export const HARDEST = {
  light: hexFromOklch({ lightness: 0.928, chroma: 0.005, hue: 78 }),
  dark: hexFromOklch({ lightness: 0.298, chroma: 0.013, hue: 240 }),
} as const;
/** Contrast that WCAG AA asks of text. */
const LEGIBLE = 4.5;
const STEP = 0.004;
/** Chroma of the theme's own accent, for which its washes and heat are mixed. */
const OWN_CHROMA = 0.09;

/** A site's own accent: a style sheet of tokens, and what is to be said of the colour. */
export interface Accent {
  readonly file: PlannedFile;
  readonly light: string;
  readonly dark: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The accent that config asks for; null without one. Light pages have the colour as written where text in it is legible there, else the nearest
 * darker one of the same hue, and that is a finding; dark pages the same or a lighter one, as every theme of two grounds must.
 */
export function accentFrom({ theme: { accent } }: Pick<Config, 'theme'>): Accent | null {
  if (accent === null) return null;
  const written = oklchFromHex(accent);
  const light = legible(accent, written, HARDEST.light, -STEP);
  const dark = legible(accent, written, HARDEST.dark, STEP);
  const text = tokensFrom(light, dark, written);
  const path = `assets/accent-${shortHash(text, 8)}.css` as Href;
  const message = `${accent} is too light for text on light pages: ${light} is used there.`;
  return {
    file: { path, parts: () => [text] },
    light,
    dark,
    diagnostics: light === accent.toLowerCase() || contrast(accent, HARDEST.light) >= LEGIBLE ? [] : [finding(message)],
  };
}

function finding(message: string): Diagnostic {
  return diagnostic('accent-adapted', { path: CONFIG_NAME as Diagnostic['path'], line: null, message });
}

function legible(accent: string, colour: Oklch, ground: string, step: number): string {
  let hex = accent.toLowerCase();
  for (let { lightness } = colour; contrast(hex, ground) < LEGIBLE && lightness > 0 && lightness < 1; ) {
    lightness += step;
    hex = hexFromOklch({ ...colour, lightness });
  }
  return hex;
}

/** Tokens of the theme that are mixed from the accent. */
function tokensFrom(light: string, dark: string, { chroma, hue }: Oklch): string {
  const part = Math.min(chroma / OWN_CHROMA, 1);
  const mixed = (lightness: number, own: number): string => hexFromOklch({ lightness, chroma: own * part, hue });
  const pairs: readonly (readonly [name: string, light: string, dark: string])[] = [
    ['accent', light, dark],
    ['accent-wash', mixed(0.945, 0.022), mixed(0.292, 0.036)],
    ['heat-1', mixed(0.83, 0.045), mixed(0.4, 0.05)],
    ['heat-2', mixed(0.66, 0.08), mixed(0.56, 0.072)],
    ['heat-3', light, dark],
  ];
  return `@layer tokens{:root{${pairs.map(([name, one, other]) => `--${name}:light-dark(${one},${other})`).join(';')}}}\n`;
}
