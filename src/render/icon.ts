/** A glyph of the page's sprite, for the eye only: what it means is said in words beside it. */
export function icon(name: string): string {
  return `<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`;
}

/** Words for screen readers. */
export function hidden(words: string): string {
  return `<span class="vh">${words}</span>`;
}
