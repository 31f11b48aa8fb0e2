import { isUnsafeUrl } from '../markdown/urls.ts';
import { escapeHtml } from './escape.ts';

/** Says nothing of the page the reader came from, and gives the other page no hold on this one. */
export const EXTERNAL_REL = 'rel="noreferrer noopener"';

/** An address outside the site, ready for an attribute: percent-encoded where it must be, escaped. Null when it must not be a link. */
export function externalHref(url: string): string | null {
  if (isUnsafeUrl(url)) return null;
  return escapeHtml(
    encodeURI(url.trim().toWellFormed())
      .replace(/%25([0-9a-f]{2})/giu, '%$1')
      .replace(/%5B/gu, '[')
      .replace(/%5D/gu, ']'),
  );
}

/** Host of an address, to name what has no words of its own. */
export function hostOf(url: string): string {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?([^/?#]+)/iu.exec(url)?.[1] ?? url;
}
