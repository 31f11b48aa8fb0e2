import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes that a reader sees or hears. */
const SHOWN = new Set(['alt', 'title', 'aria-label']);

/** The words of some HTML that reach a reader, as an independent parser sees them, in order. */
export function visibleText(html: string): string {
  const parts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#text') parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if ('attrs' in node) for (const { name, value } of node.attrs) if (SHOWN.has(name)) parts.push(` ${value} `);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return parts.join('');
}
