import { isDataPicture, isUnsafeUrl } from '../markdown/urls.ts';
import { cleanCss } from './clean-css.ts';

/** Elements of a web page that stay. What is in neither list hands its children up. */
const KEPT = new Set(
  (
    'html head title body a abbr address area article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div ' +
    'dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main map mark menu nav ol p pre q rp rt ruby s samp ' +
    'section small span strike strong style sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);
const FORMULA = new Set(
  (
    'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable ' +
    'mtd mtext mtr munder munderover none semantics'
  ).split(' '),
);
/** Elements that go with all they hold: what runs, asks, loads, or is no text for readers. */
const DROPPED = new Set(
  (
    'annotation annotation-xml applet audio base basefont bgsound datalist embed fencedframe frame frameset iframe link meta meter noembed noframes object ' +
    'optgroup option param picture-in-picture plaintext portal progress script select source template textarea track video xmp foreignobject'
  ).split(' '),
);
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'wbr']);
const ATTRIBUTES = new Set(
  (
    'abbr align alt bgcolor border cellpadding cellspacing class color colspan coords datetime dir display face frame headers height hidden hspace id lang ' +
    'mathvariant name nowrap open reversed role rowspan rules scope shape size span start stretchy summary tabindex title translate type usemap valign value ' +
    'vspace width columnalign rowalign linethickness displaystyle scriptlevel fence separator lspace rspace accent accentunder notation'
  ).split(' '),
);

export type Fate = 'kept' | 'dropped' | 'unwrapped';

/** What becomes of an element of a page that is no part of a drawing. */
export function fateOf(name: string): Fate {
  if (KEPT.has(name) || FORMULA.has(name)) return 'kept';
  return DROPPED.has(name) ? 'dropped' : 'unwrapped';
}

export function isVoidElement(name: string): boolean {
  return VOID.has(name);
}

/** What stays of an attribute: its value, or null. Addresses are handled apart. */
export function attributeOfPage(element: string, name: string, value: string): string | null {
  if (name === 'style') return cleanCss(value, 'page');
  if (name.startsWith('aria-') && /^aria-[a-z]+$/u.test(name)) return value;
  if (name === 'type' || name === 'value') return element === 'ol' || element === 'li' || element === 'ul' ? value : null;
  return ATTRIBUTES.has(name) ? value : null;
}

/** Where a link of a page may lead: within it, to other sites, to a mail program; null for every other address. */
export function linkOfPage(href: string): string | null {
  const target = href.trim();
  if (target.startsWith('#')) return target;
  return /^(?:https?:\/\/|mailto:|tel:)/iu.test(target) && !isUnsafeUrl(target) ? target : null;
}

/** A picture that the page itself holds; null for one that would have to be loaded. */
export function pictureOfPage(src: string): string | null {
  return isDataPicture(src) || /^\s*data:image\/svg\+xml[;,]/iu.test(src) ? src.trim() : null;
}
