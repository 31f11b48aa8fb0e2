import type { Run } from './excerpt.ts';

type Child = Node | string | null;

/** An element with attributes and children; strings become text nodes. Nothing here, or anywhere in the search, parses HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Text with its marks. */
export function marks(runs: readonly Run[]): readonly Child[] {
  return runs.map((run) => (run.mark ? element('mark', {}, run.text) : run.text));
}

const SVG = 'http://www.w3.org/2000/svg';

/** A glyph in a 16 × 16 box, drawn by the paths themselves: pages carry only the symbols they use. */
export function glyph(paths: string, dashed = false): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'i');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', paths);
  if (dashed) path.setAttribute('stroke-dasharray', '2 1.8');
  svg.append(path);
  return svg;
}

/** True while the reader types into something: single keys are text there, not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range', 'reset', 'submit'].includes(target.type);
}

/** Puts new children in place of the old, and the keyboard focus back on the one with the same `data-key`. */
export function replaceKeyed(parent: Element, children: readonly Node[]): void {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.getAttribute('data-key') ?? null;
  parent.replaceChildren(...children);
  if (key !== null) parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

/** What keys do: their names, then the words. */
export function keyHint(names: readonly string[], words: string): HTMLElement {
  return element('span', {}, ...names.flatMap((name) => [element('kbd', {}, name), ' ']), words);
}
