import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';
import { cleanCss } from './clean-css.ts';
import { drawnAttributes, isDrawn } from './clean-svg.ts';
import { attributeOfPage, fateOf, isVoidElement, linkOfPage, pictureOfPage } from './html-page-policy.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Stands first in the head, before anything that the page brought: nothing runs and nothing is loaded from elsewhere, framed or opened by a link. */
const POLICY =
  "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; media-src 'self' data:; base-uri 'none'; form-action 'none'";
const HEAD = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">`;
/** Elements of a page; a hostile one can make very many out of few bytes. */
const MOST_ELEMENTS = 400_000;
const DEEPEST = 900;

/**
 * A web page with nothing in it but what can be read: no scripts, handlers, forms, frames, metadata, and no address that is loaded; a policy that forbids
 * all of it once more. Pictures that are files become their words, since they do not ship. The text is read as a browser reads it. Throws nothing;
 * null when the page is too large or too deep to be cleaned.
 */
export function cleanHtml(text: string): string | null {
  const document = parsed(text);
  return document === null ? null : `<!doctype html>\n${serialized(document)}\n`;
}

class TooMuch extends Error {}

function parsed(text: string): Node | null {
  let elements = 0;
  let depth = 0;
  try {
    return parse(text, {
      scriptingEnabled: false,
      treeAdapter: {
        ...defaultTreeAdapter,
        createElement: (...given) => {
          elements += 1;
          if (elements > MOST_ELEMENTS) throw new TooMuch();
          return defaultTreeAdapter.createElement(...given);
        },
        onItemPush: () => {
          depth += 1;
          if (depth > DEEPEST) throw new TooMuch();
        },
        onItemPop: () => {
          depth -= 1;
        },
      },
    });
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
}

/** Written by a list of what is still to do: the depth of a page is not that of the program. */
function serialized(document: Node): string {
  let out = '';
  const todo: (Node | string)[] = [document];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (typeof next === 'string') out += next;
    else if (next.nodeName === '#text') out += textOf(next as DefaultTreeAdapterTypes.TextNode);
    else if ('tagName' in next) {
      const fate = next.namespaceURI === html.NS.SVG ? drawingFate(next) : fateOf(next.tagName);
      if (fate === 'dropped') continue;
      if (fate === 'kept') {
        const written = startOf(next);
        out += written.text;
        if (written.end === null) continue;
        todo.push(written.end);
      }
      pushChildren(todo, next);
    } else if ('childNodes' in next) pushChildren(todo, next);
  }
  return out;
}

function pushChildren(todo: (Node | string)[], parent: { readonly childNodes: readonly Node[] }): void {
  for (let i = parent.childNodes.length - 1; i >= 0; i--) todo.push(parent.childNodes[i] as Node);
}

function drawingFate(element: Element): 'kept' | 'dropped' | 'unwrapped' {
  if (element.tagName === 'a') return 'unwrapped';
  return isDrawn(element.tagName, attributesOf(element)) ? 'kept' : 'dropped';
}

/** The start tag of an element that stays, and its end tag; none for what holds nothing. */
function startOf(element: Element): { readonly text: string; readonly end: string | null } {
  const { tagName: name, namespaceURI } = element;
  const attributes = attributesOf(element);
  if (namespaceURI === html.NS.SVG) return { text: `<${name}${drawnAttributes(name, attributes)}>`, end: `</${name}>` };
  if (name === 'head') return { text: `<head>${HEAD}`, end: '</head>' };
  let text = '';
  for (const [key, value] of Object.entries(attributes)) {
    const kept = attributeOfPage(name, key, value);
    if (kept !== null) text += ` ${key}="${escaped(kept)}"`;
  }
  if (name === 'img') {
    const src = pictureOfPage(attributes['src'] ?? '');
    return { text: src === null ? escaped(attributes['alt'] ?? '') : `<img src="${escaped(src)}"${text}>`, end: null };
  }
  if (name === 'a' || name === 'area') {
    const href = linkOfPage(attributes['href'] ?? '');
    if (href !== null) text += ` href="${escaped(href)}" rel="noreferrer noopener"`;
  }
  // A reader drops a line end that stands first in such an element.
  const first = element.childNodes[0];
  if (name === 'pre' && first?.nodeName === '#text' && (first as DefaultTreeAdapterTypes.TextNode).value.startsWith('\n')) {
    return { text: `<pre${text}>\n`, end: '</pre>' };
  }
  return { text: `<${name}${text}>`, end: isVoidElement(name) ? null : `</${name}>` };
}

function textOf(node: DefaultTreeAdapterTypes.TextNode): string {
  const parent = node.parentNode;
  if (parent === null || !('tagName' in parent) || parent.tagName !== 'style') return escaped(node.value);
  return cleanCss(node.value, 'page');
}

function attributesOf(element: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(element.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\u0000', '');
}
