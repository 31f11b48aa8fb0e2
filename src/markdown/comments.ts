const PERCENT = 37;

/** Offset of the next `%%` of exactly two signs at or after `from` and before `to`, or -1 (Obsidian's rule: `%%%%` opens nothing). */
export function percentPair(text: string, from: number, to: number): number {
  let at = text.indexOf('%%', from);
  while (at >= 0 && at + 2 <= to) {
    let end = at + 2;
    while (text.charCodeAt(end) === PERCENT) end++;
    if (end - at === 2) return at;
    at = text.indexOf('%%', end);
  }
  return -1;
}

/** The source without `%%…%%` and `<!-- … -->`, code spans left alone, for the places that hand out source instead of a tree. */
export function sourceWithoutComments(source: string): string {
  if (!source.includes('%%') && !source.includes('<!--')) return source;
  let out = '';
  let at = 0;
  const next = /`+|%%+|<!--|\\[\s\S]/gu;
  const missing = new Set<string>();
  for (let match = next.exec(source); match !== null; match = next.exec(source)) {
    const sign = match[0];
    if (sign.startsWith('\\') || missing.has(sign)) continue;
    const end = closeOf(source, sign, match.index);
    if (end < 0) {
      missing.add(sign);
      continue;
    }
    if (!sign.startsWith('`')) {
      out += source.slice(at, match.index);
      at = end;
    }
    next.lastIndex = end;
  }
  return out + source.slice(at);
}

function closeOf(source: string, sign: string, from: number): number {
  if (sign === '<!--') return after(source.indexOf('-->', from + 2), 3);
  if (sign === '%%') return after(percentPair(source, from + 2, source.length), 2);
  if (sign.startsWith('%')) return -1;
  for (let at = source.indexOf(sign, from + sign.length); at >= 0; ) {
    let end = at + sign.length;
    while (source.charAt(end) === '`') end++;
    if (end - at === sign.length) return end;
    at = source.indexOf(sign, end);
  }
  return -1;
}

/** Raw HTML without its comments; `%%…%%` go too. An unclosed comment stays for the sanitizer. */
export function htmlWithoutComments(html: string): string {
  let out = html;
  if (out.includes('<!--')) out = cut(out, (from) => [out.indexOf('<!--', from), (open) => after(out.indexOf('-->', open + 2), 3)]);
  if (out.includes('%%')) {
    const text = out;
    out = cut(text, (from) => [percentPair(text, from, text.length), (open) => after(percentPair(text, open + 2, text.length), 2)]);
  }
  return out;
}

function cut(text: string, find: (from: number) => readonly [number, (open: number) => number]): string {
  let out = '';
  let at = 0;
  for (;;) {
    const [open, closeFrom] = find(at);
    const end = open < 0 ? -1 : closeFrom(open);
    if (end < 0) return out + text.slice(at);
    out += text.slice(at, open);
    at = end;
  }
}

function after(at: number, length: number): number {
  return at < 0 ? -1 : at + length;
}
