import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { FORMULA_BUDGET, formulaCost, formulaFromTex, OVER_BUDGET } from '../markdown/math-formula.ts';
import { formulasIn, macrosOf } from '../markdown/math-of-tree.ts';
import type { Tree } from '../markdown/tree.ts';
import type { NoteFile } from '../vault/vault.ts';

/** Findings of one note; the rest is counted in the last. */
const MAX_FINDINGS = 20;

/** Formulas that pages show as TeX because they can not be read, by the same function that draws them. Notes without a `$` cost nothing. */
export function formulaFindings(file: NoteFile, tree: Tree): readonly Diagnostic[] {
  if (!file.body.includes('$')) return [];
  const formulas = formulasIn(tree);
  if (formulas.length === 0) return [];
  const macros = macrosOf(formulas);
  const unread: { readonly line: number; readonly tex: string; readonly reason: string }[] = [];
  let left = FORMULA_BUDGET;
  for (const { tex, display, line } of formulas) {
    left -= formulaCost(tex);
    const formula = left < 0 ? OVER_BUDGET : formulaFromTex(tex, display, macros);
    if (formula.kind === 'unread') unread.push({ line, tex, reason: formula.reason });
  }
  return unread.slice(0, MAX_FINDINGS).map(({ line, tex, reason }, i) => {
    const more = i === MAX_FINDINGS - 1 && unread.length > MAX_FINDINGS ? ` ${unread.length - MAX_FINDINGS} more in this note.` : '';
    return diagnostic('math-unreadable', { path: file.path, line, message: `${inShort(tex)} is shown as TeX: ${reason}.${more}` });
  });
}

function inShort(tex: string): string {
  const text = tex.replace(/\s+/gu, ' ').trim();
  return text.length <= 60 ? `$${text}$` : `$${text.slice(0, 60)}…$`;
}
