import { mayHoldAddress, withAutolinks } from './autolinks.ts';
import type { Engine, Token } from './engine-types.ts';
import { parseMarkdownTarget, parseSize, parseWikiTarget, type Sized } from './link-ref.ts';
import type { ParseEnv } from './parse-env.ts';
import type { Locator } from './place.ts';
import type { Inline, LinkRef } from './tree.ts';
import { isExternal } from './urls.ts';
import { plainText } from './walk.ts';

/** What turning tokens into inlines needs to know. */
export interface InlineContext {
  readonly engine: Engine;
  readonly env: ParseEnv;
  readonly ofm: boolean;
  readonly breaks: boolean;
}

/** Emphasis within emphasis beyond this depth keeps its text and loses its form. */
const DEEPEST_INLINE = 40;

type Span = 'strong' | 'emphasis' | 'strike' | 'highlight';
const SPANS: Readonly<Record<string, Span>> = { strong_open: 'strong', em_open: 'emphasis', s_open: 'strike', mark_open: 'highlight' };

/** What may be more than text in inline source. Without it there is nothing to parse. */
const MARKUP = /[\n\\`$#*_[<&]|~~|==|%%|:\/\//;

/** True for inline source that is read as the very text it is, addresses of `withAutolinks` aside. */
export function isPlainSource(source: string): boolean {
  return !MARKUP.test(source);
}

interface Frame {
  readonly children: Inline[];
  /** Makes the node when the span closes; null for a span that only hands its children up. */
  readonly node: ((children: readonly Inline[]) => Inline) | null;
}

/** Parses inline source. Offsets of links are turned into places by `at`. */
export function inlinesFrom(ctx: InlineContext, source: string, at: Locator): readonly Inline[] {
  if (source === '') return [];
  if (isPlainSource(source)) return ctx.ofm ? withAutolinks(source, () => at.placeOf(0).line) : [{ kind: 'text', value: source }];
  const tokens: Token[] = [];
  ctx.engine.inline.parse(source, ctx.engine, ctx.env, tokens);
  return inlinesFromTokens(ctx, tokens, at, false);
}

/** Collects the inlines of one run of tokens: text as long as it lasts, and spans within spans. */
class InlineWriter {
  readonly root: Inline[] = [];
  text = '';
  linkDepth: number;
  private readonly stack: Frame[] = [];
  private children = this.root;
  private readonly ofm: boolean;
  private readonly at: Locator;

  constructor(ofm: boolean, at: Locator, inLink: boolean) {
    this.ofm = ofm;
    this.at = at;
    this.linkDepth = inLink ? 1 : 0;
  }

  flush(): void {
    const { text } = this;
    if (text === '') return;
    this.text = '';
    if (this.ofm && this.linkDepth === 0 && mayHoldAddress(text)) {
      for (const node of withAutolinks(text, () => this.at.placeOf(0).line)) this.children.push(node);
    } else this.children.push({ kind: 'text', value: text });
  }

  push(node: Inline): void {
    this.flush();
    this.children.push(node);
  }

  open(node: Frame['node']): void {
    this.flush();
    const flat = node === null || this.stack.length >= DEEPEST_INLINE;
    const frame: Frame = { node: flat ? null : node, children: flat ? this.children : [] };
    this.stack.push(frame);
    this.children = frame.children;
  }

  close(): void {
    this.flush();
    const frame = this.stack.pop();
    this.children = this.stack.at(-1)?.children ?? this.root;
    if (frame !== undefined && frame.node !== null) this.children.push(frame.node(frame.children));
  }
}

function inlinesFromTokens(ctx: InlineContext, tokens: readonly Token[], at: Locator, inLink: boolean): readonly Inline[] {
  const writer = new InlineWriter(ctx.ofm, at, inLink);
  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        writer.text += token.content;
        break;
      case 'softbreak':
        if (ctx.breaks) writer.push({ kind: 'break' });
        else writer.text += '\n';
        break;
      case 'hardbreak':
        writer.push({ kind: 'break' });
        break;
      case 'code_inline':
        writer.push({ kind: 'code', value: token.content });
        break;
      case 'math':
        writer.push({ kind: 'math', value: token.content, display: token.info === 'display' });
        break;
      case 'html_inline':
        if (!ctx.ofm || !token.content.startsWith('<!--')) writer.push({ kind: 'html', value: token.content });
        break;
      case 'tag':
        if (writer.linkDepth > 0) writer.text += `#${token.content}`;
        else writer.push({ kind: 'tag', tag: token.content, line: at.placeOf(startOf(token)).line });
        break;
      case 'footnote_reference':
        if (writer.linkDepth === 0) writer.push({ kind: 'footnote', label: token.content });
        break;
      case 'footnote_inline': {
        const note = inlinesFromTokens(ctx, token.children ?? [], at, false);
        if (writer.linkDepth > 0) writer.text += ` (${plainText(note)})`;
        else writer.push({ kind: 'inline-footnote', children: note });
        break;
      }
      case 'wikilink':
        if (writer.linkDepth > 0 && token.meta?.['embed'] !== true) writer.text += parseWikiTarget(token.content).display;
        else writer.push(wikiNode(ctx, token, at));
        break;
      case 'image':
        writer.push(imageNode(ctx, token, at));
        break;
      case 'link_open':
        writer.open(writer.linkDepth > 0 || (ctx.ofm && leadsNowhere(token)) ? null : linkNode(token, at));
        writer.linkDepth++;
        break;
      case 'link_close':
        writer.close();
        writer.linkDepth--;
        break;
      default: {
        const kind = SPANS[token.type];
        if (kind !== undefined) writer.open((inner) => ({ kind, children: inner }));
        else if (token.nesting === -1) writer.close();
      }
    }
  }
  writer.flush();
  return writer.root;
}

