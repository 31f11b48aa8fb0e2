import type { MdxLiteral } from './mdx-document.ts';

/** A place in the body: line and column 1-based, offset in UTF-16 units. */
interface MdxPoint {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

interface MdxAttribute {
  /** Absent for `{...spread}`, whose program is then `value`. */
  readonly name?: string;
  readonly value: string | null | { readonly value: string };
}

/** What is used of a node of the MDX parser (mdast with MDX). */
export interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly MdxAttribute[];
  readonly children?: readonly MdxNode[];
  readonly position: { readonly start: MdxPoint; readonly end: MdxPoint };
}

/** True for an element in tags. */
export function isJsx(node: MdxNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** All of a node, by offsets. */
export function wholeRange({ position }: MdxNode): { readonly start: number; readonly end: number } {
  return { start: position.start.offset, end: position.end.offset };
}

/** The value of an attribute where it is written out: text, a number, true and false; null for anything that a program computes. */
export function literalOf({ value }: MdxAttribute): MdxLiteral {
  if (value === null) return true;
  if (typeof value === 'string') return value;
  const source = value.value.trim();
  if (/^-?\d+(?:\.\d+)?$/u.test(source)) return Number(source);
  if (source === 'true' || source === 'false') return source === 'true';
  return /^(["'])((?!\1)[^\\\n])*\1$/u.test(source) ? source.slice(1, -1) : null;
}

/**
 * The tags of an element, written anew from the tree: what Markdown put between their lines is not in it. `mark` is a call that stands before each
 * program in an attribute.
 */
export function tagsOf(node: MdxNode, more: string, unknown: boolean, mark: string): { readonly open: string; readonly close: string } {
  if (!node.name) return { open: '<>', close: '</>' };
  if (unknown) return { open: `<_Missing name=${JSON.stringify(node.name)}>`, close: '</_Missing>' };
  const attributes = (node.attributes ?? []).map(({ name, value }) => {
    if (name === undefined)
      return ` {${String(value).replace(/^\s*\.\.\.([\s\S]*)$/u, (_, spread: string) => `...${marked(spread, mark)}`)}}`;
    if (value === null) return ` ${name}`;
    return ` ${name}={${typeof value === 'string' ? JSON.stringify(value) : marked(value.value, mark)}}`;
  });
  return { open: `<${node.name}${attributes.join('')}${more}>`, close: `</${node.name}>` };
}

/** A program with a mark before it. On a line of its own the end is no part of a comment at the end. */
export function marked(program: string, mark: string): string {
  return `(${mark},\n${program}\n)`;
}
