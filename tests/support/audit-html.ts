import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const ELEMENTS = new Set(
  (
    'a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i iframe img ins kbd li ' +
    'mark ol p pre q rp rt ruby s samp section small span strong sub summary sup svg table tbody td tfoot th thead time tr u ul use var video wbr'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'alt aria-hidden aria-label class colspan controls data-callout data-due data-node datetime decoding dir height href id lang loading open poster preload referrerpolicy rel reversed ' +
    'role rowspan sandbox scope span src start tabindex title type value viewBox width'
  ).split(' '),
);

/**
 * What is wrong with drawn HTML, as an independent parser sees it inside a page: elements and attributes that nothing of ours writes, addresses that
 * are not plain, ids that repeat, and markup that breaks out of its frame.
 */
export function auditHtml(html: string): readonly string[] {
  const faults: string[] = [];
  const document = parse(
    `<!doctype html><html><body><main><article id="frame">${html}</article><p id="after">after</p></main></body></html>`,
  );
  const ids = new Set<string>();
  let frame: Element | undefined;
  let after: Element | undefined;
  const visit = (node: Node, inFrame: boolean): void => {
    if ('tagName' in node) {
      const id = node.attrs.find((attribute) => attribute.name === 'id')?.value;
      if (id === 'frame') frame = node;
      if (id === 'after') after = node;
      if (inFrame) {
        faults.push(...faultsOf(node));
        if (id !== undefined && ids.has(id)) faults.push(`id ${id} twice`);
        if (id !== undefined) ids.add(id);
      }
    }
    const inside = inFrame || ('tagName' in node && node === frame);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, inside);
    if (node.nodeName === '#comment') faults.push('a comment');
  };
  visit(document, false);
  if (frame === undefined || after === undefined || after.parentNode !== frame.parentNode) faults.push('breaks out of its frame');
  if (html.includes('\0')) faults.push('NUL');
  return faults;
}

const MATH_ELEMENTS = new Set(
  (
    'annotation math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow mspace msqrt mstyle msub msubsup msup mtable mtd ' +
    'mtext mtr munder munderover none semantics'
  ).split(' '),
);
const MATH_ATTRIBUTES = new Set(
  (
    'accent accentunder class columnalign columnspacing depth display displaystyle encoding fence form height largeop linethickness lspace mathbackground mathcolor ' +
    'mathsize mathvariant maxsize minsize movablelimits notation rowspacing rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
);

const DRAWING_ELEMENTS = new Set(['foreignObject', 'g', 'image', 'path', 'pattern', 'rect', 'text', 'tspan']);
const DRAWING_ATTRIBUTES = new Set(
  'class color d fill height href id patternUnits preserveAspectRatio rx text-anchor viewBox width x y'.split(' '),
);

/** Canvases: elements of SVG that show, plain values, pictures of the site alone. */
function faultsOfDrawing(element: Element): readonly string[] {
  const faults = DRAWING_ELEMENTS.has(element.tagName) ? [] : [`<${element.tagName}> in a drawing`];
  for (const { name, value } of element.attrs) {
    if (name === 'href' && element.tagName === 'image') faults.push(...faultsOfAddress('img', 'src', value));
    else if (!DRAWING_ATTRIBUTES.has(name) || !/^[\w#.%()+ /-]*$/u.test(value)) faults.push(`<${element.tagName} ${name}="${value}">`);
  }
  return faults;
}

/** Formulas: elements of MathML, plain values, nothing that leads anywhere. */
function faultsOfMath(element: Element): readonly string[] {
  const faults = MATH_ELEMENTS.has(element.tagName) ? [] : [`<${element.tagName}> in a formula`];
  for (const { name, value } of element.attrs) {
    if (!MATH_ATTRIBUTES.has(name) || !/^[\w#.%+ /-]*$/u.test(value)) faults.push(`<${element.tagName} ${name}="${value}">`);
  }
  return faults;
}

function faultsOf(element: Element): readonly string[] {
  if (element.namespaceURI.endsWith('/MathML')) return faultsOfMath(element);
  if (element.namespaceURI.endsWith('/svg') && !['svg', 'use'].includes(element.tagName)) return faultsOfDrawing(element);
  const faults: string[] = [];
  if (!ELEMENTS.has(element.tagName)) faults.push(`<${element.tagName}>`);
  for (const { name, value } of element.attrs) {
    if (!ATTRIBUTES.has(name)) faults.push(`<${element.tagName} ${name}>`);
    if (name === 'href' || name === 'src') faults.push(...faultsOfAddress(element.tagName, name, value));
    if (name === 'id' && !/^(?:b-|l-|n-|e-\d+-|fn-|fnref-|fnin-|h-|[\p{L}\p{N}_])/u.test(value)) faults.push(`id ${value}`);
  }
  return faults;
}

function faultsOfAddress(tag: string, name: string, value: string): readonly string[] {
  // As a browser reads it: control characters and spaces around and within are dropped.
  const plain = [...value]
    .filter((sign) => sign > ' ' && sign !== '\u007f')
    .join('')
    .toLowerCase();
  const scheme = /^([a-z][a-z0-9+.-]*):/u.exec(plain)?.[1];
  if (tag === 'img' && /^data:image\/(?:png|jpeg|jpg|gif|webp|avif|bmp);base64,[a-z0-9+/=]+$/u.test(plain)) return [];
  if (name === 'src' || tag === 'use') return scheme === undefined && !plain.startsWith('//') ? [] : [`${name}="${value}"`];
  const unsafe = ['javascript', 'vbscript', 'data', 'file', 'blob', 'about', 'filesystem', 'view-source'];
  return scheme !== undefined && unsafe.includes(scheme) ? [`${name}="${value}"`] : [];
}
