import { DROPPED_ELEMENTS } from '../markdown/dropped-html.ts';

/** Elements of raw HTML that may stand in a line of text. */
const PHRASING =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr';
/** Elements that may stand between blocks as well. */
const FLOW =
  'address article aside blockquote caption center col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary table tbody td tfoot th thead tr ul';
/** Written as another element. */
const RENAMED: Readonly<Record<string, string>> = {
  address: 'div',
  center: 'div',
  h1: 'h2',
  strike: 's',
  tt: 'code',
  header: 'div',
  footer: 'div',
  article: 'div',
  section: 'div',
  aside: 'div',
  tfoot: 'tbody',
};

/** Elements that make sense only inside one of these. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  summary: ['details'],
  figcaption: ['figure'],
  ...Object.fromEntries(['caption', 'col', 'colgroup', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th'].map((name) => [name, ['table']])),
};

const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  '*': { title: /^[\s\S]{0,500}$/u, lang: /^[A-Za-z0-9-]{1,35}$/u, dir: /^(?:ltr|rtl|auto)$/iu },
  td: { colspan: /^[1-9]\d?$/u, rowspan: /^[1-9]\d?$/u },
  th: { colspan: /^[1-9]\d?$/u, rowspan: /^[1-9]\d?$/u, scope: /^(?:row|col|rowgroup|colgroup)$/iu },
  col: { span: /^[1-9]\d?$/u },
  colgroup: { span: /^[1-9]\d?$/u },
  ol: { start: /^-?\d{1,9}$/u, reversed: /^$/u, type: /^[1aAiI]$/u },
  li: { value: /^-?\d{1,9}$/u },
  details: { open: /^$/u },
  time: { datetime: /^[\d:TZ+.\s-]{1,40}$/u },
};

const CLASSES = new Set(['center', 'num', 'quiet']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** Elements that may open in one piece of raw HTML and close in another, with Markdown between. */
const SPANNING = new Set(['article', 'aside', 'blockquote', 'center', 'details', 'div', 'figure', 'footer', 'header', 'section']);

const phrasing = new Set(PHRASING.split(' '));
const flow = new Set([...FLOW.split(' '), ...phrasing]);

export function isAllowed(name: string, inline: boolean): boolean {
  return (inline ? phrasing : flow).has(name);
}

/** True for elements whose content goes too. */
export function isDropped(name: string): boolean {
  return DROPPED_ELEMENTS.has(name);
}

export function isVoid(name: string): boolean {
  return VOID.has(name);
}

export function isSpanning(name: string): boolean {
  return SPANNING.has(name);
}

/** True for elements that paragraphs and figures may stand in. */
export function holdsBlocks(name: string): boolean {
  return SPANNING.has(name) || name === 'td' || name === 'th' || name === 'li' || name === 'dd';
}

export function writtenAs(name: string): string {
  return Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;
}

/** True when an element may stand inside the open ones. */
export function fits(name: string, open: readonly string[]): boolean {
  if (name === 'a') return !open.includes('a');
  const parents = Object.hasOwn(PARENTS, name) ? PARENTS[name] : undefined;
  return parents === undefined || parents.some((parent) => open.includes(parent));
}

/** The attributes that may stay, but for `id`, `href` and those of images, which the drawing decides. */
export function plainAttributes(name: string, attributes: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const kept: (readonly [string, string])[] = [];
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'class') {
      const classes = value.split(/\s+/u).filter((word) => CLASSES.has(word));
      if (classes.length > 0) kept.push(['class', classes.join(' ')]);
      continue;
    }
    const own = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
    const pattern = own !== undefined && Object.hasOwn(own, key) ? own[key] : common(key);
    if (pattern?.test(value)) kept.push([key, value]);
  }
  return kept;
}

function common(key: string): RegExp | undefined {
  const all = ATTRIBUTES['*'] ?? {};
  return Object.hasOwn(all, key) ? all[key] : undefined;
}
