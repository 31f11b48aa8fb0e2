import path from 'node:path';
import type { ElementTree, Tree } from '../../client/reader/book-format.ts';
import { elementsIn, textOf, treesFrom } from './trees.ts';

/** What other pages, and the book as a whole, need to know of a page. */
export interface PageFacts {
  /** Relative to the root of the brief. */
  readonly url: string;
  readonly title: string;
  readonly heading: string;
  readonly lang: string;
  /** Classes and the day of `<body>`. */
  readonly body: string;
  readonly asOf: string;
  /** Style sheets it loads, by path, in their order. */
  readonly styles: readonly string[];
  /** Glyphs by id. */
  readonly glyphs: ReadonlyMap<string, ElementTree>;
  /** Ids in `main`, and those of controls among them. */
  readonly ids: ReadonlySet<string>;
  readonly controls: readonly string[];
  /** The page that the navigation marks as the one it is on; null when it marks none. */
  readonly nav: string | null;
}

/** A page of a finished brief, taken apart. */
export interface PageParts {
  readonly skip: ElementTree | null;
  readonly top: ElementTree | null;
  readonly main: ElementTree;
  readonly foot: ElementTree | null;
}

/** Takes a page of the theme apart. Null when it is not laid out as one. */
export function pageParts(html: string): PageParts | null {
  const body = childOf(rootOf(html), 'body');
  const main = childOf(body, 'main');
  if (!body || !main) return null;
  return {
    skip: body[2].find((tree): tree is ElementTree => typeof tree !== 'string' && tree[0] === 'a' && tree[1]['class'] === 'skip') ?? null,
    top: childOf(body, 'header') ?? null,
    main,
    foot: childOf(body, 'footer') ?? null,
  };
}

/** Reads a page without keeping it. Null when it is not laid out as a page of the theme. */
export function pageFacts(url: string, html: string): PageFacts | null {
  const root = rootOf(html);
  const [head, body] = [childOf(root, 'head'), childOf(root, 'body')];
  const [main, top, sprite] = [childOf(body, 'main'), childOf(body, 'header'), childOf(body, 'svg')];
  if (!root || !head || !body || !main) return null;
  const title = childOf(head, 'title');
  const inside = elementsIn([main]);
  const heading = inside.find(([name]) => name === 'h1');
  const current = elementsIn(top ? [top] : []).find(([name, { 'aria-current': here }]) => name === 'a' && here !== undefined);
  return {
    url,
    title: title ? textOf(title) : url,
    heading: (heading && textOf(heading).trim()) || url,
    lang: root[1]['lang'] ?? 'en',
    body: body[1]['class'] ?? '',
    asOf: body[1]['data-as-of'] ?? '',
    styles: head[2].flatMap((tree) => styleOf(tree, url)),
    glyphs: new Map(
      elementsIn(sprite ? [sprite] : []).flatMap((tree) => (tree[0] === 'symbol' && tree[1]['id'] ? [[tree[1]['id'], tree] as const] : [])),
    ),
    ids: new Set(inside.flatMap(([, { id }]) => id ?? [])),
    controls: inside.flatMap(([name, { id }]) => (name === 'input' && id ? [id] : [])),
    nav: current === undefined ? null : resolved(current[1]['href'] ?? '', url),
  };
}

/** A relative address as a path below the root; without what follows `#` or `?`. */
export function resolved(href: string, from: string): string {
  return path.posix.join(path.posix.dirname(from), decoded(href.replace(/[#?].*$/su, '')));
}

/** Percent signs that encode nothing stay. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function rootOf(html: string): ElementTree | undefined {
  return treesFrom(html).find((tree): tree is ElementTree => typeof tree !== 'string' && tree[0] === 'html');
}

function childOf(parent: ElementTree | undefined, name: string): ElementTree | undefined {
  return parent?.[2].find((tree): tree is ElementTree => typeof tree !== 'string' && tree[0] === name);
}

function styleOf(tree: Tree, url: string): readonly string[] {
  if (typeof tree === 'string' || tree[0] !== 'link' || tree[1]['rel'] !== 'stylesheet') return [];
  const { href } = tree[1];
  return href === undefined ? [] : [resolved(href, url)];
}
