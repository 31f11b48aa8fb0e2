import { type Attributes, anchorId, type ElementTree, hrefOf, type Tree } from '../../client/reader/book-format.ts';
import { decoded, resolved } from './page-parts.ts';
import { changed, elementsIn, textOf } from './trees.ts';

/** What addresses on a page may lead to. */
export interface Places {
  /** Key of a page, by its address in the folder. */
  readonly keyOf: (url: string) => string | null;
  readonly idsOf: (url: string) => ReadonlySet<string>;
  /** What stands for a picture; null when it is not there. */
  readonly picture: (path: string) => string | null;
  /** Anchor of a file in the list of files; null when it is not there. */
  readonly file: (path: string) => string | null;
}

const IDREFS = [
  'for',
  'headers',
  'list',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-details',
  'aria-activedescendant',
];
/** Told to scripts that a brief in one file does not have: addresses of other pages, and of excerpts to be loaded. */
const FOR_SCRIPTS = new Set(['data-actions', 'data-accounts', 'loading', 'srcset', 'sizes', 'ping', 'target']);
const LOADERS = new Set(['source', 'track', 'iframe']);

/**
 * The text of a page with addresses that work inside one file: links lead to `#page` or `#page:anchor`, ids and names of controls are the
 * page's own, pictures are inside. What would load something is a link to the list of files.
 */
export function readdressed(pageUrl: string, trees: readonly ElementTree[], key: string, places: Places): readonly Tree[] {
  const own = new Set(elementsIn(trees).flatMap(([, { id }]) => id ?? []));
  const idOf = (id: string): string => anchorId(key, id);
  const within = (text: string): string =>
    text
      .split(/\s+/u)
      .map((id) => (own.has(id) ? idOf(id) : id))
      .join(' ');

  const hrefFrom = (href: string): string | null => {
    if (/^[a-z][a-z0-9+.-]*:/iu.test(href)) return href;
    const fragment = decoded(/#(.*)$/su.exec(href)?.[1] ?? '');
    const url = href.startsWith('#') ? pageUrl : resolved(href, pageUrl);
    const to = places.keyOf(url);
    if (to === null) return places.file(url);
    return hrefOf(fragment !== '' && places.idsOf(url).has(fragment) ? anchorId(to, fragment) : to);
  };

  const attributesOf = (name: string, attributes: Attributes): Attributes =>
    Object.fromEntries(
      Object.entries(attributes).flatMap(([attribute, value]): readonly (readonly [string, string])[] => {
        if (FOR_SCRIPTS.has(attribute)) return [];
        if (attribute === 'id') return [[attribute, idOf(value)]];
        if (attribute === 'name' && name === 'input') return [[attribute, idOf(value)]];
        if (IDREFS.includes(attribute)) return [[attribute, within(value)]];
        if (attribute === 'href' || attribute === 'xlink:href') {
          if (name === 'a' || name === 'area') {
            const href = hrefFrom(value);
            return href === null ? [] : [[attribute, href]];
          }
          if (name === 'image') return pictureIn(attribute, value);
          return [[attribute, own.has(value.slice(1)) ? `#${idOf(value.slice(1))}` : value]];
        }
        if (value.includes('url(#')) return [[attribute, value.replace(/url\(#([^)]+)\)/gu, (_, id: string) => `url(#${within(id)})`)]];
        return [[attribute, value]];
      }),
    );

  const pictureIn = (attribute: string, value: string): readonly (readonly [string, string])[] => {
    if (value.startsWith('data:image/')) return [[attribute, value]];
    const inside = isLocal(value) ? places.picture(resolved(value, pageUrl)) : null;
    return inside === null ? [] : [[attribute, inside]];
  };

  const change = ([name, attributes, children]: ElementTree): readonly Tree[] => {
    if (LOADERS.has(name)) return [];
    if (name === 'audio' || name === 'video') return [linkToMedium(attributes, children, hrefFrom)];
    if (name === 'picture') return children;
    if (name === 'img') {
      const { src, ...rest } = attributes;
      const [picture] = src === undefined ? [] : pictureIn('src', src);
      // Without its picture, what it shows is said.
      if (picture === undefined) return [attributes['alt'] ?? ''];
      return [[name, { src: picture[1], ...attributesOf(name, rest) }, []]];
    }
    return [[name, attributesOf(name, attributes), children]];
  };
  return trees.flatMap((tree) => changed(tree, change));
}

function isLocal(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(address);
}

/** Sound and film are in the list of files. */
function linkToMedium(attributes: Attributes, children: readonly Tree[], hrefFrom: (href: string) => string | null): Tree {
  const src = attributes['src'] ?? '';
  const href = src === '' ? null : hrefFrom(src);
  const name =
    attributes['aria-label'] ?? attributes['title'] ?? (children.map(textOf).join('').trim() || decoded(src.split('/').at(-1) ?? ''));
  return ['a', href === null ? {} : { href }, [name]];
}
