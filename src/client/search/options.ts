import { element, marks } from './dom.ts';
import type { Hit, HitSection } from './hit.ts';
import { dateName, kindGlyph, kindName, searchGlyph } from './words.ts';

/** Sections shown below a page: all of the best match, fewer below the others. */
const SECTIONS_BELOW = 2;

/**
 * Hits as the groups of a listbox: the best match with its sections, then the others by kind in the order they came; pages that only have the
 * beginning of the last word under `begun`.
 */
export function optionGroups(hits: readonly Hit[], begun: string): readonly HTMLElement[] {
  const exact = hits.filter((hit) => hit.match === 'exact');
  const rest = hits.filter((hit) => hit.match === 'begun');
  const shorter = rest.flatMap((hit) => optionsOf(hit, hit.sections.slice(0, SECTIONS_BELOW)));
  return [...groupsByKind(exact), ...(rest.length === 0 ? [] : [group(begun, 'begun', shorter)])];
}

/** What is offered instead of results, under a name that says so. */
export function offeredGroup(hits: readonly Hit[], name: string): HTMLElement {
  return group(
    name,
    'offered',
    hits.flatMap((hit) => optionsOf(hit, [])),
  );
}

function groupsByKind(hits: readonly Hit[]): readonly HTMLElement[] {
  const [best, ...rest] = hits;
  if (!best) return [];
  const groups = [group('Best match', 'best', optionsOf(best, best.sections))];
  for (const [kind, others] of Map.groupBy(rest, (hit) => hit.kind)) {
    groups.push(
      group(
        kindName(kind).many,
        kind,
        others.flatMap((hit) => optionsOf(hit, hit.sections.slice(0, SECTIONS_BELOW))),
      ),
    );
  }
  return groups;
}

/** Earlier queries, offered before anything is typed. */
export function recentGroup(queries: readonly string[]): HTMLElement {
  const optionOf = (query: string): HTMLElement =>
    element('div', { class: 'option', role: 'option', 'aria-selected': 'false' }, searchGlyph(), element('span', {}, query));
  return group('Recent searches', 'recent', queries.map(optionOf));
}

function group(name: string, id: string, options: readonly HTMLElement[]): HTMLElement {
  const label = `palette-${id}`;
  return element('div', { role: 'group', 'aria-labelledby': label }, element('p', { class: 'name', id: label }, name), ...options);
}

function optionsOf(hit: Hit, sections: readonly HitSection[]): readonly HTMLElement[] {
  const aside =
    hit.kind === 'meeting' && hit.date !== null ? dateName(hit.date) : (hit.accounts[0] ?? (hit.date === null ? '' : dateName(hit.date)));
  const page = optionAt(
    hit.href,
    false,
    kindGlyph(hit.kind),
    element('span', {}, element('b', {}, ...marks(hit.title))),
    element('small', {}, aside),
    textOf(hit),
  );
  return [
    page,
    ...sections.map((section) =>
      optionAt(section.href, true, null, element('span', {}, ...marks(section.title)), element('small', {}, 'heading'), textOf(section)),
    ),
  ];
}

function optionAt(href: string, under: boolean, ...children: readonly (Node | null)[]): HTMLElement {
  return element(
    'a',
    { class: under ? 'option under' : 'option', role: 'option', 'aria-selected': 'false', tabindex: '-1', href },
    ...children,
  );
}

function textOf({ excerpt }: Pick<Hit, 'excerpt'>): HTMLElement | null {
  return excerpt.length === 0 ? null : element('p', {}, ...marks(excerpt));
}
