/** Prefixes and names that pages use for anchors of their own: blocks, lines, embeds, footnotes, notes' raw HTML, icons, the theme. */
const RESERVED = /^(?:[bdeiln]-|fn(?:ref|in)?-|main$|menu$)/u;

/** Nearly all headings: nothing in them but case and spaces is changed. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Anchor of a block with an id. Ids are compared without case. */
export function blockAnchor(id: string): string {
  return `b-${id.toLowerCase()}`;
}

/** Anchor of a footnote by its label, which is compared without case. Other characters than letters, digits, `_` and `-` are spelt by their number. */
export function footnoteAnchor(label: string): string {
  return `fn-${label.toLowerCase().replace(/[^\p{L}\p{M}\p{N}_-]/gu, (sign) => `.${sign.codePointAt(0)?.toString(16)}.`)}`;
}

/** Anchor of a list item by the line of the file it begins on. */
export function lineAnchor(line: number): string {
  return `l-${line}`;
}

/**
 * Anchors of a page's headings, in order, as GitHub makes them: lower case, letters and digits of every script kept, spaces to `-`, a number
 * behind a repeated one. Never empty, never twice the same, never one that a page uses itself.
 */
export function headingIds(headings: readonly { readonly text: string }[]): string[] {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return headings.map(({ text }) => {
    const slug = slugOf(text);
    let count = counts.get(slug) ?? 0;
    // `b` twice must not become `b-1`, which is a block's.
    const stem = RESERVED.test(`${slug}-`) ? `h-${slug}` : slug;
    let id = count === 0 ? slug : `${stem}-${count}`;
    while (used.has(id)) id = `${stem}-${++count}`;
    counts.set(slug, count + (id === slug ? 1 : 0));
    used.add(id);
    return id;
  });
}

function slugOf(text: string): string {
  const slug = PLAIN_WORDS.test(text) ? text.toLowerCase().replaceAll(' ', '-') : foldedSlug(text);
  if (!/[\p{L}\p{N}]/u.test(slug)) return 'section';
  return RESERVED.test(slug) ? `h-${slug}` : slug;
}

function foldedSlug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]+/gu, '')
    .trim()
    .replace(/\s+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}
