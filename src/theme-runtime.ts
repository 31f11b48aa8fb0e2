import { SPRITE_PLACE } from './components/icons.ts';
import { type CutPage, LOADS_PLACE } from './components/page-extras.ts';
import { Marks } from './components/page-marks.ts';

/**
 * What compiled Astro templates call, for pages that are text from top to bottom: no streaming, no islands, no head to collect. It takes the
 * place of `astro/compiler-runtime` in the compiled theme (`astro.config.mjs`) and gives the same bytes, which `tests/theme/` holds it to;
 * Astro's own runtime, which makes objects and promises for every component, takes several times as long. What a static page does not need
 * is absent here, so that a template that uses it does not compile.
 */

/**
 * Finished HTML, with the marks of what it uses. Everything else that a template prints is escaped. In the making while its template is drawn,
 * then left as it is.
 */
export class Markup extends Marks {
  /** What precedes each place that is filled last (`page-extras.ts`), a part a place; null without such places. */
  before: readonly string[] | null = null;
  /** The text; what follows the last place. */
  html: string;

  constructor(html: string) {
    super();
    this.html = html;
  }

  /** Adds a piece at the end. What a page has before the first place is no matter of its marks. */
  join(piece: Markup): void {
    if (piece.before === null) {
      this.html += piece.html;
    } else {
      if (this.before === null) this.clear();
      const [first = '', ...others] = piece.before;
      this.before = [...(this.before ?? []), this.html + first, ...others];
      this.html = piece.html;
    }
    this.add(piece);
  }
}

type Props = Readonly<Record<string, unknown>>;
type Slot = (result: Result) => unknown;
type Slots = Readonly<Record<string, Slot>>;
const NO_SLOTS: Slots = {};
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

/** Draws a page with a component. `locals` is what templates see as `Astro.locals`. A page that stands alone is text. */
export async function renderPage(component: unknown, locals: unknown): Promise<CutPage | string> {
  const result: Result = { createAstro: (props, slots) => ({ props, slots, locals, self: undefined }) };
  const drawn = await markupOf((component as Factory)(result, {}, NO_SLOTS));
  if (drawn.before === null) return withDoctype(drawn.html);
  const [head = '', middle = ''] = drawn.before;
  return { head: withDoctype(head), middle, rest: drawn.html, marks: drawn };
}

function withDoctype(html: string): string {
  return html.startsWith('<!') ? html : `<!DOCTYPE html>${html}`;
}

export const Fragment = Symbol('Fragment');

export function createAstro(): void {}

export function createComponent(factory: Factory): Factory {
  return factory;
}

export function renderComponent(result: Result, name: string, component: unknown, props: Props, slots: Slots = NO_SLOTS): unknown {
  if (component === Fragment) return slots['default']?.(result) ?? EMPTY;
  if (typeof component === 'string') return renderElement(component, props, slots['default']?.(result));
  if (typeof component !== 'function') throw new Error(`${name} is no component`);
  return (component as Factory)(result, props, slots);
}

/** A tag whose name is chosen by the template. */
function renderElement(name: string, props: Props, content: unknown): Drawn {
  const drawn = new Markup(`<${name}`);
  drawn.join(spreadAttributes(props));
  drawn.html += '>';
  const close = (): Markup => {
    drawn.html += `</${name}>`;
    return drawn;
  };
  const later = print(drawn, content);
  return later === undefined ? close() : later.then(close);
}

export function renderSlot(result: Result, slot: Slot | undefined, fallback?: Slot): unknown {
  const chosen = slot ?? fallback;
  return typeof chosen === 'function' ? chosen(result) : chosen;
}

export function unescapeHTML(html: unknown): unknown {
  if (typeof html !== 'string') return html;
  const markup = new Markup(html);
  if (html === LOADS_PLACE || html === SPRITE_PLACE) {
    markup.before = [''];
    markup.html = '';
  } else markup.addHtml(html);
  return markup;
}

/** Marks of the fixed parts of a template. */
const partMarks = new WeakMap<readonly string[], Marks>();

function marksOfParts(parts: readonly string[]): Marks {
  let marks = partMarks.get(parts);
  if (marks === undefined) {
    marks = new Marks();
    for (const part of parts) marks.addHtml(part);
    partMarks.set(parts, marks);
  }
  return marks;
}

