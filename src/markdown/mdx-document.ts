/** A literal in an attribute; null when a program computes it. */
export type MdxLiteral = string | number | boolean | null;

/** An element of an MDX page whose name begins with a capital letter, or an HTML element. */
export interface MdxUse {
  readonly name: string;
  readonly line: number;
  readonly attributes: readonly { readonly name: string; readonly value: MdxLiteral }[];
  /** False when attributes are spread into it (`{...x}`), so that not all of them are known. */
  readonly complete: boolean;
}

/** A tag or expression that stands on lines of its own, outside all Markdown. */
export interface MdxMark {
  readonly line: number;
  readonly token: string;
}

/** What is wrong with a page, or why it cannot run. Lines are those of the file. */
export interface MdxProblem {
  readonly code: 'mdx-syntax' | 'mdx-import';
  readonly line: number;
  readonly message: string;
}

/**
 * An MDX body taken apart: its prose, which is read and drawn as the Markdown of any note, and its program, which says where components and
 * expressions stand in it. Both depend on the text alone.
 */
export interface MdxDocument {
  /** The body without tags and expressions, line by line and column by column the same; `<Embed note="…"/>` is `![[…]]`. */
  readonly prose: string;
  /** The same with a token in the place of every tag and expression that stands within Markdown. */
  readonly marked: string;
  /** In order of the text. */
  readonly marks: readonly MdxMark[];
  /** Source of an MDX module that draws tags and expressions and asks for the prose between them. */
  readonly program: string;
  readonly uses: readonly MdxUse[];
  /** Islands that are lists or tables, which no paragraph can hold. */
  readonly blocks: ReadonlySet<number>;
  /** Names that the page itself defines. */
  readonly names: ReadonlySet<string>;
  /** Lines of the file on which the parts of the program begin, by their marks. */
  readonly lines: Readonly<Record<string, number>>;
}

/** Before a part of the program, so that what fails in it can be found again in the compiled one. Its own name, in the program and compiled. */
export const MDX_MARK = '_mdxAt';

/** The argument of a mark, as every compiler writes it. */
export function mdxMark(part: string): string {
  return `${MDX_MARK}("mdx:${part}")`;
}

/**
 * Tokens are of two invisible signs, which end a tag and are part of no word, around a number and how the island begins or ends: `s` stands alone, `o`
 * opens, `c` closes.
 */
export function mdxToken(island: number, part: 's' | 'o' | 'c'): string {
  return `\u2063${island}${part}\u2064`;
}

/** Keeps a line within Markdown from being empty where a tag went on over several lines. */
export const MDX_FILL = '\u2063\u2064';
