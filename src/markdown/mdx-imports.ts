import type { MdxNode } from './mdx-node.ts';

/** `import(` and the ways of a bundler to import by a pattern; `import.meta` itself imports nothing. */
const IMPORT = /(?<![\p{L}\p{N}_$.])import\s*(?:\(|\.\s*(?:defer|source)\s*\(|\.\s*meta\s*\.\s*glob)/u;
/**
 * Lines of the body, counted from 1, on which a page imports while it runs; of its compiled program, in which tags and text are told from code. This keeps
 * pages whole in themselves; it is no wall around a program, which runs with the rights of whoever builds.
 */
export function dynamicImports(compiled: string, root: MdxNode): readonly number[] {
  if (!IMPORT.test(withoutText(compiled))) return [];
  const lines = programsIn(root).flatMap(({ source, line }) =>
    source.split('\n').flatMap((text, i) => (IMPORT.test(text) ? [line + i] : [])),
  );
  return lines.length === 0 ? [1] : [...new Set(lines)].sort((a, b) => a - b);
}

function programsIn(node: MdxNode): readonly { readonly source: string; readonly line: number }[] {
  const { line } = node.position.start;
  const own =
    node.type === 'mdxjsEsm' || node.type.endsWith('Expression')
      ? [node.value ?? '']
      : (node.attributes ?? []).map(({ name, value }) =>
          typeof value === 'string' ? (name === undefined ? value : '') : (value?.value ?? ''),
        );
  return [...own.map((source) => ({ source, line })), ...(node.children ?? []).flatMap(programsIn)];
}

/** A program without its text: quotes and templates are empty, but for what is computed in a template. It has no comments. */
function withoutText(program: string): string {
  let left = '';
  const inside: string[] = [];
  for (let i = 0; i < program.length; i += 1) {
    const sign = program.charAt(i);
    const inTemplate = inside.at(-1) === '`';
    if (sign === '\\') i += 1;
    else if (sign === '`') inTemplate ? inside.pop() : inside.push(sign);
    else if (inTemplate) {
      if (!program.startsWith('${', i)) continue;
      inside.push('{');
      left += ' ';
      i += 1;
    } else if (sign === '"' || sign === "'") {
      while (i + 1 < program.length && program[i + 1] !== sign && program[i + 1] !== '\n') i += program[i + 1] === '\\' ? 2 : 1;
      i += 1;
    } else {
      if (sign === '{') inside.push(sign);
      if (sign === '}') inside.pop();
      left += sign;
    }
  }
  return left;
}
