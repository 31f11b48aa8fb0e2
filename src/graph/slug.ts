/** Bytes a path segment may have in UTF-8, extension included, so that it fits every file system and archive. */
export const SEGMENT_BYTES = 80;

/** Letters and digits of every script, and the marks that belong to them; signs that show nothing are none. */
const WORD = /[[\p{L}\p{N}]--\p{Default_Ignorable_Code_Point}][[\p{L}\p{N}\p{M}]--\p{Default_Ignorable_Code_Point}]*/gv;
const ASCII_WORD = /[a-z0-9]+/gu;
/** Words parted in a way that says no more than that a word ends. */
const PLAIN = /^[a-z0-9]+(?:(?: - |[ -])[a-z0-9]+)*$/i;
const PUNCTUATION = /^[\p{P}\p{Z}\s]*$/u;
/** Punctuation that holds a word together when no space is near it: `v1.2`, `O'Neill`, `10:30`. */
const INSIDE_WORD = /['’.:,·]/u;

/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/u;
/** Names that a host or the site itself gives a meaning. */
const SITE_NAMES = new Set([
  'index',
  '404',
  '500',
  'search',
  'feed',
  'sitemap',
  'robots',
  'llms',
  'dossier',
  'pagefind',
  'headers',
  'redirects',
]);

/** A name as part of a URL. */
export interface SlugInfo {
  /** Never empty, no `/` or `.`, at most `limit` bytes. */
  readonly slug: string;
  /** True when more was lost than case, spaces and punctuation between words, when the name was cut, or when the slug is a reserved name. */
  readonly changed: boolean;
}

/**
 * A name as part of a URL: NFC, lower case, letters and digits of every script as they are, everything else one `-`. A name without any letter or digit
 * is spelled by its code points (`🎉` is `1f389`). `limit` is in bytes of UTF-8.
 */
export function slugOf(text: string, limit: number = SEGMENT_BYTES - '.html'.length): SlugInfo {
  if (PLAIN.test(text)) return slugFrom(text.toLowerCase().replaceAll(' - ', '-').replaceAll(' ', '-'), limit, false);
  const isAscii = !/[^\x20-\x7e]/u.test(text);
  const name = isAscii ? text.toLowerCase() : text.normalize('NFC').toLowerCase().normalize('NFC');
  const words: string[] = [];
  let changed = false;
  let from = 0;
  for (const match of name.matchAll(isAscii ? ASCII_WORD : WORD)) {
    changed ||= isLoss(name.slice(from, match.index), words.length === 0);
    words.push(match[0]);
    from = match.index + match[0].length;
  }
  changed ||= isLoss(name.slice(from), true);
  const full = words.length > 0 ? words.join('-') : codePoints(name);
  return slugFrom(full, limit, changed || words.length === 0);
}

function slugFrom(full: string, limit: number, changed: boolean): SlugInfo {
  const slug = cutSlug(full, limit);
  return { slug, changed: changed || slug !== full || DEVICE.test(slug) || SITE_NAMES.has(slug) };
}

/** The slug in at most `limit` bytes, cut between words where that keeps half of it, never within a letter and its marks. */
export function cutSlug(slug: string, limit: number): string {
  // No UTF-16 unit takes more than three bytes.
  if (slug.length * 3 <= limit || utf8Length(slug) <= limit) return slug;
  let bytes = 0;
  let end = 0;
  let safe = 0;
  for (const char of slug) {
    if (!/\p{M}/u.test(char)) safe = end;
    bytes += utf8Length(char);
    if (bytes > limit) break;
    end += char.length;
  }
  const cut = safe === 0 ? slug.slice(0, end) : slug.slice(0, safe);
  const wordEnd = slug[cut.length] === '-' ? cut.length : cut.lastIndexOf('-');
  return (wordEnd > cut.length / 2 ? cut.slice(0, wordEnd) : cut).replace(/-+$/u, '');
}

/** `length` characters `0-9a-z` that stand for a text, the same on every machine. Not for secrets: anyone can find a text with the same hash. */
export function shortHash(text: string, length: number): string {
  let hash = '';
  for (let seed = 0; hash.length < length; seed += 1) hash += (hash53(text, seed) % 36 ** 6).toString(36).padStart(6, '0');
  return hash.slice(0, length);
}

/** Two 32-bit multiplicative lanes, mixed as in MurmurHash3, of which 53 bits are kept. */
function hash53(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b & 0x1fffff) * 2 ** 32 + (a >>> 0);
}

/** Whether what stands between two words (or at the edge of a name) says more than that a word ends. */
function isLoss(between: string, isEdge: boolean): boolean {
  if (between === '' || between === '-' || between === ' ' || between === ' - ') return false;
  if (!PUNCTUATION.test(between)) return true;
  return !isEdge && !/\s/u.test(between) && INSIDE_WORD.test(between);
}

function codePoints(name: string): string {
  const shown = [...name].filter((char) => !/\p{Default_Ignorable_Code_Point}/u.test(char));
  const chars = shown.length > 0 ? shown : [...name];
  return chars.length > 0 ? chars.map((char) => char.codePointAt(0)?.toString(16)).join('-') : 'untitled';
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else {
      const isPair = (text.codePointAt(i) ?? 0) > 0xffff;
      bytes += isPair ? 4 : 3;
      if (isPair) i += 1;
    }
  }
  return bytes;
}
