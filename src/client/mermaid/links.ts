const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes nodes of the class `internal-link` links. Where they lead was found out when the page was made and stands in the figure's list:
 * here a node only gets the address of the entry with its name. `id` is that of the drawing, with which the ids in it begin.
 */
export function linkNodes(svg: SVGSVGElement, figure: HTMLElement, id: string): void {
  const entries = new Map<string, Element>();
  for (const entry of figure.querySelectorAll<HTMLElement>('li[data-node]')) {
    if (entry.firstElementChild !== null) entries.set(entry.dataset['node'] ?? '', entry.firstElementChild);
  }
  for (const node of svg.querySelectorAll('.internal-link')) {
    const target = entries.get(nameOfNode(node.id.slice(id.length + 1)));
    if (target === undefined || node.closest('a') !== null || node.querySelector('a') !== null) continue;
    if (target instanceof HTMLAnchorElement) linkNode(node, target);
    else node.classList.add('unlinked');
  }
}

function linkNode(node: Element, target: HTMLAnchorElement): void {
  const link = document.createElementNS(SVG, 'a');
  link.setAttribute('href', target.getAttribute('href') ?? '');
  link.setAttribute('aria-label', target.textContent?.trim() ?? '');
  link.classList.add('to', ...target.classList);
  if (target.title !== '') {
    const title = document.createElementNS(SVG, 'title');
    title.textContent = target.title;
    link.append(title);
  }
  node.replaceWith(link);
  link.append(node);
}

/** `flowchart-Biology-0` → `Biology`. */
function nameOfNode(rest: string): string {
  return /^(?:flowchart|state|classId)-(.*)-\d+$/.exec(rest)?.[1] ?? rest;
}
