/** How long a pointer rests, or the keyboard stays, on a link before its page shows, and how long it stays after that; milliseconds. */
const REST = 450;
const STAY = 700;
const LEAVE = 220;
const WIDE = 420;
const TALL = 300;
const EDGE = 8;

/** Links in the text of a page and in its lists. Those of its head, foot and paths stay plain. */
const LINKS = 'main a[href]:not(.crumbs a, .anchor, .picture, .file a, .pages a, [download])';
/** Pages that are about one thing; lists of many are no preview of anything. */
const SUBJECTS = /(?:^|\/)(?:accounts|people|meetings|notes|ghosts)\/[^/]+\.html$/;

/** The page a link leads to, when it is one of this site that is worth a look ahead; not the page the link stands on. */
export function previewOf(link: HTMLAnchorElement, here: Location): string | null {
  const to = new URL(link.href, here.href);
  if (to.protocol !== here.protocol || to.host !== here.host || to.pathname === here.pathname) return null;
  return SUBJECTS.test(decodeURI(to.pathname)) ? to.href : null;
}

/**
 * Shows the page a link leads to in a small frame beside it, to pointers that rest on the link and to the keyboard. The frame is only looked
 * at: it takes no focus, and the page in it knows that it is framed (`early.ts`). It goes with Escape, and when pointer or focus leave. The
 * same way serves pages from a folder, where nothing may be fetched.
 */
export function previewLinks(): void {
  if (document.documentElement.dataset['framed'] !== undefined || !('popover' in HTMLElement.prototype)) return;
  let timer = 0;
  let shown: { readonly link: HTMLAnchorElement; readonly box: HTMLElement; readonly focused: boolean } | null = null;

  const hide = (): void => {
    clearTimeout(timer);
    shown?.box.remove();
    shown = null;
  };
  const show = (link: HTMLAnchorElement, page: string, focused: boolean): void => {
    if (shown?.link === link) return;
    hide();
    const box = boxFor(page, link.textContent?.trim() ?? '');
    box.addEventListener('pointerenter', () => clearTimeout(timer));
    box.addEventListener('pointerleave', () => leave());
    box.addEventListener('click', () => link.click());
    document.body.append(box);
    box.showPopover();
    place(box, link);
    shown = { link, box, focused };
  };
  const leave = (): void => {
    if (shown?.focused) return;
    clearTimeout(timer);
    timer = window.setTimeout(hide, LEAVE);
  };
  const expect = (target: EventTarget | null, after: number): void => {
    const link = linkAt(target);
    if (!link) return;
    const page = previewOf(link, location);
    if (page === null) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => show(link, page, after === STAY), after);
  };

  document.addEventListener('pointerover', (event) => event.pointerType === 'mouse' && expect(event.target, REST));
  document.addEventListener('pointerout', (event) => event.pointerType === 'mouse' && linkAt(event.target) && leave());
  document.addEventListener(
    'focusin',
    (event) => event.target instanceof Element && event.target.matches(':focus-visible') && expect(event.target, STAY),
  );
  document.addEventListener('focusout', hide);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  // Focus scrolls the page: the frame goes along with its link. A reader who scrolls away under the pointer wants to read on.
  document.addEventListener(
    'scroll',
    () => {
      if (shown?.focused) place(shown.box, shown.link);
      else if (shown) hide();
    },
    { passive: true },
  );
  addEventListener('pagehide', hide);
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest(LINKS) : null;
  // Links in drawings are elements of another kind.
  return link instanceof HTMLAnchorElement ? link : null;
}

function boxFor(page: string, words: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'preview';
  box.popover = 'manual';
  box.setAttribute('aria-hidden', 'true');
  const frame = document.createElement('iframe');
  frame.src = page;
  frame.title = words;
  frame.tabIndex = -1;
  box.append(frame);
  return box;
}

/** Below the link, or above it where there is more room; never beyond the window. */
function place(box: HTMLElement, link: HTMLElement): void {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const wide = Math.min(WIDE, innerWidth - 2 * EDGE);
  const below = innerHeight - at.bottom - EDGE;
  const tall = Math.min(TALL, Math.max(below, at.top - EDGE) - EDGE);
  box.style.width = `${wide}px`;
  box.style.height = `${tall}px`;
  box.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - wide - EDGE))}px`;
  box.style.top = `${below >= tall || below >= at.top ? at.bottom + EDGE / 2 : at.top - tall - EDGE / 2}px`;
}
