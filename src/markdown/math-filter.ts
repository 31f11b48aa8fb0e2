import { Parser } from 'htmlparser2';
import { hueClass, isDark } from './math-colours.ts';
import { lookOfStyle } from './math-styles.ts';

/** MathML of a formula that may stand in a page; null when it is nested too deeply or too large to show. */
export interface FilteredMath {
  readonly html: string;
  /** Elements, attributes, classes and styles that were left out because nothing is known of them. For tests: the page is sound without them. */
  readonly unknown: readonly string[];
}

const ELEMENTS = new Set(
  (
    'menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup ' +
    'mtable mtd mtext mtr munder munderover none'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'accent accentunder columnalign columnspacing depth displaystyle fence form height largeop linethickness lspace mathbackground mathcolor ' +
    'mathsize mathvariant maxsize minsize movablelimits notation rowspacing rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
);

/** Attributes that only say how lines may be broken, which browsers do not ask for, or where a reference leads. */
const DROPPED = new Set(['id', 'linebreak', 'linebreakstyle', 'xmlns']);

/** Classes that Temml gives, all styled in `styles/components/math.css`, or hints that need no style. */
const CLASSES = new Set(
  (
    'actuarial chr-lrg chr-med chr-sml circle-pad downstrike ff-narrow ff-nudge-left ff-squash longdiv-arc longdiv-top mathcal mathscr menclose phasor-angle phasor-bottom ' +
    'sout special-fraction textcircle tml-cancel tml-cancelto tml-fbox tml-hat-1 tml-hat-2 tml-hat-3 tml-hat-4 tml-jot tml-label tml-left ' +
    'tml-lrg-pad tml-med-pad tml-overline tml-prime tml-right tml-shift-left tml-small tml-sml-pad tml-tag tml-tageqn tml-tilde-2 tml-tilde-3 ' +
    'tml-tilde-4 tml-underline tml-vec tml-xcancel upstrike wbk-acc wbk-lrg wbk-lrg-acc wbk-lrg-vec wbk-med wbk-med-acc wbk-med-vec wbk-sml ' +
    'wbk-sml-acc wbk-sml-vec wbk-vec'
  ).split(' '),
);

/** Browsers keep some five hundred levels of elements; a page needs part of them. */
const MAX_DEPTH = 200;
const MAX_LENGTH = 200_000;

/**
 * What Temml wrote inside `<math>`, as elements, attributes and classes from fixed lists, with its style attributes turned into them.
 * Null when it is too deep or too long. Whatever a formula makes Temml write, nothing else reaches the page.
 */
export function filterMath(markup: string): FilteredMath | null {
  if (markup.length > 2 * MAX_LENGTH) return null;
  const unknown: string[] = [];
  const open: { readonly end: string; readonly filled: boolean }[] = [];
  let html = '';
  let deep = false;
  const parser = new Parser(
    {
      onopentag: (name, given) => {
        const known = ELEMENTS.has(name);
        if (!known && name !== 'math') unknown.push(`<${name}>`);
        const { attributes, classes } = partsOf(known ? given : {}, unknown);
        const filled = (open.at(-1)?.filled ?? false) || (name !== 'mspace' && attributes['mathbackground'] !== undefined);
        open.push({ end: known ? `</${name}>` : '', filled });
        if (open.length > MAX_DEPTH) deep = true;
        if (!known) return;
        setColours(name, attributes, classes, filled);
        html += `<${name}${textOf(attributes, classes)}>`;
      },
      ontext: (text) => {
        html += escapeText(text);
      },
      onclosetag: () => {
        html += open.pop()?.end ?? '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(markup);
  return deep || html.length > MAX_LENGTH ? null : { html, unknown };
}

interface Parts {
  readonly attributes: Record<string, string>;
  readonly classes: Set<string>;
}

function partsOf(given: Readonly<Record<string, string>>, unknown: string[]): Parts {
  const attributes: Record<string, string> = {};
  const classes = new Set<string>();
  for (const [name, value] of Object.entries(given)) {
    if (name === 'class') {
      for (const one of value.split(' ')) {
        if (CLASSES.has(one)) classes.add(one);
        else if (one !== '') unknown.push(`.${one}`);
      }
    } else if (name === 'style') {
      for (const declaration of value.split(';')) takeStyle(declaration, attributes, classes, unknown);
    } else if (ATTRIBUTES.has(name) && /^[\w#.%+ -]*$/u.test(value)) attributes[name] = value;
    else if (!DROPPED.has(name)) unknown.push(`${name}="${value}"`);
  }
  return { attributes, classes };
}

/** Colours as shades for light and dark pages; on a background of the formula's own, which is the same on both, as they are. */
function setColours(name: string, attributes: Record<string, string>, classes: Set<string>, filled: boolean): void {
  const { mathbackground, mathcolor } = attributes;
  if (name === 'mspace' && mathbackground !== undefined) {
    delete attributes['mathbackground'];
    classes.add('m-rule');
  } else if (mathbackground !== undefined && mathcolor === undefined) classes.add(isDark(mathbackground) ? 'm-on-dark' : 'm-on-light');
  const hue = mathcolor === undefined || filled ? null : hueClass(mathcolor);
  if (!filled) delete attributes['mathcolor'];
  if (hue !== null) classes.add(hue);
}

function textOf(attributes: Readonly<Record<string, string>>, classes: ReadonlySet<string>): string {
  let out = '';
  for (const name of Object.keys(attributes).sort()) out += ` ${name}="${attributes[name]}"`;
  return classes.size === 0 ? out : `${out} class="${[...classes].sort().join(' ')}"`;
}

function takeStyle(declaration: string, attributes: Record<string, string>, classes: Set<string>, unknown: string[]): void {
  const [property = '', ...rest] = declaration.split(':');
  if (property === '') return;
  const look = lookOfStyle(property.trim(), rest.join(':').trim());
  if (look === null) {
    unknown.push(declaration);
    return;
  }
  Object.assign(attributes, look.attributes);
  for (const name of look.classes) classes.add(name);
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
