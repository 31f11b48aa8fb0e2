import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import type { Tree } from '../markdown/tree.ts';
import type { Box, CanvasColor, CanvasGroup, CanvasNode } from './canvas.ts';
import { type JsonFields, textField } from './json-fields.ts';
import { tasksFrom } from './tasks-of-tree.ts';

/** Places beyond this, in pixels, are drawn here: no drawing is larger. */
const FARTHEST = 100_000;
const SMALLEST = 10;
const LARGEST = 20_000;
/** Size of a card that gives none. */
const USUAL = { width: 250, height: 60 };
/** Above this, in UTF-16 units, the text of a card is shown as it is. */
const PLAIN_TEXT_SIZE = 1024 * 1024;

type Report = (code: DiagnosticCode, line: number | null, message: string) => void;

/** Reads one node of a canvas. Null, and a finding, when its type is not known; a wrong place, size or text is a finding and has a stand-in. */
export function readCard(fields: JsonFields, line: number | null, globalFilter: string | null, report: Report): CanvasNode | null {
  const type = textField(fields, 'type');
  const id = textField(fields, 'id');
  const wrong = (what: string): void => report('canvas-part-unread', line, `The card ${id || 'without id'} ${what}.`);
  if (type !== 'text' && type !== 'file' && type !== 'link' && type !== 'group') {
    wrong(type === '' ? 'has no type and is left out' : `is of the type ${type}, which is not known, and is left out`);
    return null;
  }
  const placed = { id, line, ...boxFrom(fields, wrong), color: colorFrom(fields.get('color')) };
  const required = (key: string): string => {
    if (typeof fields.get(key) !== 'string') wrong(`has no ${key}`);
    return textField(fields, key);
  };
  switch (type) {
    case 'text': {
      const text = required('text').replace(/\r\n?/gu, '\n');
      const tree = treeOf(text);
      const { tasks, problems } = tasksFrom(tree, globalFilter);
      for (const problem of problems) report(problem.code, line, problem.message);
      return { kind: 'text', ...placed, text, tree, tasks };
    }
    case 'file': {
      const subpath = textField(fields, 'subpath').trim();
      return {
        kind: 'file',
        ...placed,
        file: required('file').normalize('NFC'),
        subpath: subpath === '' || subpath.startsWith('#') ? subpath : `#${subpath}`,
      };
    }
    case 'link':
      return { kind: 'link', ...placed, url: required('url').trim() };
    case 'group': {
      const background = textField(fields, 'background').normalize('NFC');
      return {
        kind: 'group',
        ...placed,
        label: textField(fields, 'label').replace(/\s+/gu, ' ').trim(),
        background: background === '' ? null : background,
        backgroundStyle: styleFrom(fields.get('backgroundStyle')),
      };
    }
  }
}

/** A preset's number, or a colour as `#rrggbb`; null for anything else. */
export function colorFrom(value: unknown): CanvasColor {
  if (typeof value !== 'string') return null;
  if (/^[1-6]$/u.test(value)) return value;
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(value)?.[1]?.toLowerCase();
  if (hex === undefined) return null;
  return `#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex}`;
}

function boxFrom(fields: JsonFields, wrong: (what: string) => void): Box {
  const read = (key: string, least: number, most: number, usual: number): number => {
    const value = fields.get(key);
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      wrong(`has no number as ${key}`);
      return usual;
    }
    if (value < least || value > most) wrong(`has ${value} as ${key}; ${Math.max(least, Math.min(most, value))} is used`);
    return Math.round(Math.max(least, Math.min(most, value)));
  };
  return {
    x: read('x', -FARTHEST, FARTHEST, 0),
    y: read('y', -FARTHEST, FARTHEST, 0),
    width: read('width', SMALLEST, LARGEST, USUAL.width),
    height: read('height', SMALLEST, LARGEST, USUAL.height),
  };
}

function styleFrom(value: unknown): CanvasGroup['backgroundStyle'] {
  return value === 'ratio' || value === 'repeat' ? value : 'cover';
}

function treeOf(text: string): Tree {
  if (text.length <= PLAIN_TEXT_SIZE) return parseMarkdown(text, { bodyLine: 1 });
  const endLine = text.split('\n').length;
  return { blocks: [{ kind: 'code', lang: '', info: '', value: text, line: 1, endLine, blockId: null }], footnotes: [], problems: [] };
}
