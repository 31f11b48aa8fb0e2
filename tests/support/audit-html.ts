import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const ELEMENTS = new Set(
  (
    'a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i iframe img ins kbd li ' +
    'mark ol p pre q rp rt ruby s samp small span strong sub summary sup svg table tbody td tfoot th thead time tr u ul use var video wbr'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'alt aria-hidden aria-label class colspan controls data-callout data-due datetime decoding dir height href id lang loading open preload referrerpolicy rel reversed ' +
    'role rowspan scope span src start tabindex title type value width'
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

function faultsOf(element: Element): readonly string[] {
  const faults: string[] = [];
  if (!ELEMENTS.has(element.tagName)) faults.push(`<${element.tagName}>`);
  for (const { name, value } of element.attrs) {
    if (!ATTRIBUTES.has(name)) faults.push(`<${element.tagName} ${name}>`);
    if (name === 'href' || name === 'src') faults.push(...faultsOfAddress(element.tagName, name, value));
    if (name === 'id' && !/^(?:b-|l-|n-|e-\d+-|fn-|fnref-|h-|[\p{L}\p{N}])/u.test(value)) faults.push(`id ${value}`);
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
  if (name === 'src' || tag === 'use') return scheme === undefined && !plain.startsWith('//') ? [] : [`${name}="${value}"`];
  const unsafe = ['javascript', 'vbscript', 'data', 'file', 'blob', 'about', 'filesystem', 'view-source'];
  return scheme !== undefined && unsafe.includes(scheme) ? [`${name}="${value}"`] : [];
}
