import { definitionsIn, type Macro, type Macros, mayDefine } from './math-macros.ts';
import type { Tree } from './tree.ts';
import { walkBlocks, walkInlines } from './walk.ts';

/** A formula where it stands. */
export interface PlacedFormula {
  readonly tex: string;
  readonly display: boolean;
  /** First line of its block. */
  readonly line: number;
}

/** Every formula of a tree, in order of line. */
export function formulasIn(tree: Tree): readonly PlacedFormula[] {
  const found: PlacedFormula[] = [];
  walkBlocks(tree, (block) => {
    if (block.kind === 'math') found.push({ tex: block.value, display: true, line: block.line });
  });
  walkInlines(tree, (inline, block) => {
    if (inline.kind === 'math') found.push({ tex: inline.value, display: inline.display, line: block.line });
  });
  return found.sort((a, b) => a.line - b.line);
}

/**
 * The macros that formulas define for all others of their note, wherever they stand in it; of two with one name the later. Obsidian lets
 * them hold for every note opened afterwards, which would make a page depend on its neighbours.
 */
export function macrosOf(formulas: readonly PlacedFormula[]): Macros {
  const macros = new Map<string, Macro>();
  for (const { tex } of formulas) if (mayDefine(tex)) for (const [name, macro] of definitionsIn(tex).macros) macros.set(name, macro);
  return macros;
}
