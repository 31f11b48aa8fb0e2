import { FACETS, type FacetName } from '../../search/table.ts';
import { element, replaceKeyed } from './dom.ts';
import type { Facets } from './facets.ts';
import type { Answer } from './query.ts';
import { chosenOf, isFiltered, type SearchRequest, toggled, withoutFilters } from './request.ts';
import { createValueList } from './values.ts';
import { facetWords, kindName } from './words.ts';

export interface Filters {
  readonly form: HTMLElement;
  /** What is chosen, each with a button that takes it away; stands over the results. */
  readonly chosen: HTMLElement;
  /** Offers the values of an answer; nothing but what is chosen without one. */
  readonly show: (request: SearchRequest, answer: Answer | null) => Promise<void>;
}

/** The filters of the search page, folded on small screens. `change` is given what each choice makes of the request. */
export function createFilters(change: (step: (request: SearchRequest) => SearchRequest) => void): Filters {
  let last: { readonly request: SearchRequest; readonly answer: Answer | null } | null = null;
  /** Filters whose values the reader has asked for. */
  const wanted = new Set<FacetName>();
  const choose = (name: FacetName, value: string | null): void => {
    change((request) => (value === null ? { ...request, [name]: null } : toggled(request, name, value)));
  };
  const lists = FACETS.map((name) => {
    const want = (): void => {
      wanted.add(name);
      if (last) void show(last.request, last.answer);
    };
    return [name, createValueList(name, (value) => choose(name, value), want)] as const;
  });
  const summary = element('summary', {}, 'Filters');
  const rest = element('details', { class: 'rest' }, summary, ...lists.map(([, { root }]) => root));
  rest.open = matchMedia('(min-width: 56.01rem)').matches;
  const form = element('form', { class: 'hang stay filters', 'aria-label': 'Filter results' }, rest);
  form.addEventListener('submit', (event) => event.preventDefault());
  const chosen = element('p', { class: 'chosen', role: 'group', 'aria-label': 'Chosen filters', hidden: '' });

  /** Those of the last answer stay until the values of the next are counted. */
  const show: Filters['show'] = async (asked, answer) => {
    const mine = { request: asked, answer };
    last = mine;
    const read = FACETS.filter((name) => answer?.cheap.includes(name) || wanted.has(name) || chosenOf(asked, name).length > 0);
    const facets: Facets = (await answer?.facets(read).catch(() => null)) ?? {};
    if (last === mine) draw(asked, facets, answer !== null);
  };

  const draw = (asked: SearchRequest, facets: Facets, answered: boolean): void => {
    for (const [name, list] of lists) list.show(facets[name] ?? (answered ? null : []), chosenOf(asked, name));
    const count = FACETS.reduce((sum, name) => sum + chosenOf(asked, name).length, 0);
    summary.textContent = count === 0 ? 'Filters' : `Filters, ${count} chosen`;
    rest.hidden = lists.every(([, { root }]) => root.hidden);
    chosen.hidden = !isFiltered(asked);
    const buttons = FACETS.flatMap((name) => chosenOf(asked, name).map((value) => removeButton(name, value)));
    const clear = buttons.length < 2 ? [] : [clearButton()];
    replaceKeyed(chosen, [...buttons, ...clear]);
  };

  const removeButton = (name: FacetName, value: string): HTMLElement => {
    const shown = name === 'kind' ? kindName(value).many : value;
    const label = `Remove filter ${facetWords(name).legend}: ${shown}`;
    const button = element(
      'button',
      { type: 'button', class: 'chip', 'aria-label': label, 'data-key': `x:${name}:${value}` },
      shown,
      cross(),
    );
    button.addEventListener('click', () => change((request) => toggled(request, name, value)));
    return button;
  };

  const clearButton = (): HTMLElement => {
    const button = element('button', { type: 'button', class: 'plain link', 'data-key': 'x:all' }, 'Clear filters');
    button.addEventListener('click', () => change(withoutFilters));
    return button;
  };

  return { form, chosen, show };
}

function cross(): HTMLElement {
  return element('span', { 'aria-hidden': 'true' }, '×');
}
