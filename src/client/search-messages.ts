import { element } from './search-dom.ts';
import type { SearchRequest } from './search-query.ts';
import { FACETS } from './search-query.ts';

/** The page was opened from a folder, where browsers do not let a script read the index. */
export class NotServed extends Error {
  override readonly name = 'NotServed';
}

/** A way into the site without search. */
export interface IndexLink {
  readonly text: string;
  readonly href: string;
}

/** The lists the page links to: those below `parent`, or those of the navigation. */
export function indexLinks(parent: ParentNode | null): readonly IndexLink[] {
  const links = [...(parent?.querySelectorAll('a[href]') ?? [])];
  const found = links.length > 0 ? links : [...document.querySelectorAll('header nav a[href]')];
  return found
    .map((link) => ({ text: link.textContent?.trim() ?? '', href: link.getAttribute('href') ?? '' }))
    .filter(({ text }) => text !== '');
}

/** Said when the index cannot be read: why, what to do, and other ways in. */
export function failureMessage(error: unknown, links: readonly IndexLink[], retry: () => void): HTMLElement {
  if (error instanceof NotServed) {
    const why = 'Search needs this site to be served: opened from a folder, the browser does not let it read the index.';
    return message([why, 'Start any web server in the folder, or go by the lists:'], links, null);
  }
  const why = navigator.onLine ? 'The search index could not be read.' : 'You are offline, and the search index is not at hand.';
  const button = element('button', { type: 'button', class: 'chip' }, 'Try again');
  button.addEventListener('click', retry);
  return message([why, 'The lists work without it:'], links, button);
}

/** Said when nothing matches. `widen` is called with the request without its filters. */
export function nothingMessage(request: SearchRequest, links: readonly IndexLink[], widen: (request: SearchRequest) => void): HTMLElement {
  const quoted = request.text.trim() === '' ? 'Nothing here' : `Nothing found for “${request.text.trim()}”`;
  if (FACETS.every((name) => request[name] === null)) {
    return message([`${quoted}.`, 'Try fewer or shorter words, or go by the lists:'], links, null);
  }
  const button = element('button', { type: 'button', class: 'chip' }, 'Search without filters');
  button.addEventListener('click', () => widen({ ...request, kind: null, account: null, year: null }));
  return message([`${quoted} with these filters.`], [], button);
}

function message(lines: readonly string[], links: readonly IndexLink[], button: HTMLElement | null): HTMLElement {
  const list = element(
    'ul',
    { class: 'ways' },
    ...links.map(({ text, href }) => element('li', {}, element('a', { class: 'link', href }, text))),
  );
  return element('div', { class: 'told' }, ...lines.map((line) => element('p', {}, line)), button, links.length > 0 ? list : null);
}
