import { element } from './dom.ts';
import type { RecentQueries } from './state.ts';

/** Earlier queries as buttons, with one that forgets them; null without any. */
export function recentButtons(recent: RecentQueries, ask: (text: string) => void, cleared: () => void): HTMLElement | null {
  const queries = recent.list();
  if (queries.length === 0) return null;
  const buttons = queries.map((query) => {
    const button = element('button', { type: 'button', class: 'chip' }, query);
    button.addEventListener('click', () => ask(query));
    return element('li', {}, button);
  });
  const list = element('ul', { class: 'ways' }, ...buttons);
  return element('div', { class: 'told recent' }, element('h2', {}, 'Recent searches'), list, forgetButton(recent, cleared));
}

/** Forgets the reader's queries. */
export function forgetButton(recent: RecentQueries, cleared: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'plain link' }, 'Clear recent searches');
  button.addEventListener('click', () => {
    recent.clear();
    cleared();
  });
  return button;
}
