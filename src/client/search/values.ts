import type { FacetName } from '../../search/table.ts';
import { keyOf } from '../../search/words.ts';
import { element, replaceKeyed } from './dom.ts';
import type { FacetValue } from './facets.ts';
import { spokenLine } from './spoken.ts';
import { facetWords, kindGlyph, kindName } from './words.ts';

/** One filter of the search page. */
export interface ValueList {
  readonly root: HTMLFieldSetElement;
  /** Offers these values, the most frequent first; what is chosen is always shown. `null`: they were not read, and a button asks for them. */
  readonly show: (values: readonly FacetValue[] | null, chosen: readonly string[]) => void;
}

/** Values shown at once; the others are found by their name. */
const MOST: Readonly<Record<FacetName, number>> = { kind: 10, account: 8, person: 6, tag: 6, year: 8 };

/**
 * A filter as radio buttons, or as check boxes where several values can be chosen. When there are more values than are shown, a box finds
 * them by a part of their name; Enter there takes the first. `wanted` is called when the reader asks for values that were not read.
 */
export function createValueList(name: FacetName, choose: (value: string | null) => void, wanted: () => void): ValueList {
  const words = facetWords(name);
  const many = name === 'person' || name === 'tag';
  const find = element('input', {
    type: 'search',
    class: 'seek',
    'aria-label': `Find ${words.one}`,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const open = element('button', { type: 'button', class: 'plain link', 'aria-expanded': 'false' }, `Choose ${words.one}`);
  const set = element('div', { class: 'set' });
  const status = spokenLine();
  const root = element('fieldset', { class: 'facet' }, element('legend', {}, words.legend), open, find, set, status.root);
  let values: readonly FacetValue[] = [];
  let chosen: readonly string[] = [];

  const matching = (): readonly FacetValue[] => {
    const typed = keyOf(find.value);
    if (typed === '' || find.hidden) return values;
    const found = values.filter(({ value }) => keyOf(value).includes(typed));
    const begins = ({ value }: FacetValue): boolean => value.split(/[\s/]+/u).some((word) => keyOf(word).startsWith(typed));
    return [...found.filter(begins), ...found.filter((value) => !begins(value))];
  };

  const draw = (): void => {
    find.hidden = values.length <= MOST[name];
    find.placeholder = `Find among ${values.length}`;
    const found = matching();
    const first = chosen.map((value) => values.find((other) => other.value === value) ?? { value, count: 0 });
    const offered = found.filter(({ value }) => !chosen.includes(value)).slice(0, MOST[name]);
    // The order of radio buttons stays when one is chosen, so that arrow keys go on from it.
    const shown = many || offered.length === 0 ? [...first, ...offered] : inOrder(found, [...first, ...offered]);
    const none = found.length === 0 && find.value !== '' ? [element('p', { class: 'none' }, `No ${words.many} like this`)] : [];
    replaceKeyed(set, [
      ...(many ? [] : [choice(null, chosen.length === 0, null)]),
      ...shown.map(({ value, count }) => choice(value, chosen.includes(value), count)),
      ...none,
    ]);
  };

  const choice = (value: string | null, checked: boolean, count: number | null): HTMLElement => {
    const key = `${name}:${value ?? ''}`;
    const input = element('input', { type: many ? 'checkbox' : 'radio', name: `f-${name}`, value: value ?? '', 'data-key': key });
    input.checked = checked;
    const text = value === null ? (name === 'kind' ? 'All' : 'Any') : name === 'kind' ? kindName(value).many : value;
    const glyph = name === 'kind' && value !== null ? kindGlyph(value) : null;
    const counted = count === null ? null : element('span', { class: 'n' }, String(count));
    return element('label', {}, input, glyph, element('span', { class: 'value' }, text), counted);
  };

  open.addEventListener('click', wanted);
  find.addEventListener('input', () => {
    draw();
    const { length } = matching();
    status.say(find.value.trim() === '' ? '' : `${length} ${length === 1 ? words.one.replace(/^an? /u, '') : words.many}`);
  });
  find.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && find.value !== '') {
      find.value = '';
    } else if (event.key === 'Enter' && !event.isComposing) {
      const [best] = find.value.trim() === '' ? [] : matching().filter(({ value }) => !chosen.includes(value));
      if (best) {
        find.value = '';
        choose(best.value);
      }
    } else return;
    event.preventDefault();
    draw();
  });
  set.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement) choose(event.target.value === '' ? null : event.target.value);
  });

  return {
    root,
    show: (next, picked) => {
      const waited = document.activeElement === open;
      [values, chosen] = [next ?? [], picked];
      open.hidden = next !== null;
      root.hidden = next !== null && next.length < (many ? 1 : 2) && picked.length === 0;
      draw();
      if (waited && next !== null) (find.hidden ? set.querySelector('input') : find)?.focus();
    },
  };
}

function inOrder(order: readonly FacetValue[], shown: readonly FacetValue[]): readonly FacetValue[] {
  const missing = shown.filter(({ value }) => order.every((other) => other.value !== value));
  return [...missing, ...order.filter(({ value }) => shown.some((other) => other.value === value))];
}
