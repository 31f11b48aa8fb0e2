import { SPRITE_PLACE } from './components/icons.ts';
import { type CutPage, LOADS_PLACE } from './components/page-extras.ts';
import { Marks, marksOf, marksOfAttribute } from './components/page-marks.ts';

/**
 * What compiled Astro templates call, for pages that are text from top to bottom: no streaming, no islands, no head to collect. It takes the
 * place of `astro/compiler-runtime` in the compiled theme (`astro.config.mjs`) and gives the same bytes, which `tests/theme/` holds it to;
 * Astro's own runtime, which makes objects and promises for every component, takes several times as long. What a static page does not need
 * is absent here, so that a template that uses it does not compile.
 */

/**
 * Finished HTML, with the marks of what it uses. Everything else that a template prints is escaped. In the making while its template is drawn,
 * then left as it is, for others may hold it.
 */
export class Markup {
  /** The text; what follows the last place. */
  html: string;
  /** Null without marks, as most pieces are. Shared between pieces. */
  marks: Marks | null;
  /** What precedes each place that is filled last (`page-extras.ts`), a part a place; null without such places. */
  before: readonly string[] | null = null;

  constructor(html: string, marks: Marks | null) {
    this.html = html;
    this.marks = marks;
  }

  /** Adds a piece at the end. What a page has before the first place is no matter of its marks. */
  join(piece: Markup): void {
    if (piece.before === null) {
      this.html += piece.html;
    } else {
      if (this.before === null) this.marks = null;
      const [first = '', ...others] = piece.before;
      this.before = [...(this.before ?? []), this.html + first, ...others];
      this.html = piece.html;
    }
    if (piece.marks !== null) this.mark(piece.marks);
  }

  mark(marks: Marks): void {
    this.marks = this.marks === null ? marks : this.marks.with(marks);
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
  return { head: withDoctype(head), middle, rest: drawn.html, marks: drawn.marks ?? new Marks() };
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
  const drawn = new Markup(`<${name}`, null);
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
  if (html !== LOADS_PLACE && html !== SPRITE_PLACE) return new Markup(html, marksOf(html));
  const place = new Markup('', null);
  place.before = [''];
  return place;
}

/** What is known of a template by its fixed parts. */
interface TemplateFacts {
  readonly marks: Marks | null;
  /** It is one value, and nothing beside it. */
  readonly isValue: boolean;
}

const facts = new WeakMap<readonly string[], TemplateFacts>();

function factsOf(parts: readonly string[]): TemplateFacts {
  let known = facts.get(parts);
  if (known === undefined) {
    known = { marks: marksOf(parts.join('')), isValue: parts.length === 2 && parts.every((part) => part === '') };
    facts.set(parts, known);
  }
  return known;
}

/** A template: its fixed parts and what stands between them. */
export function render(parts: readonly string[], ...values: readonly unknown[]): Drawn {
  const { marks, isValue } = factsOf(parts);
  if (isValue && values[0] instanceof Markup) return values[0];
  const drawn = new Markup(parts[0] ?? '', null);
  for (let at = 0; at < values.length; at += 1) {
    const later = print(drawn, values[at]);
    if (later !== undefined) return renderLater(drawn, later, parts, values, at + 1);
    drawn.html += parts[at + 1];
  }
  if (marks !== null) drawn.mark(marks);
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
  const { marks } = factsOf(parts);
  if (marks !== null) drawn.mark(marks);
  return drawn;
}

/**
 * Prints a value: nothing for `null`, `undefined`, `false` and `''`; lists one after another; functions as what they give. Gives a promise when
 * it has to be waited for.
 */
function print(into: Markup, value: unknown): Promise<void> | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (value instanceof Markup) into.join(value);
  else if (typeof value === 'string') into.html += escapeText(value);
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
  const markup = new Markup('', null);
  await print(markup, value);
  return markup;
}

const BOOLEAN =
  /^(?:allowfullscreen|async|autofocus|autoplay|checked|controls|default|defer|disabled|disablepictureinpicture|disableremoteplayback|formnovalidate|inert|loop|muted|nomodule|novalidate|open|playsinline|readonly|required|reversed|scoped|seamless|selected|itemscope|popover)$/;
/** With a boolean value they are present or absent; with any other they are ordinary. */
const BOOLEAN_IF_BOOLEAN = new Set(['download', 'hidden']);
const EMPTY = new Markup('', null);

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
  if (form.boolean || (form.booleanIfBoolean && typeof value === 'boolean')) return value ? new Markup(form.bare, null) : EMPTY;
  const text = typeof value === 'string' ? value : value instanceof Markup ? value.html : String(value);
  return text === '' ? new Markup(form.bare, null) : attribute(text, name, form);
}

function attribute(text: string, name: string, { opening }: AttributeForm): Markup {
  return new Markup(`${opening}${escapeAttribute(text)}"`, marksOfAttribute(name, text));
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
  const markup = new Markup('', null);
  for (const name in values) if (Object.hasOwn(values, name)) markup.join(addAttribute(values[name], name));
  return markup;
}

export function maybeRenderHead(): void {}

export function renderHead(): void {}

const ESCAPABLE = /[&<>'"]/;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };

function escapeText(text: string): string {
  return ESCAPABLE.test(text) ? text.replace(/[&<>'"]/g, (letter) => ENTITIES[letter] ?? letter) : text;
}

function escapeAttribute(text: string): string {
  return text.includes('&') || text.includes('"') ? text.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : text;
}
