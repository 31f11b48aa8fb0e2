import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { fits, isAllowed, isDropped, plainAttributes } from '../../src/render/html-policy.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements around which white space has no meaning. */
const BLOCKS = new Set(
  (
    'address article aside blockquote caption center col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const HEADING = /^h[1-6]$/u;
/** Elements that the pages write as another one. */
const ALIKE: Readonly<Record<string, string>> = {
  address: 'div',
  article: 'div',
  aside: 'div',
  center: 'div',
  del: 's',
  footer: 'div',
  header: 'div',
  section: 'div',
  strike: 's',
  tt: 'code',
};

/**
 * The shape of some HTML as lines, for comparing what a specification draws with what a page draws. An independent parser reads it. Left out is what
 * Dossier adds to every page: ids, `rel`, `tabindex`, `scope` and classes but for the language of code; marks that link headings, frames that scroll;
 * a heading's level, which follows the page's outline. `breaks: 'space'` takes a line break and a newline for the same.
 */
export function shapeOf(html: string, options: { readonly breaks?: 'space' } = {}): string {
  const lines: string[] = [];
  let text = '';
  let pre = 0;
  /** White space has no meaning here. */
  let atEdge = true;
  const flush = (edge: boolean): void => {
    const shown = edge && pre === 0 ? text.trimEnd() : text;
    if (shown !== '') lines.push(JSON.stringify(shown));
    text = '';
    atEdge = edge;
  };
  const visit = (node: Node): void => {
    if (node.nodeName === '#text') {
      const value = (node as DefaultTreeAdapterTypes.TextNode).value;
      if (pre > 0) text += value;
      else {
        const tidy = value.replace(/[ \t]*\n[ \t]*/gu, '\n').replace(/[ \t]+/gu, ' ');
        text += (text === '' && atEdge) || /\s$/u.test(text) ? tidy.replace(/^[ \n]+/u, '') : tidy;
      }
      return;
    }
    if (!('tagName' in node)) return;
    const name = HEADING.test(node.tagName) ? 'h' : (ALIKE[node.tagName] ?? node.tagName);
    if (name === 'br' && options.breaks === 'space') {
      text = `${text.trimEnd()}\n`;
      return;
    }
    if (isOwnMark(node)) return;
    if (isFrame(node)) {
      node.childNodes.forEach(visit);
      return;
    }
    flush(BLOCKS.has(node.tagName));
    const inner = lines.length;
    const tag = `${name}${attributesOf(node)}`;
    lines.push(`<${tag}>`);
    if (name === 'pre') pre += 1;
    node.childNodes.forEach(visit);
    flush(BLOCKS.has(node.tagName));
    if (name === 'pre') pre -= 1;
    for (let i = inner + 1; i < lines.length; i += 1) lines[i] = `  ${lines[i]}`;
  };
  parseFragment(html).childNodes.forEach(visit);
  flush(true);
  return lines.join('\n');
}

/** The mark that links a heading, and hidden words for screen readers. */
function isOwnMark(element: Element): boolean {
  return classesOf(element).some((name) => name === 'anchor' || name === 'hidden');
}

/** What only holds other things: a frame that scrolls, a link from a picture to its file, a word that is no link, an element without attributes. */
function isFrame(element: Element): boolean {
  const classes = classesOf(element);
  return (
    ['scroll', 'picture', 'unlinked'].some((name) => classes.includes(name)) || (element.tagName === 'span' && element.attrs.length === 0)
  );
}

function classesOf(element: Element): readonly string[] {
  return (element.attrs.find(({ name }) => name === 'class')?.value ?? '').split(/\s+/u);
}

function attributesOf(element: Element): string {
  const kept = element.attrs.flatMap(({ name, value }) => {
    if (name === 'href' || name === 'src') return [`${name}=${address(value)}`];
    if (name === 'class') return value.startsWith('language-') ? [`class=${value}`] : [];
    if (name === 'align') return value === 'left' ? [] : [`align=${value}`];
    return ['alt', 'title', 'start'].includes(name) ? [`${name}=${value.replace(/\s+/gu, ' ')}`] : [];
  });
  if (element.tagName === 'img' && !element.attrs.some(({ name }) => name === 'alt')) kept.push('alt=');
  if (element.tagName === 'th' || element.tagName === 'td') {
    if (classesOf(element).includes('num')) kept.push('align=right');
    if (classesOf(element).includes('center')) kept.push('align=center');
  }
  return kept
    .sort()
    .map((text) => ` ${text}`)
    .join('');
}

/** Addresses are compared with every sign percent-encoded that can be. */
function address(value: string): string {
  const decoded = value.replace(/(?:%[0-9a-f]{2})+/giu, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code.toUpperCase();
    }
  });
  return encodeURI(decoded).replace(/%25(?=[0-9A-F]{2})/gu, '%');
}

/**
 * HTML by the sanitizer's policy, on another parser's tree and in one piece: elements that are not allowed give way to their content or go with it,
 * attributes that are not allowed go, links and images stay. Paragraphs that hold nothing are left out, and so is what HTML opens again behind a
 * paragraph in which it was not closed.
 */
export function underPolicy(html: string): string {
  return parseFragment(html)
    .childNodes.filter(
      (node, i) => i === 0 || BLOCKS.has(node.nodeName) || node.nodeName === 'img' || !('childNodes' in node) || !holdsNothing(node),
    )
    .map((node) => cleaned(node, []))
    .join('');
}

function holdsNothing(node: Element | DefaultTreeAdapterTypes.Template): boolean {
  return node.childNodes.every((child) => child.nodeName === '#text' && (child as DefaultTreeAdapterTypes.TextNode).value.trim() === '');
}

function cleaned(node: Node, open: readonly string[]): string {
  if (node.nodeName === '#text') return escaped((node as DefaultTreeAdapterTypes.TextNode).value);
  if (!('tagName' in node) || isDropped(node.tagName)) return '';
  const name = node.tagName;
  const attributes = Object.fromEntries(node.attrs.map(({ name: key, value }) => [key, value]));
  const inner = (around: readonly string[]): string => node.childNodes.map((child) => cleaned(child, around)).join('');
  const bare = name === 'a' && attributes['href'] === undefined && attributes['id'] === undefined && attributes['name'] === undefined;
  if (!isAllowed(name, false) || !fits(name, open) || bare) return inner(open);
  const kept = [
    ...plainAttributes(name, attributes),
    ...Object.entries(attributes).filter(
      ([key, value]) => ['href', 'src', 'alt', 'title', 'align'].includes(key) || value.startsWith('language-'),
    ),
  ];
  const tag = `${name}${kept.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`;
  if (['br', 'hr', 'img', 'wbr', 'col'].includes(name)) return `<${tag}>`;
  const content = inner([...open, name]);
  return name === 'p' && content.trim() === '' ? '' : `<${tag}>${content}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
