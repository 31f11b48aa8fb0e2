import { applyStyles, inertMarkup, isFetched, setStyle, sheetFromCss } from './css.ts';
import type { MermaidSettings } from './settings.ts';

/** A drawing as the engine gives it: sanitized markup of an SVG, and the CSS that belongs to it. */
export interface Drawn {
  readonly svg: string;
  readonly css: string;
  /** Mermaid's name of the kind, such as `flowchart-v2`. */
  readonly kind: string;
}

/** A place where diagrams are drawn and measured. */
export interface DrawingFrame {
  /** Draws one source in a place `width` px wide. Rejects with mermaid's message. */
  readonly draw: (id: string, source: string, width: number, settings: MermaidSettings) => Promise<Drawn>;
  readonly close: () => void;
}

interface Engine {
  initialize(settings: MermaidSettings): void;
  render(id: string, source: string, place: Element): Promise<{ readonly svg: string; readonly diagramType: string }>;
}

type View = Window & typeof globalThis & { mermaid?: Engine };

const SVG = 'http://www.w3.org/2000/svg';
/** Pixels of the empty square where an author put a picture. */
const PICTURE = 48;

/**
 * Loads the engine into a hidden frame of its own: neither the styles of the page nor those of other diagrams reach what is measured
 * there, and what has to be changed in the browser's functions for the policy's sake is changed in the frame alone.
 */
export async function openFrame(engineUrl: string): Promise<DrawingFrame> {
  const frame = document.createElement('iframe');
  frame.className = 'diagram-frame';
  frame.title = 'Diagrams are drawn here';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.srcdoc = '<!doctype html><meta charset="utf-8"><title>Diagrams</title>';
  await loaded(frame, () => document.body.append(frame));
  const view = frame.contentWindow as View | null;
  if (view === null) throw new Error('no place to draw in');
  const styles = keepPolicy(view);
  const script = view.document.createElement('script');
  script.src = engineUrl;
  await loaded(script, () => view.document.head.append(script));
  const engine = view.mermaid;
  if (engine === undefined) throw new Error('the drawing program did not start');

  return {
    draw: async (id, source, width, settings) => {
      styles.length = 0;
      const place = view.document.createElement('div');
      place.style.width = `${width}px`;
      view.document.body.replaceChildren(place);
      view.document.adoptedStyleSheets = [sheetFromCss(view, 'body{margin:0}')];
      engine.initialize(settings);
      const { svg, diagramType } = await engine.render(id, source, place);
      return { svg, css: styles.join('\n'), kind: diagramType };
    },
    close: () => frame.remove(),
  };
}

function loaded(element: HTMLElement, start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve(), { once: true });
    element.addEventListener('error', () => reject(new Error('the drawing program could not be loaded')), { once: true });
    start();
  });
}

/**
 * Leads everything the policy would refuse in the frame along allowed ways: style attributes and parsed markup through the CSS object
 * model, style elements into adopted sheets, whose texts are returned as they come. What would be fetched is dropped.
 */
function keepPolicy(view: View): string[] {
  const styles: string[] = [];
  const { document: page } = view;
  const { Element: Any, Document: Doc, DOMParser: Parser, HTMLImageElement: Image } = view;

  const { setAttribute, setAttributeNS } = Any.prototype;
  Any.prototype.setAttribute = function (name, value) {
    if (name.toLowerCase() === 'style') setStyle(this, String(value));
    else if (this.localName === 'script' || !isFetched(this.localName, name, String(value))) setAttribute.call(this, name, value);
  };
  Any.prototype.setAttributeNS = function (namespace, name, value) {
    if (name.toLowerCase() === 'style') setStyle(this, String(value));
    else if (this.localName === 'script' || !isFetched(this.localName, name, String(value)))
      setAttributeNS.call(this, namespace, name, value);
  };
  // A picture's place is kept, but nothing is loaded into it.
  Object.defineProperty(Image.prototype, 'src', { get: () => '', set: () => {} });
  for (const side of ['naturalWidth', 'naturalHeight']) Object.defineProperty(Image.prototype, side, { get: () => PICTURE });
  Image.prototype.decode = () => Promise.resolve();

  const markup = Object.getOwnPropertyDescriptor(Any.prototype, 'innerHTML') as PropertyDescriptor;
  Object.defineProperty(Any.prototype, 'innerHTML', {
    ...markup,
    set(this: Element, html: unknown) {
      markup.set?.call(this, inertMarkup(String(html)));
      applyStyles(this);
    },
  });
  const { parseFromString } = Parser.prototype;
  Parser.prototype.parseFromString = function (text, type) {
    return parseFromString.call(this, inertMarkup(String(text)), type);
  };

  const { createElementNS, createElement } = Doc.prototype;
  const styleKeeper = (owner: Document): Element => {
    const keeper = createElementNS.call(owner, SVG, 'metadata');
    const keep = (css: unknown): void => {
      styles.push(String(css));
      page.adoptedStyleSheets.push(sheetFromCss(view, String(css)));
    };
    for (const property of ['innerHTML', 'textContent']) Object.defineProperty(keeper, property, { set: keep, get: () => '' });
    return keeper;
  };
  Doc.prototype.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
    return name.toLowerCase() === 'style' ? styleKeeper(this) : createElement.call(this, name, options);
  } as typeof createElement;
  Doc.prototype.createElementNS = function (this: Document, namespace: string | null, name: string, options?: ElementCreationOptions) {
    return name.toLowerCase() === 'style' ? styleKeeper(this) : createElementNS.call(this, namespace, name, options);
  } as typeof createElementNS;
  return styles;
}
