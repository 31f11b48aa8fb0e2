import { canonicalCallout, defaultCalloutTitle } from './callout-types.ts';
import { htmlWithoutComments, sourceWithoutComments } from './comments.ts';
import type { Token } from './engine-types.ts';
import { type InlineContext, inlinesFrom } from './inlines.ts';
import { cellLocator, type Locator, linesLocator, type SourceLines } from './place.ts';
import { blockIdAtEnd } from './rule-block-id.ts';
import type { CellSource } from './rule-table.ts';
import type { Align, Block, FootnoteDefinition, Inline, ListItem, TableCell } from './tree.ts';
import { plainText } from './walk.ts';

const TASK = /^\[(.)\](?=\s|$)[ \t\u00a0]*\n?/su;

/** Builds blocks from markdown-it's flat list of tokens. */
export function blocksFrom(
  ctx: InlineContext,
  source: SourceLines,
  tokens: readonly Token[],
): { readonly blocks: readonly Block[]; readonly footnotes: readonly FootnoteDefinition[] } {
  const footnotes: FootnoteDefinition[] = [];
  let at = 0;

  const placed = (token: Token): { line: number; endLine: number; blockId: null } => {
    const [start, end] = token.map ?? [0, 1];
    return { line: source.firstLine + start, endLine: source.firstLine + Math.max(end, start + 1) - 1, blockId: null };
  };

  const blocksUntil = (closing: string): readonly Block[] => {
    const blocks: Block[] = [];
    // Where the last block stands: a footnote's own blocks are not among those around it.
    let last = blocks;
    for (; at < tokens.length; ) {
      const token = tokens[at++];
      if (token === undefined || token.type === closing) break;
      if (token.type === 'block_id') {
        const before = last.pop();
        if (before !== undefined) last.push(before.blockId === null ? { ...before, blockId: token.content } : before);
      } else if (token.type === 'footnote_open') {
        last = [...blocksUntil('footnote_close')];
        footnotes.push({ label: String(token.meta?.['label']), line: placed(token).line, blocks: last });
      } else {
        last = blocks;
        const block = blockFrom(token);
        if (block !== null) blocks.push(block);
      }
    }
    return blocks;
  };

  const blockFrom = (token: Token): Block | null => {
    switch (token.type) {
      case 'paragraph_open':
        return paragraph(token);
      case 'heading_open':
        return heading(token);
      case 'bullet_list_open':
      case 'ordered_list_open':
        return list(token);
      case 'blockquote_open':
        return tokens[at]?.type === 'callout_head' ? callout(token) : quote(token);
      case 'table_open':
        return table(token);
      case 'fence': {
        const info = ctx.engine.utils.unescapeAll(token.info).trim();
        return { kind: 'code', ...placed(token), lang: info.split(/\s/u)[0] ?? '', info, value: token.content };
      }
      case 'code_block':
        return { kind: 'code', ...placed(token), lang: '', info: '', value: token.content };
      case 'math_block':
        return { kind: 'math', ...placed(token), value: token.content };
      case 'hr':
        return { kind: 'rule', ...placed(token) };
      case 'html_block': {
        const value = ctx.ofm ? htmlWithoutComments(token.content) : token.content;
        return value.trim() === '' ? null : { kind: 'html', ...placed(token), value };
      }
      case 'plain':
        return { kind: 'paragraph', ...placed(token), children: linesAsText(token.content) };
      default:
        return null;
    }
  };

  const paragraph = (token: Token): Block | null => {
    const text = tokens[at];
    at += 2;
    if (text === undefined) return null;
    return textBlock(token, text.content);
  };

  const textBlock = (token: Token, content: string): Block | null => {
    const id = ctx.ofm ? blockIdAtEnd(content) : null;
    const kept = id === null ? content : content.slice(0, content.length - id.length);
    const cut = id === null || content.slice(kept.length).includes('\n') ? 0 : id.length;
    const children = inlinesFrom(ctx, kept, linesLocator(source, kept, token.map?.[0] ?? 0, cut));
    const trimmed = ctx.ofm ? withStandalone(withoutOuterBreaks(children)) : children;
    if (trimmed.length === 0 && id === null) return null;
    return { kind: 'paragraph', ...placed(token), blockId: id?.id ?? null, children: trimmed };
  };

  const heading = (token: Token): Block | null => {
    const text = tokens[at];
    at += 2;
    if (text === undefined) return null;
    const line = token.map?.[0] ?? 0;
    const locator = token.markup.startsWith('#') ? lineLocator(line, text.content) : linesLocator(source, text.content, line, 0);
    const children = inlinesFrom(ctx, text.content, locator);
    const own = ctx.ofm ? sourceWithoutComments(text.content).trim() : text.content;
    return { kind: 'heading', ...placed(token), level: Number(token.tag.slice(1)), children, source: own };
  };

  const lineLocator = (line: number, content: string): Locator => {
    const start = source.starts[line] ?? 0;
    const whole = source.text.slice(start, (source.starts[line + 1] ?? source.text.length + 1) - 1);
    return cellLocator(source, line, start + Math.max(0, whole.lastIndexOf(content)), content);
  };

  const list = (token: Token): Block => {
    const ordered = token.type === 'ordered_list_open';
    const items: ListItem[] = [];
    let tight = true;
    while (tokens[at]?.type === 'list_item_open') {
      const level = token.level + 2;
      for (let i = at + 1; (tokens[i]?.level ?? 0) >= level; i++) {
        const inner = tokens[i];
        if (inner?.type === 'paragraph_open' && inner.level === level && !inner.hidden) tight = false;
      }
      const item = listItem(ordered);
      if (item !== null) items.push(item);
    }
    at++;
    const start = Number(token.attrGet('start') ?? 1);
    const { line } = placed(token);
    return { kind: 'list', line, endLine: items.at(-1)?.endLine ?? line, blockId: null, ordered, start, tight, items };
  };

  const listItem = (ordered: boolean): ListItem | null => {
    const open = tokens[at++];
    if (open === undefined) return null;
    const { line } = placed(open);
    const marker = ordered ? open.info + open.markup : open.markup;
    const first = tokens[at]?.type === 'paragraph_open' ? tokens[at + 1] : undefined;
    let task: string | null = null;
    let written = first?.content ?? '';
    if (first !== undefined && ctx.ofm) {
      const box = TASK.exec(written);
      task = box?.[1] ?? null;
      if (box !== null) {
        written = written.slice(box[0].length);
        first.content = written;
        const opener = tokens[at];
        if (box[0].includes('\n') && opener?.map) opener.map[0] += 1;
        if (box[0].includes('\n')) written = '';
      }
    }
    const blocks = [...blocksUntil('list_item_close')];
    if (blocks.length === 0 && ctx.env.hiddenLines.has(open.map?.[0] ?? -1)) return null;
    const head = blocks[0];
    const blockId = head?.kind === 'paragraph' ? head.blockId : null;
    if (head?.kind === 'paragraph' && blockId !== null) blocks[0] = { ...head, blockId: null };
    const cleaned = ctx.ofm ? sourceWithoutComments(written) : written;
    const own = cleaned.split('\n', 1)[0]?.trim() ?? '';
    return { line, endLine: blocks.at(-1)?.endLine ?? line, marker, task, source: own, blockId, blocks };
  };

  const quote = (token: Token): Block => {
    const { line, blockId } = placed(token);
    const blocks = blocksUntil('blockquote_close');
    return { kind: 'quote', line, endLine: blocks.at(-1)?.endLine ?? line, blockId, blocks };
  };

  const callout = (token: Token): Block => {
    const head = tokens[at++];
    const { line, blockId } = placed(token);
    const [written = '', ...rest] = String(head?.meta?.['written'] ?? '').split('|');
    const type = written.trim().toLowerCase().replace(/\s+/gu, '-');
    const foldSign = head?.meta?.['fold'];
    const content = head?.content ?? '';
    const source_ = sourceWithoutComments(content).trim();
    const titleSource = source_ === '' ? defaultCalloutTitle(type) : source_;
    const locator = linesLocator(source, content, line - source.firstLine, 0);
    const title: readonly Inline[] = source_ === '' ? [{ kind: 'text', value: titleSource }] : inlinesFrom(ctx, content, locator);
    const blocks = blocksUntil('blockquote_close');
    return {
      kind: 'callout',
      line,
      endLine: blocks.at(-1)?.endLine ?? line,
      blockId,
      written: written.trim(),
      type,
      canonical: canonicalCallout(type),
      metadata: rest.length === 0 ? null : rest.join('|').trim(),
      fold: foldSign === '+' || foldSign === '-' ? foldSign : null,
      title,
      titleText: plainText(title).trim(),
      titleSource,
      blocks,
    };
  };

  const table = (token: Token): Block => {
    const align: Align[] = [];
    const rows: (readonly TableCell[])[] = [];
    let row: TableCell[] = [];
    for (; tokens[at] !== undefined && tokens[at]?.type !== 'table_close'; at++) {
      const part = tokens[at];
      if (part?.type === 'tr_open') row = [];
      else if (part?.type === 'tr_close') rows.push(row);
      else if (part?.type === 'th_open') align.push(alignOf(part));
      else if (part?.type === 'inline') row.push({ children: cellChildren(part) });
    }
    at++;
    return { kind: 'table', ...placed(token), align, head: rows[0] ?? [], rows: rows.slice(1) };
  };

  const cellChildren = (token: Token): readonly Inline[] => {
    const cell = token.meta?.['cell'] as CellSource | undefined;
    const line = token.map?.[0] ?? 0;
    const locator = cell === undefined ? linesLocator(source, token.content, line, 0) : cellLocator(source, line, cell.base, cell.raw);
    return inlinesFrom(ctx, token.content, locator);
  };

  const blocks = blocksUntil('');
  return { blocks, footnotes };
}

