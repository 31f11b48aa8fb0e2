import { sheetFromCss } from './css.ts';
import type { Drawn } from './frame.ts';
import { inkLabels, thinTicks } from './legible.ts';
import { linkNodes } from './links.ts';
import type { Face } from './settings.ts';
import { describeSvg, svgFrom } from './svg.ts';

/** A diagram of the page. */
export interface Figure {
  readonly element: HTMLElement;
  readonly source: string;
  /** Elements with a drawing each, by the face of the page it is made for. */
  readonly drawn: Map<Face, HTMLElement>;
  failed: boolean;
}

/** How far a wide drawing is scaled down before it scrolls. */
const LEAST_SCALE = 0.8;
/** Characters of an error message. */
const LONGEST_REASON = 200;

/** What the page adds to mermaid's own styles. Its tokens reach into the shadow tree, its rules do not. */
const OWN_CSS = `:host { all: initial; display: block; direction: ltr; color-scheme: inherit; }
svg { display: block; height: auto; margin-inline: auto; }
.grid .tick line { stroke: var(--rule) !important; }
.edgeLabel .label rect, .labelBkg { fill: var(--leaf) !important; }
a { cursor: pointer; }
a.to :is(.nodeLabel, .nodeLabel *, text) { color: var(--accent) !important; text-decoration: underline 1px; text-underline-offset: 0.2em; }
a.to:hover .label-container { stroke-width: 2px !important; }
a.to.healed :is(.nodeLabel *, text) { text-decoration-style: dashed; }
a.to.ghost :is(.nodeLabel *, text) { text-decoration-style: dotted; }
a.to.ghost :is(.nodeLabel, .nodeLabel *, text) { color: var(--ink-2) !important; }
:is(a.to.ghost, .unlinked) .label-container { stroke: var(--rule-firm) !important; stroke-dasharray: 4 3 !important; fill: var(--leaf) !important; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
a:focus-visible .label-container { stroke-width: 3px !important; }
@media print { svg { min-width: 0 !important; } }`;

export function figureFrom(element: HTMLElement): Figure {
  return { element, source: (element.querySelector('pre')?.textContent ?? '').trimEnd(), drawn: new Map(), failed: false };
}

/** Puts a drawing into its figure. It stands in a shadow tree, so that its styles and those of the page do not meet. */
export function showDrawing(figure: Figure, face: Face, id: string, drawing: Drawn): void {
  const svg = svgFrom(drawing.svg);
  if (svg === null) {
    showFailure(figure, 'it gave no drawing');
    return;
  }
  linkNodes(svg, figure.element, id);
  describeSvg(svg, { id, kind: drawing.kind, leastScale: LEAST_SCALE });
  const host = document.createElement('div');
  host.className = `drawn ${face} now`;
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheetFromCss(window, drawing.css), sheetFromCss(window, OWN_CSS)];
  shadow.append(svg);
  if (figure.drawn.size === 0) foldSource(figure.element);
  figure.element.querySelector(':scope > details')?.before(host);
  if (host.scrollWidth > host.clientWidth) reachByKeys(host);
  inkLabels(svg);
  thinTicks(svg);
  figure.drawn.set(face, host);
}

/** A box that scrolls can be scrolled without a mouse. */
function reachByKeys(host: HTMLElement): void {
  host.tabIndex = 0;
  host.role = 'group';
  host.ariaLabel = 'Wide diagram';
}

/** Keeps the source and says in one line why there is no drawing. */
export function showFailure(figure: Figure, reason: string): void {
  figure.failed = true;
  for (const host of figure.drawn.values()) host.remove();
  figure.drawn.clear();
  const line = document.createElement('p');
  line.className = 'failure';
  line.textContent = `This diagram could not be drawn: ${oneLine(reason)}`;
  figure.element.prepend(line);
}

/** Source and list of links stay within reach below the drawing. */
function foldSource(figure: HTMLElement): void {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'Source';
  details.append(summary, ...figure.children);
  figure.append(details);
}

/** A message without the pointer under the place, and without all that might have stood there. */
function oneLine(reason: string): string {
  const line = reason
    .replace(/\n-*\^/, '')
    .replace(/\s*\bExpecting '[\s\S]*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON - 1)}…` : line;
}
