import { defaultCalloutTitle } from '../markdown/callout-types.ts';
import type { Block } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import { blockIdAttribute, type Drawing, within } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icon.ts';

/** Glyphs of the sprite by type; a type without one of its own looks like a note. */
const GLYPHS: Readonly<Record<string, string>> = {
  note: 'pen',
  abstract: 'gist',
  info: 'info',
  todo: 'todo',
  tip: 'tip',
  success: 'tick',
  question: 'question',
  warning: 'warn',
  failure: 'cross',
  danger: 'bolt',
  bug: 'bug',
  example: 'bullets',
  quote: 'quote',
};

/**
 * A callout: a box with a title; one that folds is `details`. Its type shows as colour, glyph and word: the word stands behind a title that does not
 * say it itself.
 */
export function drawCallout(drawing: Drawing, callout: Extract<Block, { kind: 'callout' }>): string {
  const kind = defaultCalloutTitle(callout.type);
  const word = wordsOf(callout.titleText).includes(wordsOf(kind)) ? '' : ` <span class="kind">${escapeHtml(kind)}</span>`;
  const written = drawing.paint.inlines(drawing, callout.title);
  const text = written.trim() === '' && plainText(callout.title).trim() === '' ? escapeHtml(callout.titleText) : written;
  const title = `${icon(GLYPHS[callout.canonical] ?? 'pen')}<span>${text}${word}</span>`;
  const inner = within(drawing, () => drawing.paint.blocks(drawing, callout.blocks));
  const shared = `class="callout ${callout.canonical}" data-callout="${escapeHtml(callout.type)}"${blockIdAttribute(drawing, callout.blockId)}`;
  if (callout.fold === null) return `<div ${shared}><p class="title">${title}</p>\n${inner}</div>\n`;
  return `<details ${shared}${callout.fold === '+' ? ' open' : ''}><summary>${title}</summary>\n${inner}</details>\n`;
}

/** Words alone, each with a space on both sides. */
function wordsOf(text: string): string {
  return ` ${
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? text
  } `;
}