function alignOf(token: Token): Align {
  const style = String(token.attrGet('style') ?? '');
  if (style.endsWith('right')) return 'right';
  if (style.endsWith('center')) return 'center';
  return style.endsWith('left') ? 'left' : null;
}

function linesAsText(content: string): readonly Inline[] {
  return content
    .split('\n')
    .flatMap((value, i): Inline[] => (i === 0 ? [{ kind: 'text', value }] : [{ kind: 'break' }, { kind: 'text', value }]));
}

/** A comment on a line of its own leaves a break behind that nobody wrote. */
function withoutOuterBreaks(children: readonly Inline[]): readonly Inline[] {
  let [from, to] = [0, children.length];
  while (from < to && children[from]?.kind === 'break') from++;
  while (to > from && children[to - 1]?.kind === 'break') to--;
  return from === 0 && to === children.length ? children : children.slice(from, to);
}

/** Marks embeds that stand alone on their line. */
function withStandalone(children: readonly Inline[]): readonly Inline[] {
  if (!children.some((node) => node.kind === 'embed')) return children;
  const edge = (node: Inline | undefined): boolean => node === undefined || node.kind === 'break';
  return children.map((node, i) =>
    node.kind === 'embed' && edge(children[i - 1]) && edge(children[i + 1]) ? { ...node, standalone: true } : node,
  );
}
