import MarkdownIt from 'markdown-it';
import type { Engine, Token } from './engine-types.ts';

const TAB = 9;
const SPACE = 32;

/**
 * A token with the fields of markdown-it's own. Its class defines them one by one under computed names, which takes a third of the time of parsing;
 * here they are written down. `tests/markdown/engine-state.test.ts` compares the two.
 */
class PlainToken {
  type: string;
  tag: string;
  nesting: Token['nesting'];
  attrs: Token['attrs'] = null;
  map: Token['map'] = null;
  level = 0;
  children: Token['children'] = null;
  content = '';
  markup = '';
  info = '';
  meta: Token['meta'] = null;
  block = false;
  hidden = false;
  constructor(type: string, tag: string, nesting: Token['nesting']) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }
}
Object.setPrototypeOf(PlainToken.prototype, MarkdownIt.Token.prototype);

/** A token as markdown-it makes it. */
export function tokenOf(type: string, tag: string, nesting: Token['nesting']): Token {
  return new PlainToken(type, tag, nesting) as unknown as Token;
}

type Blocks = InstanceType<typeof MarkdownIt.StateBlock>;

/** The same for the state of a note's blocks: its lines are found one by one and not sign by sign. */
class BlockState {
  src: string;
  md: Blocks['md'];
  env: Blocks['env'];
  tokens: Token[];
  bMarks: number[] = [];
  eMarks: number[] = [];
  tShift: number[] = [];
  sCount: number[] = [];
  bsCount: number[] = [];
  blkIndent = 0;
  line = 0;
  lineMax = 0;
  tight = false;
  listIndent = -1;
  parentType: Blocks['parentType'] = 'root';
  level = 0;
  Token = MarkdownIt.Token;

  constructor(src: string, md: Blocks['md'], env: Blocks['env'], tokens: Token[]) {
    this.src = src;
    this.md = md;
    this.env = env;
    this.tokens = tokens;
    for (let start = 0; start < src.length; ) {
      const newline = src.indexOf('\n', start);
      const end = newline === -1 ? src.length : newline;
      let first = start;
      let column = 0;
      for (let code = src.charCodeAt(first); first < end && (code === SPACE || code === TAB); code = src.charCodeAt(first)) {
        column += code === TAB ? 4 - (column % 4) : 1;
        first += 1;
      }
      // Spaces that nothing ends are no line.
      if (first === src.length) break;
      this.addLine(start, end, first - start, column);
      start = end + 1;
    }
    this.addLine(src.length, src.length, 0, 0);
    this.lineMax = this.bMarks.length - 1;
  }

  private addLine(start: number, end: number, indent: number, columns: number): void {
    this.bMarks.push(start);
    this.eMarks.push(end);
    this.tShift.push(indent);
    this.sCount.push(columns);
    this.bsCount.push(0);
  }

  push(type: string, tag: string, nesting: Token['nesting']): Token {
    const token = tokenOf(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level -= 1;
    token.level = this.level;
    if (nesting > 0) this.level += 1;
    this.tokens.push(token);
    return token;
  }
}

Object.setPrototypeOf(BlockState.prototype, MarkdownIt.StateBlock.prototype);

type Inlines = InstanceType<typeof MarkdownIt.StateInline>;

/** The same for the state of a run of inlines, of which every paragraph, cell and link text needs one. */
class InlineState {
  src: string;
  md: Inlines['md'];
  env: Inlines['env'];
  tokens: Token[];
  tokens_meta: Inlines['tokens_meta'];
  pos = 0;
  posMax: number;
  level = 0;
  pending = '';
  pendingLevel = 0;
  cache: Inlines['cache'] = {};
  backticks: Inlines['backticks'] = {};
  backticksScanned = false;
  skipHtmlSpecial = false;
  linkLevel = 0;
  delimiters: Inlines['delimiters'] = [];
  _prev_delimiters: Inlines['_prev_delimiters'] = [];
  Token = MarkdownIt.Token;

  constructor(src: string, md: Inlines['md'], env: Inlines['env'], tokens: Token[]) {
    this.src = src;
    this.md = md;
    this.env = env;
    this.tokens = tokens;
    this.tokens_meta = new Array(tokens.length);
    this.posMax = src.length;
  }

  pushPending(): Token {
    const token = tokenOf('text', '', 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.pending = '';
    return token;
  }

  push(type: string, tag: string, nesting: Token['nesting']): Token {
    if (this.pending !== '') this.pushPending();
    const token = tokenOf(type, tag, nesting);
    let meta: (typeof this.tokens_meta)[number];
    if (nesting < 0) {
      this.level -= 1;
      this.delimiters = this._prev_delimiters.pop() ?? [];
    }
    token.level = this.level;
    if (nesting > 0) {
      this.level += 1;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
      meta = { delimiters: this.delimiters };
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(meta);
    return token;
  }
}

Object.setPrototypeOf(InlineState.prototype, MarkdownIt.StateInline.prototype);

/** Makes an engine use tokens that are cheap to make. */
export function withPlainTokens(engine: Engine): Engine {
  engine.block.State = BlockState as unknown as typeof MarkdownIt.StateBlock;
  engine.inline.State = InlineState as unknown as typeof MarkdownIt.StateInline;
  return engine;
}
