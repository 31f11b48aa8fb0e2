import { element, replaceKeyed } from './search-dom.ts';
import type { FacetValue } from './search-facets.ts';
import type { Answer } from './search-query.ts';
import { FACETS, type FacetName, type SearchRequest } from './search-request.ts';
import { kindGlyph, kindName } from './search-words.ts';

export interface Filters {
  readonly form: HTMLElement;
  /** Offers the values of an answer; nothing where there is no answer and nothing chosen. */
  readonly show: (request: SearchRequest, answer: Answer | null) => void;
}

const LEGENDS: Readonly<Record<FacetName, string>> = { kind: 'Kind', account: 'Account', year: 'Year' };
const MOST = 12;

/** The filters of the search page: radio buttons, kind first, the others below `More filters` on small screens. */
export function createFilters(choose: (name: FacetName, value: string | null) => void): Filters {
  const sets: Readonly<Record<FacetName, HTMLElement>> = { kind: setOf(), account: setOf(), year: setOf() };
  const facets = FACETS.map((name) => element('fieldset', { class: 'facet' }, element('legend', {}, LEGENDS[name]), sets[name]));
  const [kind, ...others] = facets;
  const rest = element('details', { class: 'rest' }, element('summary', {}, 'More filters'), ...others);
  rest.open = matchMedia('(min-width: 56rem)').matches;
  const form = element('form', { class: 'hang stay filters', 'aria-label': 'Filter results' }, kind ?? null, rest);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const name = FACETS.find((facet) => event.target instanceof HTMLInputElement && `f-${facet}` === event.target.name);
    if (name) choose(name, event.target.value === '' ? null : event.target.value);
  });
  const show: Filters['show'] = (request, answer) => {
    for (const [index, name] of FACETS.entries()) {
      const values = valuesOf(answer?.facets[name] ?? [], request[name]);
      const facet = facets[index];
      if (facet) facet.hidden = values.length < 2 && request[name] === null;
      replaceKeyed(sets[name], [
        radio(name, null, request[name] === null, null),
        ...values.map(({ value, count }) => radio(name, value, value === request[name], count)),
      ]);
    }
    rest.hidden = others.every((facet) => facet.hidden);
  };
  return { form, show };
}

function setOf(): HTMLElement {
  return element('div', { class: 'set' });
}

/** The first dozen, the chosen value always among them. */
function valuesOf(values: readonly FacetValue[], chosen: string | null): readonly FacetValue[] {
  const shown = values.slice(0, MOST);
  if (chosen === null || shown.some(({ value }) => value === chosen)) return shown;
  return [...shown, values.find(({ value }) => value === chosen) ?? { value: chosen, count: 0 }];
}

function radio(name: FacetName, value: string | null, checked: boolean, count: number | null): HTMLElement {
  const input = element('input', { type: 'radio', name: `f-${name}`, value: value ?? '', 'data-key': `${name}:${value ?? ''}` });
  input.checked = checked;
  const words = value === null ? [name === 'kind' ? 'All' : 'Any'] : name === 'kind' ? [kindGlyph(value), kindName(value).many] : [value];
  return element('label', {}, input, ...words, count === null ? null : element('span', { class: 'n' }, String(count)));
}
