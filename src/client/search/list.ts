import { element, marks } from './dom.ts';
import type { Hit } from './hit.ts';
import { dateName, kindGlyph, kindName } from './words.ts';

/** A line in the list of results that says what those below it are. */
export function apartItem(text: string): HTMLElement {
  return element('li', { class: 'apart' }, text);
}

/** One result of the search page. */
export function hitItem(hit: Hit): HTMLElement {
  const date = hit.date === null ? null : element('span', {}, element('time', { datetime: hit.date }, dateName(hit.date)));
  const accounts = hit.kind === 'account' ? [] : hit.accounts.map((name) => element('span', {}, name));
  const meta = date || accounts.length > 0 ? element('p', { class: 'meta' }, ...accounts, date) : null;
  const excerpt = hit.excerpt.length === 0 ? null : element('p', {}, ...marks(hit.excerpt));
  const sections = hit.sections.map((section) =>
    element(
      'li',
      {},
      element('a', { href: section.href }, ...marks(section.title)),
      section.excerpt.length === 0 ? null : element('p', {}, ...marks(section.excerpt)),
    ),
  );
  const more = hit.moreSections === 0 ? [] : [element('li', {}, element('a', { href: hit.href }, `${hit.moreSections} more in this note`))];
  const deep = sections.length === 0 ? null : element('ul', { class: 'deep' }, ...sections, ...more);
  const title = element('h2', {}, element('a', { href: hit.href }, ...marks(hit.title)));
  return element(
    'li',
    { class: 'hit' },
    element('span', { class: 'kind' }, kindGlyph(hit.kind), kindName(hit.kind).one),
    element('div', {}, title, meta, excerpt, deep),
  );
}
