import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes that a reader sees or hears. */
const SHOWN = new Set(['alt', 'title', 'aria-label']);
/** Elements within words. All others part them. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(' '),
);
const HIDDEN = new Set(['script', 'style', 'template', 'noscript', 'svg']);

/** The words of some HTML or of a page's `main` that reach a reader, as an independent parser sees them, in order; what attributes say comes last. */
export function visibleText(html: string): string {
  const parts: string[] = [];
  const said: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#text') parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (HIDDEN.has(node.nodeName) || node.nodeName === 'head' || isRemark(node)) return;
    const apart = 'tagName' in node && (!INLINE.has(node.tagName) || isColumn(node.parentNode));
    if (apart) parts.push(' ');
    if ('attrs' in node) for (const { name, value } of node.attrs) if (SHOWN.has(name)) said.push(value);
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if (apart) parts.push(' ');
  };
  visit(find(parse(html), 'main') ?? parse(html));
  return `${parts.join('')} ${said.join(' ')}`;
}

/** Words for those who do not see the form of a link or task, signs of boxes, and marks of footnotes: no words of the note. */
function isRemark(node: Node): boolean {
  if (!('attrs' in node)) return false;
  const { attrs } = node;
  return attrs.some(
    ({ name, value }) => (name === 'class' && /^(?:vh|sign)$/u.test(value)) || (name === 'href' && /^#(?:e-\d+-)?fn/u.test(value)),
  );
}

/** Lines of small print hold words that the style parts. */
function isColumn(parent: Node | null): boolean {
  return (
    parent !== null && 'attrs' in parent && parent.attrs.some(({ name, value }) => name === 'class' && /\b(?:meta|people)\b/u.test(value))
  );
}

function find(node: Node, tag: string): Node | undefined {
  if (node.nodeName === tag) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, tag);
    if (found !== undefined) return found;
  }
  return undefined;
}
