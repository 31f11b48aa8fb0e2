import { FORMULA_BUDGET, type Formula, formulaCost, formulaFromTex, OVER_BUDGET } from '../markdown/math-formula.ts';
import { type Macros, mayDefine } from '../markdown/math-macros.ts';
import { formulasIn, macrosOf } from '../markdown/math-of-tree.ts';
import type { Block, Inline } from '../markdown/tree.ts';
import { blockIdAttribute, type DrawContext, type Drawing } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { hidden } from './icon.ts';

/** TeX of this length may be wider than a phone: its box can be reached by keyboard, to scroll it. */
const WIDE = 32;

/** A formula in a line of text. One in `$$` has a line of its own. One that can not be read stays TeX and says why. */
export function drawMath(drawing: Drawing, math: Extract<Inline, { kind: 'math' }>): string {
  const { value, display } = math;
  const formula = formulaOf(drawing, value, display);
  if (formula.kind === 'unread') {
    const mark = display ? '$$' : '$';
    return `<code class="unread"${titleOf(formula.reason)}>${escapeHtml(mark + value + mark)}${formula === OVER_BUDGET ? '' : hidden(escapeHtml(` (${reasonWords(formula.reason)})`))}</code>`;
  }
  if (!display || formula.mathml === '') return mathOf(formula.mathml, value, display);
  return `<span class="math"${stopOf(value)}>${mathOf(formula.mathml, value, true)}</span>`;
}

/** A block of `$$`. */
export function drawMathBlock(drawing: Drawing, block: Extract<Block, { kind: 'math' }>): string {
  const { value } = block;
  const id = blockIdAttribute(drawing, block.blockId);
  const formula = formulaOf(drawing, value, true);
  if (formula.kind === 'unread') {
    const source = escapeHtml(value.includes('\n') ? `$$\n${value}\n$$` : `$$${value}$$`);
    return `<pre class="unread" tabindex="0"${titleOf(formula.reason)}${id}>${hidden(escapeHtml(`${reasonWords(formula.reason)}. `))}<code>${source}</code></pre>\n`;
  }
  if (formula.mathml === '') return id === '' ? '' : `<div${id}></div>\n`;
  return `<div class="math"${stopOf(value)}${id}>${mathOf(formula.mathml, value, true)}</div>\n`;
}

function formulaOf(drawing: Drawing, tex: string, display: boolean): Formula {
  const { budget } = drawing;
  budget.formulas += formulaCost(tex);
  return budget.formulas > FORMULA_BUDGET ? OVER_BUDGET : formulaFromTex(tex, display, macrosFor(drawing.ctx));
}

/** The TeX goes along as an annotation, which browsers do not show but copying and reading tools find. */
function mathOf(mathml: string, tex: string, display: boolean): string {
  if (mathml === '') return '';
  const block = display ? ' display="block"' : '';
  return `<math${block}><semantics><mrow>${mathml}</mrow><annotation encoding="application/x-tex">${escapeHtml(tex)}</annotation></semantics></math>`;
}

function stopOf(tex: string): string {
  return tex.length > WIDE ? ' tabindex="0"' : '';
}

function titleOf(reason: string): string {
  return ` title="${escapeHtml(reasonWords(reason))}"`;
}

function reasonWords(reason: string): string {
  return `Formula that could not be read: ${reason}`;
}

const NO_MACROS: Macros = new Map();
const macrosByContext = new WeakMap<DrawContext, Macros>();

/** Macros of the note whose text is drawn. Its tree is asked for only when the note may define some. */
function macrosFor(ctx: DrawContext): Macros {
  const known = macrosByContext.get(ctx);
  if (known !== undefined) return known;
  const body = ctx.graph.notes.get(ctx.from)?.file.body ?? '';
  const macros = mayDefine(body) ? macrosOf(formulasIn(ctx.treeOf(ctx.from))) : NO_MACROS;
  macrosByContext.set(ctx, macros);
  return macros;
}
