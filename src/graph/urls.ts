import type { VaultPath } from '../vault/vault.ts';
import type { Href, PageUrl } from './graph.ts';
import { lastSegment } from './names.ts';
import { cutSlug, SEGMENT_BYTES, shortHash, slugOf } from './slug.ts';

/** Folder of the site for each kind of page whose name comes from the vault. */
export type UrlPrefix = 'accounts/' | 'people/' | 'meetings/' | 'notes/' | 'tags/' | 'ghosts/' | (string & {});

/** A page to be given an address. */
export interface UrlItem {
  /** What the page is known by: vault path, or the key of a name. Unique; the hash is made from it. */
  readonly key: string;
  readonly prefix: UrlPrefix;
  /** File name without `.md`, display name, or tag; a tag's `/` become folders. */
  readonly name: string;
}

const HASH_LENGTH = 6;
/** Beyond this a nested tag is one segment, so that whole paths stay within what Windows takes. */
const MAX_DEPTH = 6;
const MAX_PATH_BYTES = 160;

/**
 * An address for every page, different from all others even where case does not count, whatever the order of the items. A name that was changed by more
 * than case, spaces and punctuation between words has a hash of its key in it, and so have all of several names that would meet at one address:
 * an address changes only when a namesake appears.
 */
export function urlsFromNames(items: readonly UrlItem[]): ReadonlyMap<string, PageUrl> {
  const places = items.map((item): Place => {
    const { folder, name } = placeOf(item);
    return { key: item.key, folder, name, suffix: '.html' };
  });
  return uniqueUrls(places) as ReadonlyMap<string, PageUrl>;
}

/**
 * An address below `files/` for every attachment, by the same rules, with the extension of the file; and for every document (canvas, base), which is a
 * page there.
 */
export function fileHrefsFromPaths(paths: readonly VaultPath[], documents: readonly VaultPath[] = []): ReadonlyMap<VaultPath, Href> {
  const placeOfFile = (path: VaultPath, page: boolean): Place => {
    const name = lastSegment(path);
    const extension = /(?<=.)\.[a-z0-9]{1,10}$/iu.exec(name)?.[0] ?? '';
    const suffix = page ? '.html' : extension.toLowerCase();
    return { key: path, folder: 'files/', name: name.slice(0, name.length - extension.length), suffix };
  };
  const places = [...paths.map((path) => placeOfFile(path, false)), ...documents.map((path) => placeOfFile(path, true))];
  return uniqueUrls(places) as ReadonlyMap<string, string> as ReadonlyMap<VaultPath, Href>;
}

interface Place {
  readonly key: string;
  readonly folder: string;
  /** What the last segment is made from. */
  readonly name: string;
  readonly suffix: string;
}

function placeOf({ prefix, name }: UrlItem): { readonly folder: string; readonly name: string } {
  if (prefix !== 'tags/' || !name.includes('/')) return { folder: prefix, name };
  const segments = name.split('/').filter((segment) => segment !== '');
  const leaf = segments.pop() ?? name;
  const folders = segments.map((segment, i) =>
    folderSlug(
      segment,
      segments
        .slice(0, i + 1)
        .join('/')
        .toLowerCase(),
    ),
  );
  const folder = folders.map((segment) => `${segment}/`).join('');
  if (folders.length > MAX_DEPTH || new TextEncoder().encode(folder).length > MAX_PATH_BYTES) return { folder: prefix, name };
  return { folder: prefix + folder, name: leaf };
}

function folderSlug(segment: string, key: string): string {
  const { slug, changed } = slugOf(segment, SEGMENT_BYTES);
  return changed ? withHash(slug, key, HASH_LENGTH, SEGMENT_BYTES) : slug;
}

/** Hashes are lengthened for those that meet until nobody does: plain names first, so that a hash once given stays as it is. */
function uniqueUrls(places: readonly Place[]): ReadonlyMap<string, string> {
  const pages = [...new Map(places.map((place) => [place.key, place])).values()].map((place) => {
    const { slug, changed } = slugOf(place.name, SEGMENT_BYTES - place.suffix.length);
    const page = { place, slug, hashLength: changed ? HASH_LENGTH : 0, url: '' };
    page.url = urlOf(page);
    return page;
  });
  let meeting = groupsThatMeet(pages);
  while (meeting.length > 0) {
    for (const group of meeting) {
      const shortest = Math.min(...group.map((page) => page.hashLength));
      for (const page of group) if (page.hashLength === shortest) page.hashLength += HASH_LENGTH;
    }
    for (const page of meeting.flat()) page.url = urlOf(page);
    meeting = groupsThatMeet(pages);
  }
  return new Map(pages.map(({ place, url }) => [place.key, url]));
}

function urlOf({ place, slug, hashLength }: { readonly place: Place; readonly slug: string; readonly hashLength: number }): string {
  const { key, folder, suffix } = place;
  return folder + (hashLength === 0 ? slug : withHash(slug, key, hashLength, SEGMENT_BYTES - suffix.length)) + suffix;
}

function withHash(slug: string, key: string, length: number, limit: number): string {
  return `${cutSlug(slug, limit - length - 1)}-${shortHash(key, length)}`;
}

function groupsThatMeet<T extends { readonly url: string }>(pages: readonly T[]): readonly (readonly T[])[] {
  const first = new Map<string, T>();
  const meeting = new Map<T, T[]>();
  for (const page of pages) {
    const key = caseFold(page.url);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, page);
      continue;
    }
    const group = meeting.get(other);
    if (group === undefined) meeting.set(other, [other, page]);
    else group.push(page);
  }
  return [...meeting.values()];
}

/** The form in which no two addresses may be equal: file systems differ in how they fold case, so the widest folding counts. */
function caseFold(url: string): string {
  if (!/[^\x20-\x7e]/u.test(url)) return url.toLowerCase();
  return url.toUpperCase().toLowerCase().replace(/ς/gu, 'σ').normalize('NFC');
}
