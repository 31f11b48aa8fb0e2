import { defaultCalloutTitle } from '../markdown/callout-types.ts';
import type { Block } from '../markdown/tree.ts';
import { blockIdAttribute, type Drawing, within } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icon.ts';

const ICONS: Readonly<Record<string, string>> = {
  warning: 'warn',
  failure: 'warn',
  danger: 'warn',
  bug: 'warn',
  question: 'ask',
  success: 'done',
  todo: 'open',
};

/** A callout: a box with a title; one that folds is `details`. Its type shows as colour, glyph and word. */
export function drawCallout(drawing: Drawing, callout: Extract<Block, { kind: 'callout' }>): string {
  const kind = defaultCalloutTitle(callout.type);
  const word = callout.titleText === kind ? '' : ` <span class="kind">${escapeHtml(kind)}</span>`;
  const title = `${icon(ICONS[callout.canonical] ?? 'info')}<span>${drawing.paint.inlines(drawing, callout.title)}</span>${word}`;
  const inner = within(drawing, () => drawing.paint.blocks(drawing, callout.blocks));
  const shared = `class="callout ${callout.canonical}" data-callout="${escapeHtml(callout.type)}"${blockIdAttribute(drawing, callout.blockId)}`;
  if (callout.fold === null) return `<div ${shared}><p class="title">${title}</p>\n${inner}</div>\n`;
  return `<details ${shared}${callout.fold === '+' ? ' open' : ''}><summary>${title}</summary>\n${inner}</details>\n`;
}
