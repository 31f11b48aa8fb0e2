import { askerOver, type Outcome } from './asker.ts';
import { element, isTyping, keyHint } from './dom.ts';
import { createFilters } from './filters.ts';
import type { Hit } from './hit.ts';
import { apartItem, hitItem } from './list.ts';
import { begunName, failureMessage, guessButtons, guessName, indexLinks, nothingMessage, outcomeWords, unreadMessage } from './messages.ts';
import { type Place, placeIn } from './place.ts';
import type { Answer, Results, SearchEngine } from './query.ts';
import { recentButtons } from './recent.ts';
import type { SearchRequest } from './request.ts';
import { spokenLine } from './spoken.ts';
import { queryFromRequest, type RecentQueries, requestFromQuery } from './state.ts';
import { searchGlyph } from './words.ts';

export interface SearchPage {
  /** Brings the keyboard to the box. */
  readonly focus: () => void;
}

/** Hits shown at once, each of which may be a file to fetch, and added by each `Show more`. */
const FIRST = 10;
const STEP = 20;

/** The full search page, put in place of what `host` shows without scripts. Query, filters and order live in the address. */
export function createSearchPage(host: HTMLElement, open: () => Promise<SearchEngine>, recent: RecentQueries): SearchPage {
  const links = indexLinks(host);
  let request = requestFromQuery(location.search);
  /** The title of the page but for its first word. */
  const ofSite = document.title.replace(/^Search/u, '');
  /** Where the reader left off, when the browser leads back here; null once it is shown. */
  let place = placeIn(history.state);
  /** Hits that are asked for. */
  let asked = place?.asked ?? FIRST;
  /** What is asked was chosen: the next letter typed begins another step of the browser's history. */
  let settled = request.text !== '';

  const input = element('input', {
    id: 'q',
    name: 'q',
    type: 'search',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    maxlength: '200',
  });
  const label = element('label', { class: 'vh', for: 'q' }, 'Search all notes');
  const form = element('form', { role: 'search', class: 'ask' }, label, searchGlyph(), input, element('button', {}, 'Search'));
  const count = element('span', { class: 'outcome' });
  const status = spokenLine();
  const tell = (text: string): void => {
    count.textContent = text;
    status.say(text);
  };
  const best = element('a', { href: '' }, 'Best match');
  const newest = element('a', { href: '' }, 'Newest');
  const sorts = element('span', { class: 'sorts' }, best, newest);
  const filters = createFilters((step) => go(step(request)));
  const hits = element('ol', { class: 'hits' });
  const told = element('div', { class: 'tell' });
  const more = element('button', { type: 'button', class: 'chip' }, 'Show more');
  const rest = element('p', { class: 'told' }, 'The rest could not be read.');
  const keys = element(
    'p',
    { class: 'keys gap no-print' },
    keyHint(['j', 'k'], 'next, previous'),
    keyHint(['Enter'], 'open'),
    keyHint(['/'], 'back to the box'),
  );
  const results = element(
    'section',
    { class: 'part flush', 'aria-label': 'Results', tabindex: '-1' },
    filters.form,
    element('div', { class: 'body full' }, filters.chosen, told, hits, more, keys),
  );
  const head = element(
    'div',
    { class: 'body full' },
    element('h1', { class: 'vh' }, 'Search'),
    form,
    element('p', { class: 'order' }, count, status.root, sorts),
  );
  host.replaceChildren(element('header', { class: 'head' }, element('p', { class: 'hang' }), head), results);

  const titles = (): readonly HTMLElement[] => [...hits.querySelectorAll<HTMLElement>('.hit h2 > a')];

  const put = (answer: Answer | null, message: HTMLElement | null): void => {
    const held = results.contains(document.activeElement);
    /** Where the keyboard was on something that is gone, it stays among the results. */
    const hold = (): void => {
      if (held && document.activeElement === document.body) results.focus({ preventScroll: true });
    };
    hits.replaceChildren();
    told.replaceChildren(...(message ? [message] : []));
    hold();
    void filters.show(request, answer).then(hold);
    rest.remove();
    more.textContent = 'Show more';
    sorts.hidden = answer === null || answer.total < 2;
    keys.hidden = answer === null || answer.total === 0;
    more.hidden = true;
  };

  const show = (outcome: Outcome): void => {
    host.setAttribute('aria-busy', String(outcome.kind === 'waiting'));
    if (outcome.kind === 'waiting') {
      tell('Searching…');
    } else if (outcome.kind === 'idle') {
      const earlier = recentButtons(
        recent,
        (text) => go({ ...request, text }),
        () => {
          asker.ask(request, 'now');
          input.focus();
        },
      );
      put(null, earlier);
      tell('Type to search titles, headings and text of all notes.');
    } else if (outcome.kind === 'failed') {
      put(
        null,
        failureMessage(outcome.error, links, () => asker.ask(request, 'now')),
      );
      tell('Search is not available.');
    } else {
      const { answer, unread } = outcome;
      const guess = answer.total === 0 && outcome.offered.length > 0 ? answer.guess : null;
      put(answer, guess ? guessButtons(guess, request, go) : answer.total === 0 ? nothingMessage(request, links, go) : null);
      told.append(unreadMessage(unread, () => asker.ask(request, 'now')) ?? '');
      tell(outcomeWords(request, answer));
      status.say(outcomeWords(request, answer, unread));
      if (guess) hits.append(apartItem(guessName(guess)));
      add(guess ? outcome.offered : outcome.hits, guess ? null : begunName(request));
      const results: Results = guess ?? answer;
      more.hidden = results.total <= asked;
      more.onclick = () => void append(results, guess ? null : begunName(request));
      if (place !== null) goBackTo(place);
      place = null;
    }
  };

  const goBackTo = ({ opened, top }: Place): void => {
    const link = titles()[opened];
    const hit = link?.closest<HTMLElement>('.hit');
    if (!link || !hit) return;
    // Not the link itself: a link with the keyboard on it shows the page that the reader comes from.
    hit.tabIndex = -1;
    hit.focus({ preventScroll: true });
    window.scrollBy({ top: link.getBoundingClientRect().top - top, behavior: 'instant' });
  };

  /** Puts hits below those that are there, the first of those that only begin so under their name. */
  const add = (found: readonly Hit[], begun: string | null): void => {
    for (const hit of found) {
      if (begun !== null && hit.match === 'begun' && !hits.querySelector('.apart')) hits.append(apartItem(begun));
      hits.append(hitItem(hit));
    }
  };

  const append = async (results: Results, begun: string | null): Promise<void> => {
    const [shown, from] = [hits.querySelectorAll('.hit').length, asked];
    try {
      const next = await results.hits(from, STEP);
      if (hits.querySelectorAll('.hit').length !== shown) return;
      add(next, begun);
      asked = from + STEP;
      more.hidden = results.total <= asked;
      hits.querySelectorAll('.hit')[shown]?.querySelector('a')?.focus();
      rest.remove();
      more.textContent = 'Show more';
    } catch {
      // What is listed stays.
      more.before(rest);
      more.textContent = 'Try again';
      status.say(rest.textContent ?? '');
    }
  };

  const asker = askerOver(open, () => asked, show);

  const reflect = (): void => {
    if (input.value !== request.text) input.value = request.text;
    const title = request.text.trim();
    for (const [link, sort] of [
      [best, 'relevance'],
      [newest, 'date'],
    ] as const) {
      link.href = queryFromRequest({ ...request, sort }) || location.pathname;
      if (request.sort === sort) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    document.title = `${title === '' ? 'Search' : `Search: ${title}`}${ofSite}`;
  };

  /** From here on the first hits are asked for, or those up to where the reader left off. */
  const begin = (from: Place | null): void => {
    place = from;
    asked = from?.asked ?? FIRST;
  };

  /** A choice of the reader: a step of its own in the browser's history. */
  const go = (next: SearchRequest): void => {
    request = next;
    begin(null);
    record('push');
    settled = true;
    reflect();
    asker.ask(request, 'now');
  };

  const record = (how: 'push' | 'replace'): void => {
    const address = queryFromRequest(request) || location.pathname;
    try {
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    } catch {
      // Some browsers forbid it on file://, and limit how often: the page works without it.
    }
  };

  input.addEventListener('input', () => {
    request = { ...request, text: input.value };
    begin(null);
    record(settled ? 'push' : 'replace');
    settled = false;
    reflect();
    asker.ask(request, 'soon');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    recent.add(input.value);
    settled = true;
    asker.ask(request, 'now');
  });
  hits.addEventListener('click', (event) => {
    settled = true;
    recent.add(input.value);
    const hit = event.target instanceof Element ? event.target.closest('.hit') : null;
    const link = hit?.querySelector('h2 > a') ?? null;
    if (!(link instanceof HTMLElement)) return;
    const left: Place = { asked, opened: titles().indexOf(link), top: link.getBoundingClientRect().top };
    try {
      history.replaceState(left, '');
      // The browser would do it before there is anything to scroll.
      history.scrollRestoration = 'manual';
    } catch {
      // See `record`.
    }
  });
  for (const [link, sort] of [
    [best, 'relevance'],
    [newest, 'date'],
  ] as const) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go({ ...request, sort });
    });
  }
  window.addEventListener('popstate', () => {
    request = requestFromQuery(location.search);
    begin(placeIn(history.state));
    settled = true;
    reflect();
    asker.ask(request, 'now');
  });
  document.addEventListener('keydown', (event) => {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
    if (step === 0 || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const targets = titles();
    if (targets.length === 0) return;
    event.preventDefault();
    const at = targets.findIndex((target) => target.closest('.hit')?.contains(document.activeElement));
    targets[Math.min(Math.max(at + step, 0), targets.length - 1)]?.focus();
  });

  reflect();
  asker.ask(request, 'now');
  const focus = (): void => {
    input.focus();
    input.select();
  };
  if (request.text === '') focus();
  return { focus };
}
