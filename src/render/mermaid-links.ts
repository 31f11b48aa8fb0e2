/** A node of a diagram that its author made a link (Obsidian's class `internal-link`). */
export interface LinkedNode {
  /** Name of the node in the diagram. */
  readonly node: string;
  /** Its text, which is the link's target. */
  readonly text: string;
}

const CLASS = 'internal-link';
/** Signs around a node's text, longest first: `A[text]`, `A((text))`, … */
const SHAPES: readonly (readonly [open: string, close: readonly string[]])[] = [
  ['(((', [')))']],
  ['((', ['))']],
  ['([', ['])']],
  ['(-', ['-)']],
  ['[[', [']]']],
  ['[(', [')]']],
  ['[/', ['/]', '\\]']],
  ['[\\', ['\\]', '/]']],
  ['[', [']']],
  ['(', [')']],
  ['{{', ['}}']],
  ['{', ['}']],
  ['>', [']']],
];
const NODE = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-.](?=[\p{L}\p{N}_]))*/uy;
const ASSIGNED = /^[ \t]*(?:class[ \t]+([^;"\n]*?)|cssClass[ \t]+"([^"\n]*)")[ \t]+internal-link[ \t]*;?[ \t]*$/gmu;

/**
 * The nodes of a diagram's source that carry the class `internal-link`, by `class A,B internal-link` or `A:::internal-link`, in the order
 * of their first mention; names without a node are left out. A node's text is what stands in its shape, else its name. Obsidian's rule:
 * the text is the target. Takes time in proportion to the source.
 */
export function linkedNodes(source: string): readonly LinkedNode[] {
  if (!source.includes(CLASS)) return [];
  const wanted = new Set<string>();
  const body = source
    .replace(/^\s*---\n[\s\S]*?\n\s*---[ \t]*$/mu, '')
    .replace(/^[ \t]*%%.*$/gmu, '')
    .replace(ASSIGNED, (_, names: string | undefined, quoted: string | undefined) => {
      for (const name of (names ?? quoted ?? '').split(',')) wanted.add(name.trim());
      return '';
    });
  const nodes = new Map<string, string | null>();
  const reader = shapeReader(body);
  for (let at = 0; at < body.length; ) {
    NODE.lastIndex = at;
    const node = NODE.exec(body)?.[0];
    if (node === undefined) {
      at = body[at] === '"' ? afterQuote(body, at) : at + 1;
      continue;
    }
    const shape = reader(at + node.length);
    const end = shape?.end ?? at + node.length;
    if (shape !== null || !nodes.has(node)) nodes.set(node, shape?.text ?? null);
    if (body.startsWith(`:::${CLASS}`, end)) wanted.add(node);
    at = body.startsWith(':::', end) ? end + classLength(body, end) : end;
  }
  return [...nodes].flatMap(([node, text]) => (wanted.has(node) ? [{ node, text: text ?? node }] : []));
}

function classLength(body: string, at: number): number {
  return /^:::[\w-]*/u.exec(body.slice(at, at + 80))?.[0].length ?? 0;
}

function afterQuote(body: string, at: number): number {
  const close = body.indexOf('"', at + 1);
  return close < 0 ? at + 1 : close + 1;
}

/** Reads a node's shape and text at a place. Remembers which closing signs come no more, so that unclosed ones cost no search each. */
function shapeReader(body: string): (at: number) => { readonly text: string; readonly end: number } | null {
  const gone = new Set<string>();
  const find = (sign: string, from: number): number => {
    if (gone.has(sign)) return -1;
    const at = body.indexOf(sign, from);
    if (at < 0) gone.add(sign);
    return at;
  };
  return (at) => {
    if (body.startsWith('@{', at)) {
      const end = find('}', at);
      const label = end < 0 ? null : /\blabel:\s*(?:"([^"]*)"|'([^']*)'|([^,}\n]*))/u.exec(body.slice(at, Math.min(end, at + 2000)));
      return label === null ? null : { text: plainText(label[1] ?? label[2] ?? label[3] ?? ''), end: end + 1 };
    }
    const shape = SHAPES.find(([open]) => body.startsWith(open, at));
    if (shape === undefined) return null;
    const from = at + shape[0].length;
    const quote = body[from] === '"' ? find('"', from + 1) : -1;
    const ends = shape[1].map((sign) => [find(sign, quote < 0 ? from : quote), sign.length] as const).filter(([end]) => end >= 0);
    if (ends.length === 0) return null;
    const [end, length] = ends.reduce((first, other) => (other[0] < first[0] ? other : first));
    return { text: plainText(body.slice(from, end)), end: end + length };
  };
}

/** A label without quotes, Markdown's signs around the whole, breaks, and mermaid's own way to write a sign (`#35;`, `#quot;`). */
function plainText(label: string): string {
  return label
    .trim()
    .replace(/^"([\s\S]*)"$/u, '$1')
    .replace(/^`([\s\S]*)`$/u, '$1')
    .replace(/<br\s*\/?>/giu, ' ')
    .replace(/#(\d{1,6}|quot|amp|lt|gt);/gu, (sign, code: string) => SIGNS[code] ?? signFrom(Number(code)) ?? sign)
    .replace(/\s+/gu, ' ')
    .trim();
}

const SIGNS: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' };

function signFrom(code: number): string | null {
  return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}
