/** What may stand directly in an element, by the content model of the HTML standard. */
type Content = 'flow' | 'phrasing' | 'ruby' | 'items' | 'terms' | 'table' | 'columns' | 'rows' | 'cells';

/** An element of the page that is open. */
export interface Nest {
  /** As it is written in the page. */
  readonly name: string;
  /** Not in the note: it holds what may not stand directly in the element around it. */
  readonly implied: boolean;
  /** What of it has been written that comes only once or first: a summary, a caption, columns, the head of a table. */
  stage: number;
}

/** How something gets its place: so many open elements are closed, these opened; `as` is the element to write, null for none. */
export interface Step {
  readonly close: number;
  readonly open: readonly string[];
  readonly as: string | null;
}

const CONTENT: Readonly<Record<string, Content>> = {
  ...Object.fromEntries(
    'abbr b bdi bdo block caption cite code dfn em h2 h3 h4 h5 h6 i kbd mark p pre q rp rt s samp small span strong sub summary sup time u var'
      .split(' ')
      .map((name) => [name, 'phrasing' as const]),
  ),
  ruby: 'ruby',
  ul: 'items',
  ol: 'items',
  dl: 'terms',
  table: 'table',
  colgroup: 'columns',
  thead: 'rows',
  tbody: 'rows',
  tr: 'cells',
};
/** What stands in them is judged by what they stand in. */
const TRANSPARENT = new Set(['a', 'del', 'ins']);
const BLOCKS = new Set('blockquote details div dl figure h2 h3 h4 h5 h6 hr ol p pre table ul'.split(' '));
/** Parts of lists and tables, and what must be between them and the element they belong to. */
const PARTS: Readonly<Partial<Record<Content, Readonly<Record<string, readonly string[]>>>>> = {
  items: { li: [] },
  terms: { dt: [], dd: [] },
  table: { caption: [], colgroup: [], thead: [], tbody: [], tr: ['tbody'], td: ['tbody', 'tr'], th: ['tbody', 'tr'], col: ['colgroup'] },
  columns: { col: [] },
  rows: { tr: [], td: ['tr'], th: ['tr'] },
  cells: { td: [], th: [] },
};
const PART_NAMES = new Set('caption col colgroup dd dt li tbody td th thead tr'.split(' '));
/** What text and blocks are put in where only parts may stand. */
const FILLERS: Readonly<Partial<Record<Content, readonly string[]>>> = {
  items: ['li'],
  terms: ['dd'],
  table: ['tbody', 'tr', 'td'],
  rows: ['tr', 'td'],
  cells: ['td'],
};
/** Parts that come in this order in a table: a later one ends the time of an earlier. */
const STAGES: Readonly<Record<string, number>> = { caption: 1, colgroup: 2, col: 2, thead: 3, tbody: 4, tr: 4, td: 4, th: 4 };

/** Where an element, or text (`#text`), gets its place among the open ones, so that the page is valid by the content model of HTML. */
export function nest(name: string, open: readonly Nest[]): Step {
  let left = open.length;
  for (;;) {
    const around = open.slice(0, left);
    const content = contentIn(around);
    const close = open.length - left;
    const top = around.at(-1);
    const parts = PARTS[content];
    if (PART_NAMES.has(name)) {
      const between = parts !== undefined && Object.hasOwn(parts, name) ? parts[name] : undefined;
      if (between !== undefined && top !== undefined) return partIn(name, top, { close, open: between });
      // A new row ends the one before, and what the note did not open ends with it.
      if (top !== undefined && left > 0 && (top.implied || ['columns', 'rows', 'cells'].includes(content))) {
        left -= 1;
        continue;
      }
      return { close: 0, open: [], as: null };
    }
    if (content === 'columns' && left > 0) {
      left -= 1;
      continue;
    }
    const filler = FILLERS[content];
    if (filler !== undefined && (name === 'br' || name === 'wbr')) return { close: 0, open: [], as: null };
    if (filler !== undefined) return { close, open: filler, as: writtenIn('flow', name, around, undefined) };
    return { close, open: [], as: writtenIn(content, name, around, top) };
  }
}

function contentIn(open: readonly Nest[]): Content {
  const holder = open.findLast((element) => !TRANSPARENT.has(element.name))?.name ?? '';
  return Object.hasOwn(CONTENT, holder) ? (CONTENT[holder] ?? 'flow') : 'flow';
}

/** A part of a list or table; the head of a table and what else comes once only when it is its time. */
function partIn(name: string, top: Nest, step: Omit<Step, 'as'>): Step {
  if (top.name !== 'table') return { ...step, as: name };
  const stage = STAGES[name] ?? 0;
  const late = top.stage > stage || (top.stage === stage && (name === 'caption' || name === 'thead'));
  if (late && name !== 'thead') return { close: 0, open: [], as: null };
  top.stage = Math.max(top.stage, stage);
  return { ...step, as: late ? 'tbody' : name };
}

/** A block in a line of text is a part of the line that fills lines of its own. */
function writtenIn(content: Content, name: string, open: readonly Nest[], top: Nest | undefined): string | null {
  const within = (...names: readonly string[]): boolean => open.some((element) => names.includes(element.name));
  if (name === 'summary') {
    if (top?.name === 'details' && top.stage === 0) return name;
    return content === 'flow' ? 'div' : 'block';
  }
  if (name === 'figcaption') return top?.name === 'figure' ? name : content === 'flow' ? 'div' : 'block';
  if (name === 'dfn' && within('dfn')) return null;
  if (name === 'rt' || name === 'rp') return content === 'ruby' ? name : null;
  if (content !== 'flow' && name === 'hr') return 'br';
  if (content !== 'flow' && BLOCKS.has(name)) return 'block';
  // A link holds nothing else to press; a head of a table or term is a heading itself.
  const plain = (name === 'details' && within('a')) || (/^h\d$/u.test(name) && within('th', 'dt'));
  return plain ? 'div' : name;
}
