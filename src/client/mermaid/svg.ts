import { applyStyles, inertMarkup } from './css.ts';

const DROPPED =
  /^(?:script|iframe|object|embed|form|input|button|textarea|select|link|meta|base|style|noembed|video|audio|animate\w*|set|img|image|feimage)$/i;

/** Finished markup as an element of this page. Mermaid sanitized it; what could run or fetch is taken out once more, by other means. */
export function svgFrom(markup: string): SVGSVGElement | null {
  const parsed = new DOMParser().parseFromString(inertMarkup(markup), 'text/html').querySelector('svg');
  if (parsed === null) return null;
  const svg = document.importNode(parsed, true);
  for (const element of svg.querySelectorAll('*')) if (DROPPED.test(element.localName)) element.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) if (isUnsafe(element, name, value)) element.removeAttribute(name);
    if (isLink(element)) {
      element.removeAttribute('target');
      element.setAttribute('rel', 'noreferrer noopener');
    }
  }
  const around = document.createElement('div');
  around.append(svg);
  applyStyles(around);
  return svg;
}

function isLink(element: Element): boolean {
  return /^a$/i.test(element.localName);
}

/** Handlers, and addresses but for places in the drawing and links out of the site. */
function isUnsafe(element: Element, name: string, value: string): boolean {
  if (/^on/i.test(name)) return true;
  if (!/^(?:xlink:)?href$|^src|action$|^(?:data|poster|ping)$/i.test(name)) return false;
  return !value.startsWith('#') && !(isLink(element) && /^(?:https?:|mailto:)/i.test(value));
}

/**
 * Gives a drawing a name for those who do not see it: what its author wrote (`accTitle`), else its kind. One without links is a picture.
 * It is as wide as it was drawn, or narrower where there is less room, but never smaller than `leastScale`: then its box scrolls.
 */
export function describeSvg(
  svg: SVGSVGElement,
  options: { readonly id: string; readonly kind: string; readonly leastScale: number },
): void {
  svg.id = options.id;
  svg.setAttribute('role', svg.querySelector('a') === null ? 'img' : 'group');
  svg.setAttribute('aria-label', svg.querySelector(':scope > title')?.textContent?.trim() || `Diagram (${wordsOfKind(options.kind)})`);
  svg.removeAttribute('aria-labelledby');
  svg.removeAttribute('aria-roledescription');
  const width = svg.viewBox.baseVal.width;
  if (width === 0) return;
  svg.style.maxWidth = `${width}px`;
  svg.style.minWidth = `${Math.round(width * options.leastScale)}px`;
}

/** `flowchart-v2` → `flowchart`, `classDiagram` → `class`, `gitGraph` → `git graph`. */
function wordsOfKind(kind: string): string {
  return kind.replace(/(?:Diagram)?(?:-.*)?$/, '').replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
