import type { Inline } from './tree.ts';

const ADDRESS =
  /(?<![^\s*_~(])(?:www\.[\p{L}\p{N}_-][^\s<]*|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,8}(?![\w-]))/gu;

/** False for text without such an address, as nearly all is. */
export function mayHoldAddress(value: string): boolean {
  return value.includes('www.') || (value.includes('@') && /[\w+-]@\w/u.test(value));
}

/** Text with its `www.` and mail addresses as links (GitHub's rule). Addresses with a scheme are read earlier. */
export function withAutolinks(value: string, line: () => number): readonly Inline[] {
  if (!mayHoldAddress(value)) return [{ kind: 'text', value }];
  const out: Inline[] = [];
  let from = 0;
  for (const match of value.matchAll(ADDRESS)) {
    const text = match[0].startsWith('www.') ? trimmedAddress(match[0]) : match[0];
    if (/[_-]$/u.test(text) || text.length < 5) continue;
    if (match.index > from) out.push({ kind: 'text', value: value.slice(from, match.index) });
    const href = text.startsWith('www.') ? `http://${text}` : `mailto:${text}`;
    out.push({ kind: 'external', href, title: null, children: [{ kind: 'text', value: text }], line: line() });
    from = match.index + text.length;
  }
  if (from < value.length) out.push({ kind: 'text', value: value.slice(from) });
  return out;
}

/** Punctuation at the end, unpaired closing brackets and what looks like an entity do not belong to an address. */
function trimmedAddress(text: string): string {
  let end = text.length;
  let closing = text.split(')').length - text.split('(').length;
  for (;;) {
    const last = text.charAt(end - 1);
    if (last === ')' && closing > 0) closing--;
    else if (last === ';') end -= (/&[a-z0-9]+;$/iu.exec(text.slice(Math.max(0, end - 40), end))?.[0].length ?? 1) - 1;
    else if (!/[?!.,:*_~'"]/u.test(last)) break;
    end--;
  }
  return text.slice(0, end);
}
