// A letter first, two characters at least: `C:\x` is no address. A space after the colon makes it a title, not an address.
const SCHEME = /^([a-z][a-z0-9+.-]+):(?!\s|%20|$)/iu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore them inside an address
const IGNORED = /[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/gu;
const UNSAFE =
  /^(?:javascript|vbscript|livescript|mocha|data|file|filesystem|blob|about|view-source|jar|mhtml|mk|ms-its|res|resource|chrome|wyciwyg|feed):/iu;

/** True for an address with a scheme (`https:`, `mailto:`, `obsidian:` …) or of another host (`//host/`): it leads out of the vault. */
export function isExternal(target: string): boolean {
  return SCHEME.test(target) || target.startsWith('//');
}

/** True for addresses that can run code, carry a document of their own, or name a place on the reader's machine. They never become links. */
export function isUnsafeUrl(url: string): boolean {
  return UNSAFE.test(url.replace(IGNORED, ''));
}

/** True for a picture that is written out in the address itself, of a kind that can hold nothing but a picture. */
export function isDataPicture(url: string): boolean {
  return /^\s*data:image\/(?:png|jpe?g|gif|webp|avif|bmp);base64,[A-Za-z0-9+/=\s]+$/iu.test(url);
}
