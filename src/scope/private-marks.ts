import type { Block, Inline, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { Note } from '../notes/note.ts';
import { flagFromValue, propertyValue, textsFromValue } from '../notes/properties.ts';

/** `#private`, as a tag or where Obsidian sees none (in brackets, behind a colon); not a part of a longer word or address. */
const TAG = /(?<![\p{L}\p{N}_/&#.-])#private(?![\p{L}\p{N}_-])/iu;
const CALLOUT = /\[!\s*private(?![\p{L}\p{N}])/iu;
const CALLOUT_TYPE = /^(?:private(?:[/|-]|$))/iu;

/** True when a line of text says that it is private. What stands in code says nothing. */
export function isPrivateLine(children: readonly Inline[]): boolean {
  const text = saidBy(children);
  return TAG.test(text) || CALLOUT.test(text);
}

/** True for a callout of the type `private`, or one whose title or metadata say so. */
export function isPrivateCallout({ type, metadata, title }: Extract<Block, { kind: 'callout' }>): boolean {
  return CALLOUT_TYPE.test(type) || /(?:^|[\s|,])private(?:$|[\s|,])/iu.test(metadata ?? '') || isPrivateLine(title);
}

/** True when `[!private]` stands further down in a quote, where it makes no callout, and still somebody meant it. */
export function holdsPrivateCallout(blocks: readonly Block[]): boolean {
  return CALLOUT.test(plainText(blocks));
}

/** True for a label in plain text that says that something is private. */
export function isPrivateText(text: string): boolean {
  return TAG.test(text) || CALLOUT.test(text);
}

/** True for a paragraph that holds tags and nothing else, `private` among them: it speaks for what it stands in. */
export function isPrivateSign(block: Block): boolean {
  return block.kind === 'paragraph' && isPrivateLine(block.children) && /^(?:\s*#[^\s#]+)+\s*$/u.test(plainText(block.children));
}

/**
 * True when the whole note says that it is private, in other ways than the wiki's: by a tag of its frontmatter, a line of nothing but tags before its
 * first section, the heading that is its title, or a field `private::` in its text.
 */
export function isPrivateNote(note: Note, tree: Tree): boolean {
  if (['tags', 'tag'].some((key) => textsFromValue(propertyValue(note.properties, key)).some(isPrivateTags))) return true;
  if (note.inlineFields.some(isPrivateField)) return true;
  const title = titleOf(tree);
  for (const block of tree.blocks) {
    if (isPrivateSign(block)) return true;
    if (block.kind !== 'heading') continue;
    if (block !== title) return false;
    if (isPrivateLine(block.children)) return true;
  }
  return false;
}

/** The only heading of the first level, which everything else stands under. */
function titleOf(tree: Tree): Block | null {
  const [title = null, ...more] = tree.blocks.filter((block) => block.kind === 'heading' && block.level === 1);
  return more.length === 0 ? title : null;
}

/** A tag, or several in one text. */
function isPrivateTags(text: string): boolean {
  return text.split(/[\s,]+/u).some((tag) => /^#?private(?:\/|$)/iu.test(tag));
}

/** Of fields in the text `private` is read the careful way, as in frontmatter; the other flags count when they are clear. */
function isPrivateField([key, value]: readonly [string, string]): boolean {
  const flag = flagFromValue(value);
  switch (key.trim().toLowerCase()) {
    case 'private':
      return flag === true || flag === 'unclear';
    case 'draft':
      return flag === true;
    case 'publish':
      return flag === false;
    default:
      return false;
  }
}

/** The words of a line as it would be read, with what pictures say; nothing of code and formulas. */
function saidBy(children: readonly Inline[]): string {
  return children
    .map((child): string => {
      switch (child.kind) {
        case 'text':
          return child.value;
        case 'tag':
          return `#${child.tag}`;
        case 'break':
          return '\n';
        case 'embed':
        case 'remote':
          return ` ${child.alt} ${child.title ?? ''} `;
        case 'code':
        case 'math':
        case 'footnote':
          return ' ';
        case 'html':
          return child.value;
        case 'link':
          return child.children.length === 0 ? ' ' : saidBy(child.children);
        default:
          return saidBy(child.children);
      }
    })
    .join('');
}