/** A template: its fixed parts and what stands between them. */
export function render(parts: readonly string[], ...values: readonly unknown[]): Drawn {
  const drawn = new Markup(parts[0] ?? '');
  for (let at = 0; at < values.length; at += 1) {
    const later = print(drawn, values[at]);
    if (later !== undefined) return renderLater(drawn, later, parts, values, at + 1);
    drawn.html += parts[at + 1];
  }
  drawn.add(marksOfParts(parts));
  return drawn;
}

async function renderLater(
  drawn: Markup,
  first: Promise<void>,
  parts: readonly string[],
  values: readonly unknown[],
  from: number,
): Promise<Markup> {
  await first;
  drawn.html += parts[from];
  for (let at = from; at < values.length; at += 1) {
    await print(drawn, values[at]);
    drawn.html += parts[at + 1];
  }
  drawn.add(marksOfParts(parts));
  return drawn;
}

/**
 * Prints a value: nothing for `null`, `undefined`, `false` and `''`; lists one after another; functions as what they give. Gives a promise when
 * it has to be waited for.
 */
function print(into: Markup, value: unknown): Promise<void> | undefined {
  if (typeof value === 'string') into.html += escapeText(value);
  else if (value instanceof Markup) into.join(value);
  else if (value === null || value === undefined || value === false) return undefined;
  else if (Array.isArray(value)) return printList(into, value);
  else if (value instanceof Promise) return value.then((given) => print(into, given));
  else if (typeof value === 'function') return print(into, (value as () => unknown)());
  else into.html += String(value);
  return undefined;
}

function printList(into: Markup, values: readonly unknown[]): Promise<void> | undefined {
  for (let at = 0; at < values.length; at += 1) {
    const later = print(into, values[at]);
    if (later === undefined) continue;
    return Promise.all([later, ...values.slice(at + 1).map(markupOf)]).then(([, ...others]) => {
      for (const other of others) into.join(other);
    });
  }
  return undefined;
}

async function markupOf(value: unknown): Promise<Markup> {
  const markup = new Markup('');
  await print(markup, value);
  return markup;
}

const BOOLEAN =
  /^(?:allowfullscreen|async|autofocus|autoplay|checked|controls|default|defer|disabled|disablepictureinpicture|disableremoteplayback|formnovalidate|inert|loop|muted|nomodule|novalidate|open|playsinline|readonly|required|reversed|scoped|seamless|selected|itemscope|popover)$/;
/** With a boolean value they are present or absent; with any other they are ordinary. */
const BOOLEAN_IF_BOOLEAN = new Set(['download', 'hidden']);
const EMPTY = new Markup('');

/** How an attribute is written. */
interface AttributeForm {
  /** Without a value: ` checked`. */
  readonly bare: string;
  /** Ahead of the value: ` class="`. */
  readonly opening: string;
  readonly boolean: boolean;
  readonly booleanIfBoolean: boolean;
}

/** By name, as templates name them. */
const forms = new Map<string, AttributeForm>();

export function addAttribute(value: unknown, name: string): Markup {
  if (value === null || value === undefined) return EMPTY;
  if (name === 'class:list') {
    const classes = classText(value);
    return classes === '' ? EMPTY : attribute(classes, 'class', formOf('class'));
  }
  const form = formOf(name);
  if (form.boolean || (form.booleanIfBoolean && typeof value === 'boolean')) return value ? new Markup(form.bare) : EMPTY;
  const text = typeof value === 'string' ? value : value instanceof Markup ? value.html : String(value);
  return text === '' ? new Markup(form.bare) : attribute(text, name, form);
}

function attribute(text: string, name: string, { opening }: AttributeForm): Markup {
  const markup = new Markup(`${opening}${escapeAttribute(text)}"`);
  markup.addAttribute(name, text);
  return markup;
}

function formOf(name: string): AttributeForm {
  let form = forms.get(name);
  if (form === undefined) {
    form = {
      bare: ` ${name}`,
      opening: ` ${name}="`,
      boolean: BOOLEAN.test(name),
      booleanIfBoolean: BOOLEAN_IF_BOOLEAN.has(name),
    };
    forms.set(name, form);
  }
  return form;
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
  const markup = new Markup('');
  for (const name in values) if (Object.hasOwn(values, name)) markup.join(addAttribute(values[name], name));
  return markup;
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
