import { element } from './dom.ts';
import type { Answer, Guess } from './query.ts';
import { isFiltered, type SearchRequest, withoutFilters } from './request.ts';
import { isNotInFolder } from './site-base.ts';
import { resultCount } from './words.ts';

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
  if (isNotInFolder(error)) {
    const why = 'This copy of the site can be searched only from a web server: it was built without search for folders, or lacks files.';
    const how = 'Start any web server in the folder, build again with “search.offline: always” in dossier.yaml, or go by the lists:';
    return message([why, how], links, null);
  }
  const why = navigator.onLine ? 'The search index could not be read.' : 'You are offline, and the search index is not at hand.';
  const button = element('button', { type: 'button', class: 'chip' }, 'Try again');
  button.addEventListener('click', retry);
  return element('div', { class: 'told' }, element('p', {}, why), button, ...message(['The lists work without it:'], links, null).children);
}

/** Said beside results of which some can not be read; null when all can. */
export function unreadMessage(unread: number, retry: () => void): HTMLElement | null {
  if (unread === 0) return null;
  const button = element('button', { type: 'button', class: 'chip' }, 'Try again');
  button.addEventListener('click', retry);
  return element('div', { class: 'told' }, element('p', {}, unreadWords(unread)), button);
}

function unreadWords(unread: number): string {
  return `${resultCount(unread)} could not be read.`;
}

/** Said before what is offered instead of results: what the site lacks, and queries that have results, to choose from. */
export function guessMessage(guess: Guess, request: SearchRequest, change: (request: SearchRequest) => void): HTMLElement {
  return element('div', { class: 'told' }, element('p', {}, lackWords(guess)), guessButtons(guess, request, change));
}

/** Queries that have results, as buttons; null without any. */
export function guessButtons({ queries }: Guess, request: SearchRequest, change: (request: SearchRequest) => void): HTMLElement | null {
  if (queries.length === 0) return null;
  const buttons = queries.map((query) => {
    const button = element('button', { type: 'button', class: 'chip', 'data-key': `mean:${query}` }, query);
    button.addEventListener('click', () => change({ ...request, text: query }));
    return button;
  });
  return element('p', { class: 'mean' }, 'Did you mean', ...buttons.flatMap((button) => [' ', button]));
}

function lackWords({ missing }: Guess): string {
  return missing.length === 0 ? 'No page has all of these words.' : `No exact match for ${quotedList(missing)}.`;
}

/** The name of the list of what is offered. */
export function guessName({ missing, instead }: Guess): string {
  if (instead !== null) return `Similar: “${instead}”`;
  return missing.length === 0 ? 'Pages with most of them' : 'Pages with the other words';
}

/** The name of the list of pages that only have the beginning of the last word. */
export function begunName(request: SearchRequest): string {
  const last = request.text.trim().split(/\s+/u).at(-1) ?? '';
  return `Words that begin with “${last}”`;
}

/** One line for those who listen: how much was found, whether it is what was asked for, and how much of it can not be read. */
export function outcomeWords(request: SearchRequest, answer: Answer, unread = 0): string {
  const words = foundWords(request, answer);
  return unread === 0 ? words : `${words.replace(/\.$/u, '')}. ${unreadWords(unread)}`;
}

function foundWords(request: SearchRequest, answer: Answer): string {
  const { total, guess } = answer;
  if (guess !== null && total === 0) {
    return guess.total === 0 ? lackWords(guess) : `${lackWords(guess)} ${guessName(guess)}, ${resultCount(guess.total)}.`;
  }
  if (total === 0) return 'No results';
  const common = commonWords(answer);
  return common === null
    ? counted(request, answer)
    : answer.everything
      ? `${common}: ${resultCount(total)}, newest first`
      : `${counted(request, answer)}. ${common}.`;
}

/** Which words of the query say nothing; null when all do. */
export function commonWords({ common }: Answer): string | null {
  if (common.length === 0) return null;
  return `${quotedList(common)} ${common.length === 1 ? 'is' : 'are'} on nearly every page`;
}

function counted(request: SearchRequest, { total, exact }: Answer): string {
  if (exact === total || request.text.trim() === '') return resultCount(total);
  const words = begunName(request).replace(/^Words/u, 'words');
  return exact === 0 ? `${resultCount(total)} for ${words}` : `${resultCount(exact)}, ${total - exact} more for ${words}`;
}

function quotedList(words: readonly string[]): string {
  const quoted = words.map((word) => (word.startsWith('“') ? word : `“${word}”`));
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** Said when nothing matches. `widen` is called with the request without its filters. */
export function nothingMessage(request: SearchRequest, links: readonly IndexLink[], widen: (request: SearchRequest) => void): HTMLElement {
  const quoted = request.text.trim() === '' ? 'Nothing here' : `Nothing found for “${request.text.trim()}”`;
  if (!isFiltered(request)) {
    return message([`${quoted}.`, 'Try fewer or shorter words, or go by the lists:'], links, null);
  }
  const button = element('button', { type: 'button', class: 'chip' }, 'Search without filters');
  button.addEventListener('click', () => widen(withoutFilters(request)));
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
