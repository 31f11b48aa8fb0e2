import { stringify } from 'csv-stringify/sync';
import type { Action } from '../graph/graph.ts';
import { actionText, inWords, oneLine, pageOfAction, shownTags, sourceNotes } from './action-words.ts';
import type { ViewContext } from './context.ts';

type Column = readonly [heading: string, cellOf: (action: Action, ctx: ViewContext) => string | null];

const COLUMNS: readonly Column[] = [
  ['Action', actionText],
  ['State', ({ state }) => inWords(state)],
  ['Owner', ({ owner }) => owner],
  ['Account', ({ account }) => account],
  ['Due', ({ due }) => due],
  ['Scheduled', ({ task }) => task.scheduled],
  ['Start', ({ task }) => task.start],
  ['Created', ({ task }) => task.created],
  ['Done', ({ done }) => done],
  ['Priority', ({ priority }) => (priority === null ? null : inWords(priority))],
  ['Repeats', ({ task }) => task.recurrence],
  [
    'Tags',
    ({ task }) =>
      shownTags(task)
        .map((tag) => `#${tag}`)
        .join(' '),
  ],
  ['Source notes', (action, ctx) => sourceNotes(ctx, action).join('; ')],
  ['Page', (action, ctx) => pageOfAction(ctx, action)],
];

/**
 * Actions as rows of CSV by RFC 4180, by action. A cell that a spreadsheet could take for a formula begins with an apostrophe. Cells have no line
 * ends.
 */
export function actionRows(ctx: ViewContext, actions: readonly Action[]): ReadonlyMap<Action, string> {
  const rows = new Map<Action, string>();
  for (let from = 0; from < actions.length; from += BATCH) {
    const batch = actions.slice(from, from + BATCH);
    const cells = batch.map((action) => COLUMNS.map(([, cellOf]) => guarded(oneLine(cellOf(action, ctx) ?? ''))));
    const texts = lines(cells, false).split(LINE_END);
    for (const [at, action] of batch.entries()) rows.set(action, texts[at] + LINE_END);
  }
  return rows;
}

/** The table of some actions, in the order given, under a line of headings. The byte order mark tells Excel that the text is UTF-8. */
export function* actionTable(actions: readonly Action[], rows: ReadonlyMap<Action, string>): Iterable<string> {
  yield lines([COLUMNS.map(([heading]) => heading)], true);
  for (const action of actions) yield rows.get(action) ?? '';
}

/** Actions whose cells are held at once: a wiki has tens of thousands. */
const BATCH = 1000;
const LINE_END = '\r\n';

function lines(rows: readonly (readonly string[])[], bom: boolean): string {
  return stringify([...rows], { bom, record_delimiter: LINE_END, quote_record_delimiter: true });
}

/**
 * Signs that begin a formula, the wide ones of East Asian keyboards included, get an apostrophe before them; so they do behind a semicolon, where
 * a spreadsheet of a country with decimal commas begins a cell.
 */
function guarded(cell: string): string {
  return cell.replace(/(?<=^|;\s?"?)(?=[=+\-@＝＋－＠])/gu, "'");
}
