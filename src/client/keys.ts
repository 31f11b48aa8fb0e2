const rows = 'main :is(.meeting, .action, .decision, .backlink, .hit, .row, .finding, .roster tbody tr, .people-table tbody tr, .fact)';

/** `j` and `k` move through the rows of a page by their first link. */
export function moveByKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target)) return;
    if (event.key !== 'j' && event.key !== 'k') return;
    if (document.getElementById('search-page') || document.querySelector('dialog[open]')) return;
    const links = [...document.querySelectorAll<HTMLElement>(rows)].flatMap((row) =>
      row.checkVisibility() ? (row.querySelector<HTMLElement>(row.matches('.decision') ? '.meta a:last-child' : 'a') ?? []) : [],
    );
    const here = links.findIndex((link) => link === document.activeElement || rowOf(link)?.contains(document.activeElement));
    const next = here === -1 ? firstInView(links) : links[here + (event.key === 'j' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    rowOf(next)?.scrollIntoView({ block: 'nearest' });
  });
}

function rowOf(link: HTMLElement): Element | null {
  return link.closest(rows);
}

function firstInView(links: readonly HTMLElement[]): HTMLElement | undefined {
  return links.find((link) => link.getBoundingClientRect().top >= 0) ?? links[0];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');
}
