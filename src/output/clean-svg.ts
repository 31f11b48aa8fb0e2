import { Parser } from 'htmlparser2';
import { cleanCss } from './clean-css.ts';

/** Elements that draw, or say how. Everything else goes with all it holds: scripts, foreign content, links' targets, metadata, titles, editors' data. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use switch view path rect circle ellipse line polyline polygon text tspan textPath image marker pattern mask clipPath ' +
    'linearGradient radialGradient stop style filter animate animateMotion animateTransform mpath set feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);
/** Elements whose children stay although they do not. */
const TRANSPARENT = new Set(['a']);
const TEXT = new Set(['text', 'tspan', 'textPath', 'style']);
const TARGETS = /^(?:xlink:)?href$/iu;
/** Attributes that run, name places, or speak of parts that are gone. */
const DROPPED = /^(?:on|data-|aria-|xmlns|src$|base$)/iu;
const NAME = /^(?:xml:(?:space|lang)|[A-Za-z_][\w.-]*)$/u;
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/iu;
// Characters that XML does not allow.
const NO_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\p{Cs}]/gu;

/**
 * An SVG with nothing in it but the drawing: no scripts, handlers, embedded documents, links, addresses outside the file, comments, metadata or
 * declarations. Null when the text holds no drawing. Linear in its length; it is taken as XML, as browsers do.
 */
export function cleanSvg(text: string): string | null {
  let out = '';
  /** Open elements; `shown` is false for those that only hand their children up. */
  const open: { readonly name: string; readonly shown: boolean }[] = [];
  /** How many elements deep the parser is in something that goes. */
  let skipped = 0;
  let done = false;
  const parser = new Parser(
    {
      onopentag: (written, attributes) => {
        const name = written.replace(/^svg:/u, '');
        if (skipped > 0 || done || (open.length === 0 && name !== 'svg') || !isDrawn(name, attributes)) {
          skipped += 1;
          return;
        }
        const shown = !TRANSPARENT.has(name);
        if (shown) out += `<${name}${open.length === 0 ? ' xmlns="http://www.w3.org/2000/svg"' : ''}${drawnAttributes(name, attributes)}>`;
        open.push({ name, shown });
      },
      onclosetag: () => {
        if (skipped > 0) {
          skipped -= 1;
          return;
        }
        const element = open.pop();
        if (element?.shown) out += `</${element.name}>`;
        if (open.length === 0) done = true;
      },
      ontext: (content) => {
        const parent = open.findLast((element) => element.shown);
        if (skipped > 0 || parent === undefined || !TEXT.has(parent.name)) return;
        out += escapeXml(parent.name === 'style' ? cleanCss(content, 'drawing') : content);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return out === '' ? null : `${out}\n`;
}

/** True for elements of a drawing that stay. */
export function isDrawn(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (TRANSPARENT.has(name)) return true;
  if (!ELEMENTS.has(name)) return false;
  return !/^(?:animate|set)/u.test(name) || !isActive(attributes['attributeName'] ?? '');
}

/** True for attributes that lead somewhere or run, and so may not be animated. */
function isActive(name: string): boolean {
  return TARGETS.test(name.trim()) || /^on/iu.test(name.trim());
}

/** Attributes of an element that stays, each with a space before it. */
export function drawnAttributes(name: string, attributes: Readonly<Record<string, string>>): string {
  let text = '';
  const seen = new Set<string>();
  for (const [key, value] of Object.entries(attributes)) {
    const kept = TARGETS.test(key) ? targetFrom(name, value) : plainAttribute(key, value);
    const written = TARGETS.test(key) ? 'href' : key;
    if (kept === null || seen.has(written)) continue;
    seen.add(written);
    text += ` ${written}="${escapeXml(kept)}"`;
  }
  return text;
}

/** A part of the drawing itself, or a picture that is in the file. */
function targetFrom(name: string, value: string): string | null {
  const target = value.trim();
  if (target.startsWith('#')) return target;
  return (name === 'image' || name === 'feImage') && PICTURE.test(target) ? target : null;
}

function plainAttribute(key: string, value: string): string | null {
  if (!NAME.test(key) || DROPPED.test(key)) return null;
  if (key === 'style') return cleanCss(value, 'drawing');
  // Presentation attributes take the same values as styles.
  return /url\s*\(|\\/iu.test(value) ? cleanCss(value, 'drawing') : value;
}

function escapeXml(text: string): string {
  return text.replace(NO_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
