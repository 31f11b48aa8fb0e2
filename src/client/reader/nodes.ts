import { type ElementTree, type Tree, withFile } from './book-format.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MATH = 'http://www.w3.org/1998/Math/MathML';
const XLINK = 'http://www.w3.org/1999/xlink';
const HTML = 'http://www.w3.org/1999/xhtml';

/**
 * Nodes of a page kept as data. Nothing is parsed as HTML: what was text when the brief was made is text here. The names come from the
 * brief's own pages, which were cleaned when they were made; and scripts and styles, which the writer leaves out, would be refused by the policy.
 */
export function nodesFrom(trees: readonly Tree[], base64: (block: number) => string, namespace = HTML): readonly Node[] {
  return trees.map((tree) => (typeof tree === 'string' ? document.createTextNode(tree) : elementFrom(tree, base64, namespace)));
}

function elementFrom([name, attributes, children]: ElementTree, base64: (block: number) => string, outer: string): Element {
  const namespace = name === 'svg' ? SVG : name === 'math' ? MATH : outer;
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('xlink:')) element.setAttributeNS(XLINK, key, withFile(value, base64));
    else element.setAttribute(key, withFile(value, base64));
  }
  element.append(...nodesFrom(children, base64, name === 'foreignObject' ? HTML : namespace));
  return element;
}
