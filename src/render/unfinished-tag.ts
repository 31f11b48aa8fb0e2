/** Elements whose content is text to an HTML parser. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)$/iu;
const OPENER = /<(?:(\/?)([a-z][^\s/>]*)|(!--|!\[CDATA\[|[!?/]))/giu;

/**
 * Where a tag or comment begins that some raw HTML does not finish, or -1. An HTML parser leaves out everything from there on, closing tags and text of
 * the note included. Quotes count only as the value of an attribute.
 */
export function unfinishedTag(html: string): number {
  OPENER.lastIndex = 0;
  for (let match = OPENER.exec(html); match !== null; match = OPENER.exec(html)) {
    const [, closing, name, mark] = match;
    const end = mark === undefined ? endOfTag(html, OPENER.lastIndex) : endOfMark(html, match.index, mark);
    if (end < 0) return match.index;
    OPENER.lastIndex = end;
    if (closing === '' && name !== undefined && RAW.test(name)) {
      const close = new RegExp(`</${name}`, 'giu');
      close.lastIndex = end;
      const found = close.exec(html);
      if (found === null) return -1;
      OPENER.lastIndex = found.index;
    }
  }
  return -1;
}

function endOfTag(html: string, from: number): number {
  let value = false;
  for (let at = from; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (sign === '>') return at + 1;
    if (value && (sign === '"' || sign === "'")) {
      at = html.indexOf(sign, at + 1);
      if (at < 0) return -1;
    }
    value = sign === '=' || (value && /\s/u.test(sign));
  }
  return -1;
}

function endOfMark(html: string, from: number, mark: string): number {
  const closer = mark === '!--' ? '-->' : mark.length > 1 ? ']]>' : '>';
  const at = html.indexOf(closer, from + 2);
  return at < 0 ? -1 : at + closer.length;
}
