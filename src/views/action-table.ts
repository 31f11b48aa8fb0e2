import type { Action } from '../graph/graph.ts';
import { actionText, inWords, oneLine, pageOfAction, shownTags, sourceNotes } from './action-words.ts';
import type { ViewContext } from './context.ts';
import { csvRow } from './csv-text.ts';

type Column = readonly [heading: string, cellOf: (action: Action, ctx: ViewContext) => string];

const COLUMNS: readonly Column[] = [
  ['Action', (action) => guarded(actionText(action))],
  ['State', ({ state }) => inWords(state)],
  ['Owner', ({ owner }) => text(owner)],
  ['Account', ({ account }) => text(account)],
  ['Due', ({ due }) => due ?? ''],
  ['Scheduled', ({ task }) => task.scheduled ?? ''],
  ['Start', ({ task }) => task.start ?? ''],
  ['Created', ({ task }) => task.created ?? ''],
  ['Done', ({ done }) => done ?? ''],
  ['Priority', ({ priority }) => (priority === null ? '' : inWords(priority))],
  ['Repeats', ({ task }) => text(task.recurrence)],
  [
    'Tags',
    ({ task }) =>
      text(
        shownTags(task)
          .map((tag) => `#${tag}`)
          .join(' '),
      ),
  ],
  ['Source notes', (action, ctx) => text(sourceNotes(ctx, action).join('; '))],
  ['Page', (action, ctx) => text(pageOfAction(ctx, action))],
];

/**
 * Actions as CSV by RFC 4180, in the order given, with a line of headings. The byte order mark tells Excel that the text is UTF-8. A cell that a
 * spreadsheet could take for a formula begins with an apostrophe.
 */
export function actionTable(ctx: ViewContext, actions: readonly Action[]): string {
  const rows = actions.map((action) => csvRow(COLUMNS.map(([, cellOf]) => cellOf(action, ctx))));
  return `\ufeff${csvRow(COLUMNS.map(([heading]) => heading))}${rows.join('')}`;
}

/** What a note says, as a cell. */
function text(words: string | null): string {
  return words === null || words === '' ? '' : guarded(oneLine(words));
}

/**
 * Signs that begin a formula, the wide ones of East Asian keyboards included, get an apostrophe before them; so they do behind a semicolon, where
 * a spreadsheet of a country with decimal commas begins a cell.
 */
function guarded(cell: string): string {
  if (!SIGNS.includes(cell.charAt(0)) && !cell.includes(';')) return cell;
  return cell.replace(/(?<=^|;\s?"?)(?=[=+\-@＝＋－＠])/gu, "'");
}

const SIGNS = '=+-@＝＋－＠';
