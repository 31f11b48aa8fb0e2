import { glyphNumbers } from './icons.ts';

/** What only some pages have, and what those load for it (`page-extras.ts`). */
export const FEATURES = [
  'formula',
  'code',
  'diagram',
  /** A block that names a language or a direction of its own. */
  'language',
  /** A layout that a note asks for. */
  'layout',
  /** Components of an MDX page, or its text. */
  'mdx',
  /** A drawn canvas, the page of a base, a list of either. */
  'canvas',
  /** The timeline of an account with its filter, or the tables of people. */
  'record',
  /** Findings, or what to do about a name without a note. */
  'findings',
  /** When someone was met, told by a script against today. */
  'contacts',
  /** The log of decisions. */
  'log',
  /** The first page. */
  'home',
  /** The first page of a brief. */
  'cover',
  /** The page of all actions, or the index of accounts. */
  'lists',
  'timeline',
] as const;
export type Feature = (typeof FEATURES)[number];

const FEATURE_BITS = Object.fromEntries(FEATURES.map((feature, number) => [feature, 1 << number])) as Readonly<Record<Feature, number>>;
const DUE = 1 << FEATURES.length;
/** Glyphs whose bits are in one number. */
const BITS = 31;

/**
 * What a piece of a page uses of what only some pages need, told by its text: embedded notes and every template count alike. Kept in bits, since
 * a page is put together from thousands of pieces.
 */
export class Marks {
  private uses = 0;
  private glyphs = 0;
  private moreGlyphs = 0;

  /** These and those of another piece; the same object where these hold the others. */
  with(other: Marks): Marks {
    const uses = this.uses | other.uses;
    const glyphs = this.glyphs | other.glyphs;
    const moreGlyphs = this.moreGlyphs | other.moreGlyphs;
    if (uses === this.uses && glyphs === this.glyphs && moreGlyphs === this.moreGlyphs) return this;
    const both = new Marks();
    both.uses = uses;
    both.glyphs = glyphs;
    both.moreGlyphs = moreGlyphs;
    return both;
  }

  has(feature: Feature): boolean {
    return (this.uses & FEATURE_BITS[feature]) !== 0;
  }

  /** A due date that a script may mark as late or soon. */
  get due(): boolean {
    return (this.uses & DUE) !== 0;
  }

  /** Whether it refers to a glyph (`href="#i-…"`). */
  refersTo(glyph: string): boolean {
    const number = glyphNumbers.get(glyph);
    if (number === undefined) return false;
    return ((number < BITS ? this.glyphs >> number : this.moreGlyphs >> (number - BITS)) & 1) === 1;
  }

  /** Only while they are read. */
  use(bits: number): this {
    this.uses |= bits;
    return this;
  }

  /** Only while they are read. Names of no glyph are passed over. */
  refer(glyph: string): this {
    const number = glyphNumbers.get(glyph);
    if (number !== undefined && number < BITS) this.glyphs |= 1 << number;
    else if (number !== undefined) this.moreGlyphs |= 1 << (number - BITS);
    return this;
  }
}

/** Marks of an attribute with a value that is not empty, as a template writes it; null without any. */
export function marksOfAttribute(name: string, value: string): Marks | null {
  switch (name) {
    case 'class': {
      const feature = featureOf(value);
      return feature === undefined ? null : new Marks().use(FEATURE_BITS[feature]);
    }
    case 'dir':
    case 'lang':
      return new Marks().use(FEATURE_BITS.language);
    case 'data-due':
      return new Marks().use(DUE);
    case 'data-met':
      return new Marks().use(FEATURE_BITS.contacts);
    default:
      return value.startsWith(GLYPH) ? new Marks().refer(value.slice(GLYPH.length)) : null;
  }
}

/**
 * Marks of finished HTML, null without any: read from attribute to attribute, since most of it holds none. Text of notes can not look like a mark,
 * for it is escaped.
 */
export function marksOf(html: string): Marks | null {
  let marks: Marks | null = null;
  const use = (bits: number): void => {
    marks ??= new Marks();
    marks.use(bits);
  };
  for (let at = html.indexOf('="'); at !== -1; at = html.indexOf('="', at + 2)) {
    if (html.charCodeAt(at + 2) === HASH) {
      if (!html.startsWith(GLYPH, at + 2)) continue;
      marks ??= new Marks();
      marks.refer(html.slice(at + 2 + GLYPH.length, html.indexOf('"', at + 2)));
      continue;
    }
    // Most attributes are told apart by the last letter of their name.
    switch (html.charCodeAt(at - 1)) {
      case LAST_OF_CLASS: {
        if (!html.startsWith(' clas', at - 6)) break;
        const feature = featureOf(html.slice(at + 2, html.indexOf('"', at + 2)));
        if (feature !== undefined) use(FEATURE_BITS[feature]);
        break;
      }
      case LAST_OF_DUE:
        if (html.startsWith(' data-du', at - 9)) use(DUE);
        break;
      case LAST_OF_DIR:
        if (html.startsWith(' di', at - 4)) use(FEATURE_BITS.language);
        break;
      case LAST_OF_LANG:
        if (html.startsWith(' lan', at - 5)) use(FEATURE_BITS.language);
        break;
      case LAST_OF_MET:
        if (html.startsWith(' data-met', at - 9)) use(FEATURE_BITS.contacts);
        break;
      default:
    }
  }
  if (html.includes('<math')) use(FEATURE_BITS.formula);
  return marks;
}

/** Features by the whole value of a class attribute, as the templates write it. */
const BY_CLASS: ReadonlyMap<string, Feature> = new Map<string, Feature>([
  ['code', 'code'],
  ['mermaid', 'diagram'],
  ['canvas', 'canvas'],
  ['page base-page', 'canvas'],
  ['sift', 'record'],
  ['year', 'record'],
  ['names', 'record'],
  ['table board-grid', 'record'],
  ['table lists met-table', 'record'],
  ['page health', 'findings'],
  ['page absent', 'findings'],
  ['page log', 'log'],
  ['page home', 'home'],
  ['sheet', 'cover'],
  ['page board', 'lists'],
  ['page accounts', 'lists'],
  ['page timeline', 'timeline'],
]);

const GLYPH = '#i-';
const HASH = '#'.charCodeAt(0);
const LAST_OF_CLASS = 's'.charCodeAt(0);
const LAST_OF_DUE = 'e'.charCodeAt(0);
const LAST_OF_DIR = 'r'.charCodeAt(0);
const LAST_OF_MET = 't'.charCodeAt(0);
const LAST_OF_LANG = 'g'.charCodeAt(0);

function featureOf(value: string): Feature | undefined {
  const feature = BY_CLASS.get(value);
  if (feature !== undefined) return feature;
  // Most classes are one word.
  if (!value.includes(' ')) return value.startsWith('asked') ? 'mdx' : undefined;
  if (value.startsWith('asked') || value.endsWith(' mdx-text')) return 'mdx';
  return value.includes(' prose note-') ? 'layout' : value.endsWith(' documents') ? 'canvas' : undefined;
}
