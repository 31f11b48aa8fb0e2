import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from 'parse5';
import { isUnshown, isUnshownAttribute } from '../markdown/mdx-components.ts';
import { escapeHtml } from './escape.ts';
import { type Html, safeHtml } from './html.ts';

/** Elements whose text holds no tags. */
const RAW: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};
const VOID = new Set(['link', 'meta', 'base', 'embed']);

/**
 * What an MDX program has drawn without all that has no effect on a page: scripts, styles, forms, handlers, addresses that are programs. Frames stay
 * that show a file of the site, as embeds do. Everything else is as it was, byte for byte.
 */
export function inertHtml(html: string): Html {
  let out = '';
  let from = 0;
  /** The element that is left out around the place, and how often it has begun. */
  let dropped: { readonly name: string; depth: number } | null = null;
  const cut = ({ location }: Token.TagToken, text: string): void => {
    if (location === null) return;
    if (dropped === null) out += html.slice(from, location.startOffset) + text;
    from = location.endOffset;
  };
  const onStartTag = (tag: Token.TagToken): void => {
    const raw = RAW[tag.tagName];
    if (raw !== undefined) tokenizer.state = raw;
    const { tagName: name, attrs } = tag;
    if (dropped !== null) {
      if (name === dropped.name) dropped.depth += 1;
    } else if (isLeftOut(tag)) {
      cut(tag, '');
      if (!VOID.has(name)) dropped = { name, depth: 1 };
    } else if (name === 'form') cut(tag, '');
    else {
      const kept = attrs.filter((attribute) => !isUnshownAttribute(attribute.name, attribute.value));
      if (kept.length < attrs.length) cut(tag, `<${name}${kept.map((one) => ` ${one.name}="${escapeHtml(one.value)}"`).join('')}>`);
    }
  };
  const onEndTag = (tag: Token.TagToken): void => {
    const { tagName: name } = tag;
    if (dropped === null) {
      if (name === 'form' || isUnshown(name)) cut(tag, name === 'iframe' ? '</iframe>' : '');
    } else if (name === dropped.name) {
      dropped.depth -= 1;
      if (dropped.depth > 0) return;
      cut(tag, '');
      dropped = null;
    }
  };
  const nothing = (): void => {};
  const handler: TokenHandler = {
    onStartTag,
    onEndTag,
    onComment: nothing,
    onDoctype: nothing,
    onEof: nothing,
    onCharacter: nothing,
    onNullCharacter: nothing,
    onWhitespaceCharacter: nothing,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  tokenizer.write(html, true);
  return safeHtml(dropped === null ? out + html.slice(from) : out);
}

function isLeftOut({ tagName, attrs }: Token.TagToken): boolean {
  if (tagName !== 'iframe') return isUnshown(tagName);
  const src = attrs.find(({ name }) => name === 'src')?.value;
  return src === undefined || attrs.some(({ name }) => name === 'srcdoc') || /^[\s\p{Cc}]*(?:[a-z][a-z+.-]*:|[/\\]{2})/iu.test(src);
}
