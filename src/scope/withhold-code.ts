import type { Tree } from '../markdown/tree.ts';

/** From a `%` that is not escaped to the end of the line: TeX reads nothing there, and Obsidian shows nothing of it. */
const TEX_COMMENT = /(?<!\\)((?:\\\\)*)%.*$/gmu;
/** A line of a diagram that draws nothing; `%%{…}%%` says how to draw. */
const DIAGRAM_COMMENT = /^[^\S\n]*%%(?!\{).*$/gmu;

/** A tree without comments in its code, and the lines that changed, as they were and are. */
export interface WithoutCodeComments {
  readonly tree: Tree;
  readonly lines: readonly (readonly [string, string])[];
}

/** A tree whose formulas and diagrams have no comments: their source can be read on a page. Other code is shown as it is. */
export function withoutCodeComments(tree: Tree): WithoutCodeComments {
  const lines: (readonly [string, string])[] = [];
  const without = (value: string, comment: RegExp): string => {
    const plain = value.replace(comment, (_, before: unknown) => (typeof before === 'string' ? before : ''));
    const left = plain.split('\n');
    for (const [i, line] of value.split('\n').entries()) if (line !== left[i]) lines.push([line, left[i] ?? '']);
    return plain;
  };

  const mapped = (data: unknown): unknown => {
    if (Array.isArray(data)) {
      const copy = data.map(mapped);
      return copy.some((entry, i) => entry !== data[i]) ? copy : data;
    }
    if (typeof data !== 'object' || data === null) return data;
    if ('kind' in data && 'value' in data && typeof data.value === 'string') {
      const comment = data.kind === 'math' ? TEX_COMMENT : 'lang' in data && data.lang === 'mermaid' ? DIAGRAM_COMMENT : null;
      if (comment === null || !data.value.includes('%')) return data;
      const value = without(data.value, comment);
      return value === data.value ? data : { ...data, value };
    }
    let copy: Record<string, unknown> | null = null;
    for (const [key, value] of Object.entries(data)) {
      const next = mapped(value);
      if (next === value) continue;
      copy ??= { ...data };
      copy[key] = next;
    }
    return copy ?? data;
  };
  return { tree: mapped(tree) as Tree, lines };
}
