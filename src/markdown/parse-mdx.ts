import { loadMdxCompiler } from '../vault/late-packages.ts';
import { isMdxComponent, isUnshown, MDX_COMPONENTS } from './mdx-components.ts';
import { MDX_MARK, type MdxDocument, type MdxMark, type MdxProblem, type MdxUse, mdxMark, mdxToken } from './mdx-document.ts';
import { dynamicImports } from './mdx-imports.ts';
import { type Indent, type MaskedRange, maskedText } from './mdx-mask.ts';
import { isJsx, literalOf, type MdxNode, marked, tagsOf, wholeRange } from './mdx-node.ts';

/** An MDX body as data, or why it is none. */
export type ParsedMdx =
  | { readonly kind: 'mdx'; readonly document: MdxDocument }
  | { readonly kind: 'broken'; readonly problems: readonly MdxProblem[] };

/**
 * Takes the body of a trusted MDX page apart; nothing of it runs. The parser is that of Astro's MDX, so what it takes compiles. `bodyLine`: the line
 * of the file on which the body starts. Throws when the parser is not installed.
 */
export function parseMdx(body: string, bodyLine: number): ParsedMdx {
  const { mdxToMdast, mdxToJs } = loadMdxCompiler();
  let root: MdxNode;
  try {
    root = mdxToMdast(body) as unknown as MdxNode;
    const lines = dynamicImports(mdxToJs(body).code, root);
    if (lines.length > 0) return { kind: 'broken', problems: lines.map((line) => importProblem(bodyLine + line - 1, 'import(…)')) };
  } catch (error) {
    return { kind: 'broken', problems: [problemFrom(error, bodyLine)] };
  }
  const reader = new Reader(body, bodyLine, moduleOf(root, bodyLine));
  const slots = reader.content(root, { free: true, quotes: 0 });
  if (reader.problems.length > 0) return { kind: 'broken', problems: reader.problems };
  return { kind: 'mdx', document: reader.document(slots) };
}

function problemFrom(error: unknown, bodyLine: number): MdxProblem {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, , said] = /^(\d+):(\d+)(?:-\d+:\d+)?: ([\s\S]*)$/u.exec(text) ?? [null, '1', '1', text];
  const message = (said ?? text).replace(/\s+\([\w-]+:[\w-]+\)$/u, '');
  return { code: 'mdx-syntax', line: bodyLine + Number(line) - 1, message: `${message.replace(/\.$/u, '')}.` };
}

/** The page's own exports. */
interface Module {
  readonly source: string;
  readonly names: ReadonlySet<string>;
  /** Lines of the file by their marks. */
  readonly lines: Readonly<Record<string, number>>;
}

/** Every block of exports with its marks: one before each line on which an export begins. */
function moduleOf(root: MdxNode, bodyLine: number): Module {
  const lines: Record<string, number> = {};
  const blocks: string[] = [];
  const sources: string[] = [];
  for (const { type, value = '', position } of root.children ?? []) {
    if (type !== 'mdxjsEsm') continue;
    sources.push(value);
    let templates = 0;
    const marked = value.split('\n').flatMap((line, i) => {
      const begins = /^export\s/u.test(line) && templates % 2 === 0;
      templates += line.split('`').length - 1;
      if (!begins) return [line];
      const part = `e${Object.keys(lines).length}`;
      lines[part] = bodyLine + position.start.line - 1 + i;
      return [`export const ${MDX_MARK}_${part} = ${mdxMark(part)};`, line];
    });
    blocks.push(marked.join('\n'));
  }
  return { source: blocks.join('\n\n'), names: namesDefined(sources.join('\n\n')), lines };
}

function importProblem(line: number, what: string): MdxProblem {
  return { code: 'mdx-import', line, message: `${what}: a page can not import.` };
}

/** Where a node stands: outside all Markdown or not, and in how many quotes. */
interface Surroundings {
  readonly free: boolean;
  readonly quotes: number;
}

