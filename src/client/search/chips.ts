import { element } from './dom.ts';
import type { Facets } from './facets.ts';
import { chosenOf, isFiltered, type SearchRequest, toggled, withoutFilters } from './request.ts';
import { kindGlyph, kindName } from './words.ts';

/** Chips of one filter in the dialog; the search page offers more, and more filters. */
const MOST = { kind: 6, account: 3, year: 3 } as const;
type Chipped = keyof typeof MOST;
export const CHIPPED: readonly Chipped[] = ['kind', 'account', 'year'];

/** Filters as toggle buttons: `All`, then the values that lead to results. None where there is nothing to choose. */
export function chipsOf(request: SearchRequest, facets: Facets, change: (request: SearchRequest) => void): readonly HTMLElement[] {
  const chosen = isFiltered(request);
  const chips = CHIPPED.flatMap((name) => valuesOf(request, facets, name).map((value) => chipOf(request, name, value, change)));
  if (chips.length === 0 && !chosen) return [];
  const all = chip('all', !chosen, 'All');
  all.addEventListener('click', () => change(withoutFilters(request)));
  return [all, ...chips];
}

/** The most frequent values, the chosen one always among them; none when there is no choice. */
function valuesOf(request: SearchRequest, facets: Facets, name: Chipped): readonly string[] {
  const values = (facets[name] ?? []).map(({ value }) => value);
  const chosen = request[name];
  if (chosen === null) return values.length > 1 ? values.slice(0, MOST[name]) : [];
  const shown = values.slice(0, MOST[name]);
  return shown.includes(chosen) ? shown : [chosen, ...shown.slice(0, MOST[name] - 1)];
}

function chipOf(request: SearchRequest, name: Chipped, value: string, change: (request: SearchRequest) => void): HTMLElement {
  const pressed = chosenOf(request, name).includes(value);
  const made =
    name === 'kind' ? chip(`kind:${value}`, pressed, kindGlyph(value), kindName(value).many) : chip(`${name}:${value}`, pressed, value);
  made.addEventListener('click', () => change(toggled(request, name, value)));
  return made;
}

function chip(key: string, pressed: boolean, ...children: readonly (Node | string)[]): HTMLElement {
  return element('button', { type: 'button', class: 'chip', 'aria-pressed': String(pressed), 'data-key': key }, ...children);
}
