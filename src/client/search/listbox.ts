import { element } from './dom.ts';

/** The list below a combobox. The keyboard stays in the box; the option it points at is told by `aria-activedescendant`. */
export interface Listbox {
  readonly root: HTMLElement;
  /** Replaces all groups; `first` points at the first option. */
  readonly put: (groups: readonly HTMLElement[], first: boolean) => void;
  readonly active: () => HTMLElement | undefined;
  /** Handles the arrow keys, and Home and End once the reader has moved into the list. True when the key was the list's. */
  readonly key: (key: string) => boolean;
}

/** `choose` is told of every click on an option, by mouse or through the keyboard. */
export function createListbox(input: HTMLInputElement, id: string, choose: (option: HTMLElement, event: MouseEvent) => void): Listbox {
  let active = -1;
  let moved = false;
  const root = element('div', { role: 'listbox', id, 'aria-label': 'Results', tabindex: '-1' });
  let options: readonly HTMLElement[] = [];

  const point = (index: number): void => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = options.length === 0 ? -1 : (index + options.length) % options.length;
    const option = options[active];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };

  const put: Listbox['put'] = (groups, first) => {
    root.replaceChildren(...groups);
    options = [...root.querySelectorAll<HTMLElement>('[role="option"]')];
    for (const [index, option] of options.entries()) option.id = `${id}-${index}`;
    root.hidden = options.length === 0;
    root.scrollTop = 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    active = -1;
    moved = false;
    if (first) point(0);
    else input.removeAttribute('aria-activedescendant');
  };

  const key: Listbox['key'] = (name) => {
    if (options.length === 0) return false;
    const before = active;
    if (name === 'ArrowDown') point(active + 1);
    else if (name === 'ArrowUp') point(active < 0 ? options.length - 1 : active - 1);
    else if (moved && name === 'Home') point(0);
    else if (moved && name === 'End') point(options.length - 1);
    else {
      if (name.length === 1 || name.startsWith('Arrow')) moved = false;
      return false;
    }
    moved = moved || active !== before;
    return true;
  };

  const optionOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[role="option"]') : null;
  root.addEventListener('click', (event) => {
    const option = optionOf(event.target);
    if (option) choose(option, event);
  });
  root.addEventListener('pointermove', (event) => {
    const option = optionOf(event.target);
    const index = option ? options.indexOf(option) : -1;
    if (index >= 0 && index !== active) point(index);
  });

  return { root, put, active: () => options[active], key };
}
