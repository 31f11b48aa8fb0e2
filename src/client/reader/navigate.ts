import type { Book } from './book.ts';
import { ANCHOR } from './book-format.ts';
import { enliven } from './enliven.ts';

/** How long scrolling must rest before its place is remembered, in milliseconds: browsers refuse to be told at every step. */
const REST = 120;

interface Place {
  readonly key: string;
  /** Id of an element on the page, null for the page itself. */
  readonly anchor: string | null;
}

/**
 * Shows the page that the address names, and goes on doing so. One document stands for many pages, so what browsers do by themselves between
 * pages is done here: the title, the place a reader had scrolled to, and the focus, which goes to the heading so that it is read aloud.
 */
export function navigate(book: Book): void {
  let current: string | null = null;
  history.scrollRestoration = 'manual';

  const go = (first: boolean): void => {
    const { key, anchor } = placeOf(book);
    const turned = key !== current;
    const page = turned ? book.show(key) : null;
    if (page) {
      current = key;
      document.title = page.title;
      document.body.className = page.body;
      markNavigation(page.nav);
      if (page.fresh) enliven(page.element);
    }
    const target = anchor === null ? null : document.getElementById(anchor);
    if (target) reveal(target);
    const left: unknown = history.state?.y;
    if (typeof left === 'number') scrollTo({ top: left, behavior: 'instant' });
    else if (target) {
      // The browser looked for the target before it was there: asked again, it scrolls to it and styles it as the target.
      if (turned) keepingFocus(() => location.replace(location.hash));
    } else if (!first) scrollTo({ top: 0, behavior: 'instant' });
    if (page && !first) focusOn(target ?? page.element.querySelector<HTMLElement>('h1') ?? page.element);
  };

  addEventListener('hashchange', () => go(false));
  let timer = 0;
  const remember = (): void => {
    clearTimeout(timer);
    try {
      history.replaceState({ y: scrollY }, '');
    } catch {
      // Some viewers of attachments lend a page no history. It then opens at its top.
    }
  };
  addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = window.setTimeout(remember, REST);
  });
  document.addEventListener('click', remember, { capture: true });
  addEventListener('pagehide', remember);
  go(true);
}

function placeOf(book: Book): Place {
  const text = decoded(location.hash.slice(1));
  const key = text.split(ANCHOR, 1)[0] ?? '';
  if (!book.has(key)) return { key: book.start, anchor: null };
  return { key, anchor: text.length > key.length + 1 ? text : null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function markNavigation(nav: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.top a[href^="#"]')) {
    if (nav !== '' && decoded(link.hash.slice(1)) === nav) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const menu = document.getElementById('menu');
  if (menu?.matches(':popover-open')) menu.hidePopover();
}

/** What is folded away around a target stands open. */
function reveal(target: Element): void {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
}

/** A browser that goes to a place on a page takes the focus from what has it. A dialog that was opened meanwhile keeps it. */
function keepingFocus(go: () => void): void {
  const active = document.activeElement;
  go();
  if (active instanceof HTMLElement && active.closest('dialog[open]')) active.focus();
}

function focusOn(element: HTMLElement): void {
  if (!element.matches('a[href], button, input, [tabindex]')) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
