/** Marks the heading being read in the outline. */
export function followOutline(root: ParentNode = document): void {
  const outline = root.querySelector('[data-outline]');
  if (!outline) return;
  const links = new Map<Element, Element>();
  for (const link of outline.querySelectorAll<HTMLAnchorElement>('a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const mark = () => {
    let current: Element | undefined;
    for (const [heading, link] of links) if (heading.getBoundingClientRect().top < 160) current = link;
    current ??= links.values().next().value;
    for (const link of links.values()) link.toggleAttribute('aria-current', link === current);
    current?.setAttribute('aria-current', 'true');
    if (current instanceof HTMLElement) keepInView(current);
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '-10% 0px -60% 0px' });
  for (const heading of links.keys()) observer.observe(heading);
  mark();
}

/** A long outline scrolls within itself, so that the marked entry stays in sight; the page does not move. */
function keepInView(link: HTMLElement): void {
  const box = link.closest('.stay');
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const offset = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
  if (offset < 40 || offset > box.clientHeight - 60) box.scrollTop += offset - box.clientHeight / 2;
}
