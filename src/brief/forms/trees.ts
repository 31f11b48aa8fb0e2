import { Parser } from 'htmlparser2';
import { type Attributes, type ElementTree, type Tree, withFile } from '../../client/reader/book-format.ts';

/** Never part of a page in one file: what would load, run or style something. */
const LEFT_OUT = new Set(['script', 'style', 'base', 'template', 'noscript', 'object', 'embed']);

/** A line feed at their start is taken for part of the markup. */
const EATS_LINE = new Set(['pre', 'textarea', 'listing']);

/** A page of the theme as data. Comments are left out, and what would load, run or style something. */
export function treesFrom(html: string): readonly Tree[] {
  const root: Tree[] = [];
  const open: Tree[][] = [root];
  let skipped = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (LEFT_OUT.has(name)) skipped += 1;
        const children: Tree[] = [];
        if (skipped === 0) open.at(-1)?.push([name, attributes, children]);
        open.push(children);
      },
      ontext: (text) => {
        const siblings = open.at(-1) ?? root;
        const last = siblings.length - 1;
        if (typeof siblings[last] === 'string') siblings[last] += text;
        else siblings.push(text);
      },
      onclosetag: (name) => {
        if (LEFT_OUT.has(name)) skipped -= 1;
        const children = open.pop();
        if (EATS_LINE.has(name) && typeof children?.[0] === 'string') children[0] = children[0].replace(/^\n/u, '');
      },
    },
    // Drawings and formulas keep their case, and close elements by themselves.
    { lowerCaseTags: false, lowerCaseAttributeNames: false, recognizeSelfClosing: true },
  );
  parser.end(html);
  return root;
}

/** Every element of a tree with what `change` makes of it: another element, text, several, or nothing. Children come first. */
export function changed(tree: ElementTree, change: (element: ElementTree) => readonly Tree[]): readonly Tree[] {
  const [name, attributes, children] = tree;
  return change([name, attributes, children.flatMap((child) => (typeof child === 'string' ? [child] : changed(child, change)))]);
}

/** All elements of some trees, outer ones first. */
export function elementsIn(trees: readonly Tree[]): readonly ElementTree[] {
  const found: ElementTree[] = [];
  const visit = (tree: Tree): void => {
    if (typeof tree === 'string') return;
    found.push(tree);
    tree[2].forEach(visit);
  };
  trees.forEach(visit);
  return found;
}

export function textOf(tree: Tree): string {
  return typeof tree === 'string' ? tree : tree[2].map(textOf).join('');
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/** Trees as HTML. `base64` gives the files that attributes stand for. */
export function htmlFrom(trees: readonly Tree[], base64: (block: number) => string): string {
  return trees.map((tree) => (typeof tree === 'string' ? escapedText(tree) : elementHtml(tree, base64))).join('');
}

function elementHtml([name, attributes, children]: ElementTree, base64: (block: number) => string): string {
  const start = `<${name}${attributesHtml(attributes, base64)}>`;
  if (VOID.has(name)) return start;
  const inner = htmlFrom(children, base64);
  return `${start}${EATS_LINE.has(name) && inner.startsWith('\n') ? '\n' : ''}${inner}</${name}>`;
}

function attributesHtml(attributes: Attributes, base64: (block: number) => string): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}${value === '' ? '' : `="${escapedAttribute(withFile(value, base64))}"`}`)
    .join('');
}

export function escapedText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapedAttribute(text: string): string {
  return escapedText(text).replaceAll('"', '&quot;');
}