class Reader {
  readonly problems: MdxProblem[] = [];
  readonly #ranges: MaskedRange[] = [];
  readonly #indents: Indent[] = [];
  readonly #marks: MdxMark[] = [];
  readonly #uses: MdxUse[] = [];
  readonly #blocks = new Set<number>();
  readonly #body: string;
  readonly #bodyLine: number;
  readonly #module: Module;
  readonly #names: ReadonlySet<string>;
  readonly #lines: Record<string, number>;
  #islands = 0;

  constructor(body: string, bodyLine: number, module: Module) {
    this.#body = body;
    this.#bodyLine = bodyLine;
    this.#module = module;
    this.#names = module.names;
    this.#lines = { ...module.lines };
  }

  /** The slots of the islands in a node, as JSX. */
  content(node: MdxNode, around: Surroundings): string {
    return (node.children ?? []).map((child) => this.#node(child, around)).join('');
  }

  document(slots: string): MdxDocument {
    const body = this.#body;
    const fromTheme = (name: string, as = name): string => `import ${as} from '../components/mdx/${name}.astro';`;
    const imports = [
      "import { Fragment as _Slot } from 'astro/jsx-runtime';",
      `import { at as ${MDX_MARK} } from '../components/mdx/at.ts';`,
      fromTheme('Region', '_Region'),
      fromTheme('Missing', '_Missing'),
      ...Object.keys(MDX_COMPONENTS).flatMap((name) => (this.#names.has(name) ? [] : [fromTheme(name)])),
    ];
    return {
      prose: maskedText(body, this.#ranges, this.#indents, false),
      marked: maskedText(body, this.#ranges, this.#indents, true),
      marks: this.#marks,
      program: [
        imports.join('\n'),
        ...(this.#module.source === '' ? [] : [this.#module.source]),
        `{<_Region n={0}>${slots}</_Region>}`,
      ].join('\n\n'),
      uses: this.#uses,
      blocks: this.#blocks,
      names: this.#names,
      lines: this.#lines,
    };
  }

  #node(node: MdxNode, around: Surroundings): string {
    if (node.type === 'mdxjsEsm') return this.#exports(node);
    if (isJsx(node)) return this.#element(node, around);
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return this.#expression(node, around);
    const { start, end } = node.position;
    const indented = this.#body.slice(start.offset - start.column + 1, start.offset);
    if (around.free && indented !== '' && indented.trim() === '')
      this.#indents.push({ first: start.line, last: end.line, spaces: indented.length });
    return this.content(node, { free: false, quotes: around.quotes + (node.type === 'blockquote' ? 1 : 0) });
  }

  #exports(node: MdxNode): string {
    const { value = '', position } = node;
    this.#ranges.push({ ...wholeRange(node), free: true, quotes: 0, token: '', text: '' });
    for (const [i, line] of value.split('\n').entries()) {
      if (!/^import\b|^export\b.*\bfrom\s*['"]/u.test(line)) continue;
      this.problems.push(importProblem(this.#bodyLine + position.start.line + i - 1, line.trim().slice(0, 80)));
    }
    return '';
  }

  #expression(node: MdxNode, { free, quotes }: Surroundings): string {
    const { value = '' } = node;
    const id = this.#islandId(node);
    const range = wholeRange(node);
    const alone = free && this.#fillsLines(range.start, range.end);
    const isComment = value.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, '').trim() === '';
    this.#take({ ...range, free: alone, quotes, token: isComment ? '' : mdxToken(id, 's'), text: '' }, node.position.start.line);
    return isComment ? '' : slotOf(id, `{${marked(value, mdxMark(String(id)))}}`);
  }

  #element(node: MdxNode, { free, quotes }: Surroundings): string {
    const use = useOf(node, this.#bodyLine);
    if (use !== null) this.#uses.push(use);
    if (use !== null && isUnshown(use.name)) return this.#leaveOut(node, { free, quotes });
    const embed = use === null || this.#names.has(use.name) ? '' : embedOf(use);
    const id = this.#islandId(node);
    const isOurs = use !== null && isMdxComponent(use.name) && !this.#names.has(use.name);
    const isUnknown = use !== null && this.#isUnknown(use);
    if (isOurs || isUnknown) this.#blocks.add(id);
    const { open, close } = tagsOf(node, isOurs ? ` at={${id}}` : '', isUnknown, mdxMark(String(id)));
    const range = wholeRange(node);
    const first = node.children?.[0]?.position.start;
    const last = node.children?.at(-1)?.position.end;
    if (first === undefined || last === undefined) {
      const alone = free && this.#fillsLines(range.start, range.end);
      this.#take({ ...range, free: alone && embed === '', quotes, token: mdxToken(id, 's'), text: embed }, node.position.start.line);
      return embed === '' ? slotOf(id, open + close) : '';
    }
    const alone =
      free &&
      this.#fillsLines(range.start, range.end) &&
      endsLine(this.#body.slice(range.start, first.offset)) &&
      /^[ \t]*\n/u.test(this.#body.slice(last.offset, range.end));
    this.#take(
      { start: range.start, end: first.offset, free: alone, quotes, token: mdxToken(id, 'o'), text: '' },
      node.position.start.line,
    );
    const slots = this.content(node, { free: alone, quotes });
    this.#take({ start: last.offset, end: range.end, free: alone, quotes, token: mdxToken(id, 'c'), text: '' }, node.position.end.line);
    return slotOf(id, `${open}<_Region n={${id}}>${slots}</_Region>${close}`);
  }

  /** An element that has no effect on a page, with what is in it. */
  #leaveOut(node: MdxNode, { free, quotes }: Surroundings): string {
    const range = wholeRange(node);
    this.#take({ ...range, free: free && this.#fillsLines(range.start, range.end), quotes, token: '', text: '' }, node.position.start.line);
    return '';
  }

  #isUnknown({ name }: MdxUse): boolean {
    return /^\p{Lu}/u.test(name) && !name.includes('.') && !isMdxComponent(name) && !this.#names.has(name);
  }

  #take(range: MaskedRange, line: number): void {
    this.#ranges.push(range);
    if (range.free && range.token !== '') this.#marks.push({ line: this.#bodyLine + line - 1, token: range.token });
  }

  #islandId({ position }: MdxNode): number {
    this.#islands += 1;
    this.#lines[this.#islands] = this.#bodyLine + position.start.line - 1;
    return this.#islands;
  }

  #fillsLines(start: number, end: number): boolean {
    const before = this.#body.slice(this.#body.lastIndexOf('\n', start - 1) + 1, start);
    const newline = this.#body.indexOf('\n', end);
    return before.trim() === '' && this.#body.slice(end, newline === -1 ? this.#body.length : newline).trim() === '';
  }
}

function endsLine(tag: string): boolean {
  return /\n[ \t]*$/u.test(tag);
}

function slotOf(id: number, jsx: string): string {
  return `<_Slot slot="i${id}">${jsx}</_Slot>`;
}

function useOf(node: MdxNode, bodyLine: number): MdxUse | null {
  if (!node.name) return null;
  const attributes = node.attributes ?? [];
  return {
    name: node.name,
    line: bodyLine + node.position.start.line - 1,
    attributes: attributes.flatMap((one) => (one.name === undefined ? [] : [{ name: one.name, value: literalOf(one) }])),
    complete: attributes.every((one) => one.name !== undefined),
  };
}

/** `<Embed note="…"/>` as a note says it, so that it counts as a link and ships what it shows. */
function embedOf({ name, attributes, complete }: MdxUse): string {
  const [note, ...more] = attributes;
  const isPlain = name === 'Embed' && complete && more.length === 0 && note?.name === 'note' && typeof note.value === 'string';
  return isPlain && /^[^[\]|\n]+$/u.test(String(note.value)) ? `![[${note.value}]]` : '';
}

function namesDefined(module: string): ReadonlySet<string> {
  const found = module.matchAll(/^export\s+(?:async\s+)?(?:const|let|var|function\*?|class)\s+([\p{L}_$][\p{L}\p{N}_$]*)/gmu);
  return new Set([...found].map(([, name = '']) => name));
}
