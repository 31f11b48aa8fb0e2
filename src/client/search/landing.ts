import { element, glyph, isTyping } from './dom.ts';
import { LANDING, landingWords, rangesIn } from './landing-places.ts';

// Marks the words that led here, on the page a result opens. Loaded when the address names them (`?hl=`). The page itself is not
// changed: the marks are highlights of the browser, and a browser without them shows the page as it is.

const ALL = 'found';
const HERE = 'found-here';

const main = document.getElementById('main') ?? document.querySelector('main');
const words = landingWords(location.search);
const ranges = main && 'highlights' in CSS ? rangesIn(main, words) : [];
if (ranges.length > 0) mark();

function mark(): void {
  let at = -1;
  const place = element('span', {});
  const context = element('span', { class: 'vh' });
  const status = element('p', { role: 'status' });
  const previous = button('Previous place', 'M4 10l4-4 4 4');
  const next = button('Next place', 'M4 6l4 4 4-4');
  const clear = element('button', { type: 'button' }, 'Clear');
  const several = ranges.length > 1 ? [previous, next] : [];
  const bar = element('div', { class: 'landing', role: 'region', 'aria-label': 'Places of what you searched' }, status, ...several, clear);
  CSS.highlights.set(ALL, new Highlight(...ranges));
  document.body.append(bar);
  status.append(place, context);

  const tell = (moved: boolean): void => {
    const quoted = words.map((word) => `“${word}”`).join(', ');
    const places = ranges.length === 1 ? '1 place' : `${ranges.length} places`;
    place.textContent = moved ? `${at + 1} of ${places}` : `${places} of ${quoted}`;
    context.textContent = moved ? `: ${sentenceOf(ranges[at])}` : '';
  };

  /** Points at a place, and brings it into view. */
  const go = (to: number, scroll: boolean): void => {
    at = (to + ranges.length) % ranges.length;
    const range = ranges[at];
    if (!range) return;
    CSS.highlights.set(HERE, new Highlight(range));
    for (let fold = range.startContainer.parentElement?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
      fold.open = true;
    if (!scroll) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 80) scrollBy({ top: top - innerHeight / 3, behavior: calm ? 'instant' : 'smooth' });
  };

  const step = (by: number): void => {
    go(at + by, true);
    tell(true);
  };

  const end = (): void => {
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(HERE);
    document.removeEventListener('keydown', keys);
    bar.remove();
    try {
      const params = new URLSearchParams(location.search);
      params.delete(LANDING);
      const query = params.toString();
      history.replaceState(history.state, '', location.pathname + (query === '' ? '' : `?${query}`) + location.hash);
    } catch {
      // Some browsers forbid it on file://: the marks come back when the page is loaded again.
    }
  };

  const keys = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open], :popover-open')) return;
    if (event.key === 'n' || event.key === 'N') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') end();
    else return;
    event.preventDefault();
  };

  previous.addEventListener('click', () => step(-1));
  next.addEventListener('click', () => step(1));
  clear.addEventListener('click', end);
  document.addEventListener('keydown', keys);
  tell(false);
  const target = anchored();
  go(firstPlace(target), target === null);
}

/** What the address itself leads to: the browser scrolls there, and the marks begin there. */
function anchored(): Element | null {
  try {
    return location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  } catch {
    return null;
  }
}

/** The first place after the anchor; without one, the first below the title, which the result has shown already. */
function firstPlace(target: Element | null): number {
  const found = ranges.findIndex(({ startContainer }) =>
    target
      ? target.contains(startContainer) || (target.compareDocumentPosition(startContainer) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
      : !startContainer.parentElement?.closest('h1'),
  );
  return Math.max(found, 0);
}

/** The words around a place, for those who listen. */
function sentenceOf(range: Range | undefined): string {
  const text = range?.startContainer.nodeValue ?? '';
  const from = range?.startOffset ?? 0;
  return text
    .slice(Math.max(0, from - 60), from + 90)
    .replace(/\s+/gu, ' ')
    .trim();
}

function button(name: string, path: string): HTMLButtonElement {
  return element('button', { type: 'button', 'aria-label': name, title: name }, glyph(path));
}
