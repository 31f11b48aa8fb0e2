import MarkdownIt from 'markdown-it';
import { withPlainTokens } from './engine-state.ts';
import type { BlockRule, Engine, InlineRule } from './engine-types.ts';
import { blockIdLine } from './rule-block-id.ts';
import { calloutHead } from './rule-callout.ts';
import { commentBlock, commentInline } from './rule-comment.ts';
import { tooDeep } from './rule-depth.ts';
import { footnoteDefinition, footnoteInline, footnoteReference } from './rule-footnote.ts';
import { highlight, pairHighlights } from './rule-highlight.ts';
import { closedHtml } from './rule-html.ts';
import { linkWithPlace } from './rule-link.ts';
import { mathBlock, mathInline } from './rule-math.ts';
import { boundedQuote } from './rule-quote.ts';
import { tableWithPlaces } from './rule-table.ts';
import { tag } from './rule-tag.ts';
import { wikilink } from './rule-wikilink.ts';
import { isDataPicture, isUnsafeUrl } from './urls.ts';

const MAX_NESTING = 100;
const INTERRUPTS = ['paragraph', 'reference', 'blockquote', 'list'];

/** CommonMark alone, made once. */
export function commonmarkEngine(): Engine {
  commonmark ??= base(new MarkdownIt('commonmark', { html: true, maxNesting: MAX_NESTING }));
  return commonmark;
}

/** Obsidian's Markdown, made once: CommonMark, tables, `~~`, addresses without brackets, and the rules of this folder. */
export function obsidianEngine(): Engine {
  obsidian ??= withObsidianRules(base(new MarkdownIt({ html: true, linkify: true, maxNesting: MAX_NESTING })));
  return obsidian;
}

let commonmark: Engine | undefined;
let obsidian: Engine | undefined;

function base(engine: Engine): Engine {
  withPlainTokens(engine);
  engine.validateLink = (url) => !isUnsafeUrl(url) || isDataPicture(url);
  // Targets stay as written: they are names in a vault first, and addresses when drawn.
  engine.normalizeLink = (url) => url;
  engine.normalizeLinkText = (url) => url;
  for (const name of ['link', 'image', 'autolink'] as const) engine.inline.ruler.at(name, linkWithPlace(inlineRule(name)));
  engine.block.ruler.before('code', 'too_deep', tooDeep);
  engine.block.ruler.at('blockquote', boundedQuote(blockRule('blockquote')), { alt: INTERRUPTS });
  return engine;
}

function withObsidianRules(engine: Engine): Engine {
  engine.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  const { inline, block } = engine;
  inline.ruler.at('linkify', linkWithPlace(inlineRule('linkify')));
  inline.ruler.after('backticks', 'math', mathInline);
  inline.ruler.after('math', 'comment', commentInline);
  inline.ruler.after('comment', 'tag', tag);
  inline.ruler.before('emphasis', 'highlight', highlight);
  inline.ruler.before('link', 'wikilink', wikilink);
  inline.ruler.after('wikilink', 'footnote_reference', footnoteReference);
  inline.ruler.after('footnote_reference', 'footnote_inline', footnoteInline);
  inline.ruler2.after('emphasis', 'highlight', pairHighlights);

  block.ruler.at('table', tableWithPlaces(blockRule('table')), { alt: ['paragraph', 'reference'] });
  block.ruler.at('html_block', closedHtml(blockRule('html_block')), { alt: ['paragraph', 'reference', 'blockquote'] });
  block.ruler.before('table', 'comment', commentBlock, { alt: INTERRUPTS });
  block.ruler.before('table', 'callout_head', calloutHead);
  block.ruler.before('table', 'block_id', blockIdLine, { alt: INTERRUPTS });
  block.ruler.before('fence', 'math_block', mathBlock, { alt: INTERRUPTS });
  block.ruler.before('reference', 'footnote_definition', footnoteDefinition, { alt: ['paragraph', 'reference'] });
  return engine;
}

/** One of markdown-it's own rules, to be wrapped. */
function inlineRule(name: string): InlineRule {
  const { ruler } = new MarkdownIt().inline;
  ruler.enableOnly([name]);
  return only(ruler.getRules(''), name);
}

function blockRule(name: string): BlockRule {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly([name]);
  return only(ruler.getRules(''), name);
}

function only<T>(rules: readonly T[], name: string): T {
  const [rule] = rules;
  if (rule === undefined) throw new Error(`markdown-it has no rule ${name}`);
  return rule;
}
