import { countOf } from '../components/words.ts';
import { TITLES, type TitleRow, titlesFile } from '../views/change-list.ts';
import { type Changes, changesBetween, isList, textFromVisit, type Visit, visitFrom, visitFromText } from './visits.ts';

/** Notes listed at first. */
const LISTED = 8;
const MOST = 500;

type Loaded = typeof globalThis & { dossierNotes?: unknown; dossierTitles?: Record<number, readonly TitleRow[]> };

const root = document.documentElement.dataset['root'] ?? '';

/** Tells what changed since the last visit. The list of notes comes with the site, that of the last visit is kept in this browser and goes nowhere. */
export async function tellChanges(): Promise<void> {
  const host = document.querySelector<HTMLElement>('[data-changes]');
  const file = host?.dataset['changes'];
  if (!host || !file || !(await loaded(file))) return;
  const list = (globalThis as Loaded).dossierNotes;
  if (!isList(list)) return;
  const before = readVisit();
  const visit = visitFrom(before, list, Date.now());
  if (!writeVisit(visit)) return;
  if (before === null) say(host, 'Next time, what changed since this visit will stand here.');
  else await tell(host, visit, LISTED);
}

async function tell(host: HTMLElement, visit: Visit, most: number): Promise<void> {
  const changes = changesBetween(visit.seen, visit.list);
  const day = dayText(visit.since);
  const { added, changed, gone } = changes;
  const total = added.length + changed.length + gone;
  lead(total, day);
  if (total === 0) {
    say(host, `Nothing has changed since ${day}.`);
    return;
  }
  const heading = make('h2', 'Since your last visit');
  heading.id = 'changed';
  heading.tabIndex = -1;
  const counts = [added.length > 0 && `${added.length} new`, changed.length > 0 && `${changed.length} changed`, gone > 0 && `${gone} gone`];
  const rows = await rowsOf(changes, most);
  const items = document.createElement('ul');
  items.append(...rows);
  const more = added.length + changed.length - rows.length;
  host.replaceChildren(
    heading,
    make('p', `${day}: ${counts.filter(Boolean).join(', ')}`),
    ...(rows.length > 0 ? [items] : []),
    ...(more > 0 && most < MOST ? [button(`Show ${Math.min(more, MOST - most)} more`, () => void tell(host, visit, MOST))] : []),
    button('Mark all as seen', () => {
      writeVisit({ ...visit, seen: visit.list, since: Date.now() });
      lead(0, '');
      say(host, 'All seen.').focus();
    }),
  );
  unhide(host);
}

/** The notes themselves, newest first, under the titles that come with the site. */
async function rowsOf({ added, changed }: Changes, most: number): Promise<readonly HTMLLIElement[]> {
  const fresh = new Set(added);
  const places = [...added, ...changed].sort((a, b) => a - b).slice(0, most);
  const parts = [...new Set(places.map((place) => Math.floor(place / TITLES)))];
  await Promise.all(parts.map((part) => loaded(root + titlesFile(part))));
  return places.flatMap((place) => {
    const row = (globalThis as Loaded).dossierTitles?.[Math.floor(place / TITLES)]?.[place % TITLES];
    if (!row) return [];
    const [title, href, account] = row;
    const item = document.createElement('li');
    const link = make('a', title);
    link.href = root + href;
    const word = make('span', fresh.has(place) ? 'new' : 'changed');
    if (fresh.has(place)) word.className = 'new';
    item.append(link, word, ...(account && account !== title ? [make('span', `, ${account}`)] : []));
    return [item];
  });
}

function lead(total: number, day: string): void {
  const place = document.querySelector('[data-changed]');
  if (!place) return;
  const link = make('a', countOf(total, 'page'));
  link.href = '#changed';
  place.replaceChildren(...(total > 0 ? [link, ` changed since ${day}.`] : []));
}

function say(host: HTMLElement, text: string): HTMLElement {
  const line = make('p', text);
  line.tabIndex = -1;
  host.replaceChildren(line);
  unhide(host);
  return line;
}

/** Where the news have a part of their own, it shows only when there is something to tell. */
function unhide(host: HTMLElement): void {
  const part = host.closest<HTMLElement>('.part');
  if (part) part.hidden = false;
}

/** A time in words: `today at 09:05`, `Monday 16 March`. */
function dayText(time: number): string {
  const date = new Date(time);
  const locale = document.documentElement.lang;
  if (date.toDateString() === new Date().toDateString())
    return `today at ${date.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' })}`;
  const year = date.getFullYear() === new Date().getFullYear() ? {} : ({ year: 'numeric' } as const);
  return date.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}

/** Sites that lie on one host, or on one disk, are told apart by their place and title. */
function keyOfSite(): string {
  return `dossier-visit ${new URL(root || '.', location.href).pathname} ${document.title}`;
}

function readVisit(): Visit | null {
  try {
    return visitFromText(localStorage.getItem(keyOfSite()));
  } catch {
    return null;
  }
}

/** False where nothing can be kept: storage may be full, or closed to files and private windows. */
function writeVisit(visit: Visit): boolean {
  try {
    localStorage.setItem(keyOfSite(), textFromVisit(visit));
    return true;
  } catch {
    return false;
  }
}

/** Loads a classic script that holds data. */
function loaded(src: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = src;
    script.addEventListener('load', () => resolve(true));
    script.addEventListener('error', () => resolve(false));
    document.head.append(script);
  });
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), { textContent: text });
}

function button(text: string, action: () => void): HTMLButtonElement {
  const made = make('button', text);
  made.type = 'button';
  made.addEventListener('click', action);
  return made;
}
