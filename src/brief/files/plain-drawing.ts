import { Parser } from 'htmlparser2';

/** Attributes that draw. Editors write others, with names of layers, places and people in them. */
const ATTRIBUTES = new Set(
  (
    'accumulate additive alignment-baseline amplitude attributeName attributeType azimuth baseFrequency baseline-shift begin bias by calcMode class ' +
    'clip clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters color-rendering cx cy d diffuseConstant direction ' +
    'display divisor dominant-baseline dur dx dy edgeMode elevation end exponent fill fill-opacity fill-rule filter filterUnits flood-color ' +
    'flood-opacity font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr from fx fy gradientTransform ' +
    'gradientUnits height href id image-rendering in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes ' +
    'lang lengthAdjust letter-spacing lighting-color limitingConeAngle marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask ' +
    'mask-type maskContentUnits maskUnits max method min mix-blend-mode mode numOctaves offset opacity operator order orient origin overflow ' +
    'paint-order path pathLength patternContentUnits patternTransform patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha ' +
    'preserveAspectRatio primitiveUnits r radius refX refY repeatCount repeatDur restart result rotate rx ry scale seed shape-rendering side slope ' +
    'spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray ' +
    'stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale systemLanguage tableValues ' +
    'targetX targetY text-anchor text-decoration text-rendering textLength to transform transform-box transform-origin type unicode-bidi values ' +
    'vector-effect version viewBox visibility width word-spacing writing-mode x x1 x2 xChannelSelector xml:lang xml:space xmlns y y1 y2 ' +
    'yChannelSelector z'
  ).split(' '),
);
const LANGUAGES = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*(?:\s*,\s*[a-z]{2,3}(?:-[a-z0-9]{2,8})*)*$/iu;
const NAME = /[.#](-?[_a-z\u0080-\uffff][\w\u0080-\uffff-]*)/giu;
const SOURCES = /^(?:SourceGraphic|SourceAlpha|BackgroundImage|BackgroundAlpha|FillPaint|StrokePaint)$/u;
const UNSEEN = /(?:^|[;{\s"])display\s*:\s*none/iu;

/**
 * A cleaned drawing without what its editor wrote beside it: parts and layers have numbers for names, attributes that draw nothing are gone, and so are
 * parts that are not displayed, such as layers that were switched off. It looks as before.
 */
export function plainDrawing(svg: string): string {
  const names = new Map<string, string>();
  const nameOf = (name: string): string => {
    const known = names.get(name) ?? `n${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  const unseen = unseenClasses(svg);
  let out = '';
  let skipped = 0;
  let inStyle = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (skipped > 0 || isUnseen(name, attributes, unseen)) {
          skipped += 1;
          return;
        }
        inStyle = name === 'style';
        out += `<${name}${Object.entries(attributes)
          .map(([key, value]) => attributeOf(key, value, nameOf))
          .join('')}>`;
      },
      onclosetag: (name) => {
        inStyle = false;
        if (skipped > 0) skipped -= 1;
        else out += `</${name}>`;
      },
      ontext: (text) => {
        if (skipped === 0) out += escapeXml(inStyle ? styleOf(text, nameOf) : text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(svg);
  parser.end();
  return out;
}

type NameOf = (name: string) => string;

function attributeOf(key: string, value: string, nameOf: NameOf): string {
  if (!ATTRIBUTES.has(key)) return '';
  const put = (text: string): string => ` ${key}="${escapeXml(text)}"`;
  switch (key) {
    case 'id':
      return put(nameOf(value));
    case 'class':
      return put(value.trim().split(/\s+/u).map(nameOf).join(' '));
    case 'href':
      return put(value.startsWith('#') ? `#${nameOf(value.slice(1))}` : value);
    case 'result':
    case 'in':
    case 'in2':
      return put(SOURCES.test(value) ? value : nameOf(value));
    case 'begin':
    case 'end':
      return put(value.replace(/([\p{L}_][\p{L}\p{N}_-]*)(?=\.[a-z])/giu, (_, name: string) => nameOf(name)));
    case 'lang':
    case 'xml:lang':
    case 'systemLanguage':
      return LANGUAGES.test(value) ? put(value) : '';
    default:
      return put(withNames(value, nameOf));
  }
}

function withNames(value: string, nameOf: NameOf): string {
  return value.replace(/url\(\s*["']?#([^"')]*)["']?\s*\)/giu, (_, name: string) => `url(#${nameOf(name.trim())})`);
}

/** A style sheet whose selectors use the new names. */
function styleOf(css: string, nameOf: NameOf): string {
  return css.replace(/[^{};]+\{|[^{};]+/gu, (piece) =>
    piece.endsWith('{')
      ? piece.replace(NAME, (sign, name: string) => `${sign[0]}${nameOf(name)}`).replace(/\[[^\]]*\]/gu, ':not(*)')
      : withNames(piece, nameOf),
  );
}

/** Classes by which a style sheet takes parts out of the picture. */
function unseenClasses(svg: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, selectors = '', rules = ''] of svg.matchAll(/([^{}<>]+)\{([^{}]*)\}/gu)) {
    if (!UNSEEN.test(rules)) continue;
    for (const selector of selectors.split(',')) {
      const name = /^\s*\.(-?[_a-z\u0080-\uffff][\w\u0080-\uffff-]*)\s*$/iu.exec(selector)?.[1];
      if (name !== undefined) found.add(name);
    }
  }
  return found;
}

function isUnseen(name: string, attributes: Readonly<Record<string, string>>, classes: ReadonlySet<string>): boolean {
  if (attributes['display']?.trim() === 'none' || UNSEEN.test(attributes['style'] ?? '')) return true;
  if ((attributes['class'] ?? '').split(/\s+/u).some((one) => classes.has(one))) return true;
  return (
    /^t(?:ext|span)$/u.test(name) && (attributes['visibility'] === 'hidden' || /visibility\s*:\s*hidden/iu.test(attributes['style'] ?? ''))
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
