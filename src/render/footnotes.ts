import { footnoteAnchor } from '../markdown/anchors.ts';
import type { Inline } from '../markdown/tree.ts';
import type { Drawing, Footnote } from './drawing.ts';

/** The mark of a footnote in the text. Nothing where no such note is defined or notes have no place. */
export function drawMark(drawing: Drawing, label: string): string {
  const { notes } = drawing;
  const note = notes?.defined.get(label);
  if (notes === null || note === undefined) return '';
  const known = notes.numbers.get(label);
  if (known !== undefined) return mark(drawing, known, false);
  notes.list.push({ blocks: note.blocks, inlines: null, marked: true, ...anchorsOf(label) });
  notes.numbers.set(label, notes.list.length);
  return mark(drawing, notes.list.length, true);
}

/** A footnote whose text stands in place; in brackets where notes have no place. */
export function drawInlineNote(drawing: Drawing, children: readonly Inline[]): string {
  const { notes } = drawing;
  if (notes === null) return ` <span class="aside">(${drawing.paint.inlines(drawing, children)})</span>`;
  const anchor = `fnin-${notes.list.length + 1}`;
  notes.list.push({ blocks: null, inlines: children, marked: true, anchor, markAnchor: `${anchor}-ref` });
  return mark(drawing, notes.list.length, true);
}

/** Anchors by the label, so that a link can lead to the note whatever is drawn before it. */
function anchorsOf(label: string): Pick<Footnote, 'anchor' | 'markAnchor'> {
  const anchor = footnoteAnchor(label);
  return { anchor, markAnchor: anchor.replace('fn-', 'fnref-') };
}

function mark(drawing: Drawing, number: number, first: boolean): string {
  const { idPrefix, notes } = drawing;
  const note = notes?.list[number - 1];
  if (note === undefined) return '';
  const id = first ? ` id="${idPrefix}${note.markAnchor}"` : '';
  return `<sup><a href="#${idPrefix}${note.anchor}"${id} aria-label="Footnote ${number}">${number}</a></sup>`;
}

/** Adds notes that no mark names or can name, so that their text is not lost. */
export function addUnmarked(drawing: Drawing, marked: ReadonlySet<string>): void {
  for (const [label, note] of drawing.notes?.defined ?? []) {
    if (!marked.has(label)) drawing.notes?.list.push({ blocks: note.blocks, inlines: null, marked: false, ...anchorsOf(label) });
  }
  for (const [i, { label, blocks }] of (drawing.notes?.repeated ?? []).entries()) {
    const anchor = `${footnoteAnchor(label)}.${i + 2}`;
    drawing.notes?.list.push({ blocks, inlines: null, marked: false, anchor, markAnchor: `${anchor}-ref` });
  }
}

/** The notes below a text. Drawing one may bring up more. */
export function drawNotes(drawing: Drawing): string {
  const { notes, idPrefix, paint } = drawing;
  if (notes === null || notes.list.length === 0) return '';
  let items = '';
  for (let i = 0; i < notes.list.length; i++) {
    const note = notes.list[i];
    if (note === undefined) continue;
    const back = note.marked ? ` <a href="#${idPrefix}${note.markAnchor}" aria-label="Back to the text, footnote ${i + 1}">back</a>` : '';
    const [only, ...others] = note.blocks ?? [];
    const isPlain = only?.kind === 'paragraph' && only.blockId === null && others.length === 0;
    const flat = isPlain ? only.children : note.inlines;
    const text = flat === null ? paint.blocks(drawing, note.blocks ?? []) : paint.inlines(drawing, flat);
    items += `<li id="${idPrefix}${note.anchor}">${text}${back}</li>\n`;
  }
  return `<ol class="notes">\n${items}</ol>\n`;
}