function wikiNode(ctx: InlineContext, token: Token, at: Locator): Inline {
  const target = parseWikiTarget(token.content);
  const embed = token.meta?.['embed'] === true;
  const ref = refOf(token, at, {
    embed,
    syntax: 'wiki',
    path: target.path,
    subpath: target.subpath,
    display: target.display,
    aliased: target.alias !== null,
  });
  if (embed) return { kind: 'embed', ref, title: null, ...parseSize(target.alias ?? ''), standalone: false };
  return { kind: 'link', ref, title: null, children: displayChildren(ctx, target.display, target.alias !== null) };
}

/** Inline Markdown counts in a display text of the author's own, but no links in it. */
function displayChildren(ctx: InlineContext, display: string, aliased: boolean): readonly Inline[] {
  if (!aliased || !/[\\`*_~=<&$%^[]/u.test(display)) return [{ kind: 'text', value: display }];
  const tokens: Token[] = [];
  ctx.engine.inline.parse(display, ctx.engine, ctx.env, tokens);
  return inlinesFromTokens(ctx, tokens, { placeOf: () => ({ line: 0, column: 0 }), sourceOf: () => '' }, true);
}

/** `[text]()` is text. */
function leadsNowhere(token: Token): boolean {
  return token.info !== 'auto' && String(token.attrGet('href') ?? '').trim() === '';
}

function linkNode(token: Token, at: Locator): (children: readonly Inline[]) => Inline {
  const href = String(token.attrGet('href') ?? '');
  const title = textOrNull(token.attrGet('title'));
  if (isExternal(href) || token.info === 'auto') {
    return (children) => ({ kind: 'external', href, title, children, line: at.placeOf(startOf(token)).line });
  }
  return (children) => {
    const target = parseMarkdownTarget(href);
    const words = plainText(children).trim();
    const display = words === '' ? target.display : words;
    const ref = refOf(token, at, {
      embed: false,
      syntax: 'markdown',
      path: target.path,
      subpath: target.subpath,
      display,
      aliased: words !== '',
    });
    return { kind: 'link', ref, title, children };
  };
}

function imageNode(ctx: InlineContext, token: Token, at: Locator): Inline {
  const href = String(token.attrGet('src') ?? '');
  const title = textOrNull(token.attrGet('title'));
  const words = altOf(token.children ?? []);
  const sized: Sized = ctx.ofm ? parseSize(words) : { alt: words, width: null, height: null };
  if (isExternal(href)) return { kind: 'remote', href, title, ...sized, line: at.placeOf(startOf(token)).line };
  const { path, subpath, display } = parseMarkdownTarget(href);
  const ref = refOf(token, at, {
    embed: true,
    syntax: 'markdown',
    path,
    subpath,
    // As in a wikilink, the size counts as part of what is written.
    display: words.trim() || display,
    aliased: words.trim() !== '',
  });
  return { kind: 'embed', ref, title, ...sized, standalone: false };
}

function altOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
      if (token.type === 'image') return altOf(token.children ?? []);
      if (token.type === 'wikilink') return parseWikiTarget(token.content).display;
      if (token.type === 'tag') return `#${token.content}`;
      return token.type === 'html_inline' ? '' : token.content;
    })
    .join('');
}

function refOf(token: Token, at: Locator, ref: Omit<LinkRef, 'raw' | 'line' | 'column'>): LinkRef {
  const start = startOf(token);
  return { raw: at.sourceOf(start, Number(token.meta?.['end'] ?? start)), ...ref, ...at.placeOf(start) };
}

function startOf(token: Token): number {
  return Number(token.meta?.['start'] ?? 0);
}

function textOrNull(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
