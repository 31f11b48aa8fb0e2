/**
 * What compiled Astro templates call, for pages that are text from top to bottom: no streaming, no islands, no head to collect. It takes the
 * place of `astro/compiler-runtime` in the compiled theme (`astro.config.mjs`) and gives the same bytes, which `tests/theme/` holds it to;
 * Astro's own runtime, which makes objects and promises for every component, takes several times as long. What a static page does not need
 * is absent here, so that a template that uses it does not compile.
 */

/** Finished HTML. Everything else that a template prints is escaped. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Props = Readonly<Record<string, unknown>>;
type Slot = (result: Result) => unknown;
type Slots = Readonly<Record<string, Slot>>;
type Drawn = Markup | Promise<Markup>;
type Factory = (result: Result, props: Props, slots: Slots) => unknown;

/** What a template sees as `Astro`. */
interface AstroGlobal {
  readonly props: Props;
  readonly slots: Slots;
  readonly locals: unknown;
  self: unknown;
}

/** One page being drawn. */
export interface Result {
  readonly createAstro: (props: Props, slots: Slots) => AstroGlobal;
}

/** Draws a page with a component. `locals` is what templates see as `Astro.locals`. */
export async function renderPage(component: unknown, locals: unknown): Promise<string> {
  const result: Result = { createAstro: (props, slots) => ({ props, slots: slots ?? {}, locals, self: undefined }) };
  const drawn = await markupOf((component as Factory)(result, {}, {}));
  return drawn.html.startsWith('<!') ? drawn.html : `<!DOCTYPE html>${drawn.html}`;
}

export const Fragment = Symbol('Fragment');

export function createAstro(): void {}

export function createComponent(factory: Factory): Factory {
  return factory;
}

export function renderComponent(result: Result, name: string, component: unknown, props: Props, slots: Slots = {}): unknown {
  if (component === Fragment) return slots['default']?.(result) ?? EMPTY;
  // A tag whose name is chosen by the template.
  if (typeof component === 'string')
    return render(['<', '', '>', `</${component}>`], new Markup(component), spreadAttributes(props), slots['default']?.(result));
  if (typeof component !== 'function') throw new Error(`${name} is no component`);
  return (component as Factory)(result, props, slots);
}

export function renderSlot(result: Result, slot: Slot | undefined, fallback?: Slot): unknown {
  const chosen = slot ?? fallback;
  return typeof chosen === 'function' ? chosen(result) : chosen;
}

export function unescapeHTML(html: unknown): unknown {
  return typeof html === 'string' ? new Markup(html) : html;
}

/** A template: its fixed parts and what stands between them. */
export function render(parts: readonly string[], ...values: readonly unknown[]): Drawn {
  let html = parts[0] ?? '';
  for (let at = 0; at < values.length; at += 1) {
    const text = textOf(values[at]);
    if (typeof text !== 'string') return renderLater(html, text, parts, values, at);
    html += text + parts[at + 1];
  }
  return new Markup(html);
}

async function renderLater(
  before: string,
  first: Promise<string>,
  parts: readonly string[],
  values: readonly unknown[],
  from: number,
): Promise<Markup> {
  let html = before + (await first) + (parts[from + 1] ?? '');
  for (let at = from + 1; at < values.length; at += 1) html += (await textOf(values[at])) + (parts[at + 1] ?? '');
  return new Markup(html);
}

/** What is printed for a value: nothing for `null`, `undefined`, `false` and `''`; lists one after another; functions as what they give. */
function textOf(value: unknown): string | Promise<string> {
  if (typeof value === 'string') return escapeText(value);
  if (value instanceof Markup) return value.html;
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return listText(value);
  if (value instanceof Promise) return value.then(textOf);
  if (typeof value === 'function') return textOf((value as () => unknown)());
  return String(value);
}

function listText(values: readonly unknown[]): string | Promise<string> {
  let html = '';
  for (let at = 0; at < values.length; at += 1) {
    const text = textOf(values[at]);
    if (typeof text !== 'string') return Promise.all([html, text, ...values.slice(at + 1).map(textOf)]).then((texts) => texts.join(''));
    html += text;
  }
  return html;
}

async function markupOf(value: unknown): Promise<Markup> {
  const text = textOf(value);
  return new Markup(typeof text === 'string' ? text : await text);
}

const BOOLEAN =
  /^(?:allowfullscreen|async|autofocus|autoplay|checked|controls|default|defer|disabled|disablepictureinpicture|disableremoteplayback|formnovalidate|inert|loop|muted|nomodule|novalidate|open|playsinline|readonly|required|reversed|scoped|seamless|selected|itemscope|popover)$/;
/** With a boolean value they are present or absent; with any other they are ordinary. */
const BOOLEAN_IF_BOOLEAN = new Set(['download', 'hidden']);
const booleans = new Map<string, boolean>();
const EMPTY = new Markup('');

export function addAttribute(value: unknown, name: string): Markup {
  if (value === null || value === undefined) return EMPTY;
  if (name === 'class:list') {
    const classes = classText(value);
    return classes === '' ? EMPTY : new Markup(` class="${escapeAttribute(classes)}"`);
  }
  if (isBoolean(name) || (BOOLEAN_IF_BOOLEAN.has(name) && typeof value === 'boolean')) return value ? new Markup(` ${name}`) : EMPTY;
  const text = value instanceof Markup ? value.html : String(value);
  return new Markup(text === '' ? ` ${name}` : ` ${name}="${escapeAttribute(text)}"`);
}

function isBoolean(name: string): boolean {
  let known = booleans.get(name);
  if (known === undefined) {
    known = BOOLEAN.test(name);
    booleans.set(name, known);
  }
  return known;
}

/** Names that are not empty or false, with a space between. */
function classText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  let text = '';
  for (const entry of value) {
    const own = classText(entry);
    if (own !== '') text += text === '' ? own : ` ${own}`;
  }
  return text;
}

export function spreadAttributes(values: Props): Markup {
  return new Markup(
    Object.entries(values)
      .map(([name, value]) => addAttribute(value, name).html)
      .join(''),
  );
}

export function maybeRenderHead(): Markup {
  return EMPTY;
}

export function renderHead(): Markup {
  return EMPTY;
}

const ESCAPABLE = /[&<>'"]/;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };

function escapeText(text: string): string {
  return ESCAPABLE.test(text) ? text.replace(/[&<>'"]/g, (letter) => ENTITIES[letter] ?? letter) : text;
}

function escapeAttribute(text: string): string {
  return text.includes('&') || text.includes('"') ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;
}
