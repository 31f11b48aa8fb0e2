// The policy of the pages forbids style attributes and style elements, even in documents that are only parsed. Styles set through the CSS
// object model are allowed, so markup is parsed with both under other names, and the styles are set afterwards. Addresses that a parser
// would fetch are put aside too: diagrams show no pictures.

const STYLE = 'data-css';
const SOURCE = 'data-source';
/** Raw text as `<style>` is, and dropped whole by the sanitizer. */
const STAND_IN = 'noembed';
const TAG = /<\/?([A-Za-z][^\s/>]*)/g;
const ATTRIBUTE = /[\s/]*(?!>)([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?/y;

/** Markup whose style attributes are called `data-css`, whose style elements are no styles, and of which nothing is fetched. */
export function inertMarkup(markup: string): string {
  if (!/style|src|href|poster|background/i.test(markup)) return markup;
  let result = '';
  let done = 0;
  const rename = (at: number, length: number, name: string): void => {
    result += markup.slice(done, at) + name;
    done = at + length;
  };
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(markup); tag !== null; tag = TAG.exec(markup)) {
    const name = tag[1] ?? '';
    let end = TAG.lastIndex;
    if (name.toLowerCase() === 'style') rename(end - name.length, name.length, STAND_IN);
    ATTRIBUTE.lastIndex = end;
    for (let found = ATTRIBUTE.exec(markup); found !== null; found = ATTRIBUTE.exec(markup)) {
      const [, attribute = '', value = ''] = found;
      const at = markup.indexOf(attribute, end);
      if (attribute.toLowerCase() === 'style') rename(at, attribute.length, STYLE);
      else if (isFetched(name, attribute, value.replace(/^["']/, ''))) rename(at, attribute.length, SOURCE);
      end = ATTRIBUTE.lastIndex;
    }
    TAG.lastIndex = end;
  }
  return result + markup.slice(done);
}

/** True for an attribute that makes the browser fetch something; links are followed by their readers only, places in the drawing are at hand. */
export function isFetched(element: string, attribute: string, value: string): boolean {
  if (/^(?:src|srcset|poster|background|data)$/i.test(attribute)) return true;
  return /^(?:xlink:)?href$/i.test(attribute) && !/^a$/i.test(element) && !/^\s*#/.test(value);
}

/** Sets the styles that `inertMarkup` put aside, on everything below a node. */
export function applyStyles(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement | SVGElement>(`[${STYLE}]`)) {
    setStyle(element, element.getAttribute(STYLE) ?? '');
    element.removeAttribute(STYLE);
  }
}

/** Sets the style of an element as a style attribute would, but for what would be fetched. */
export function setStyle(element: Element, css: string): void {
  const { style } = element as Partial<ElementCSSInlineStyle>;
  if (style === undefined) return;
  style.cssText = css;
  dropFetches(style);
}

/** A stylesheet of the given window, without what would be fetched. */
export function sheetFromCss(view: { readonly CSSStyleSheet: typeof CSSStyleSheet }, css: string): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  dropFetchesOfRules(sheet.cssRules);
  return sheet;
}

function dropFetchesOfRules(rules: CSSRuleList): void {
  for (const rule of rules) {
    const { style, cssRules } = rule as Partial<CSSStyleRule>;
    if (style !== undefined) dropFetches(style);
    if (cssRules !== undefined) dropFetchesOfRules(cssRules);
  }
}

/** Only places in the same drawing may be pointed at. */
function dropFetches(style: CSSStyleDeclaration): void {
  for (const property of [...style]) {
    if (/url\((?!["']?#)|image-set\(|\bsrc\(/i.test(style.getPropertyValue(property))) style.removeProperty(property);
  }
}
