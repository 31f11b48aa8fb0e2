import type { Decision, Graph, PageUrl } from '../graph/graph.ts';
import { hrefOfPart } from './account-links.ts';
import { groupBy, hrefOf, type ViewContext } from './context.ts';
import type { DecisionsView } from './list-view.ts';
import { PAGE_ROWS } from './paging.ts';
import type { Ref } from './row.ts';
import { decisionRows } from './rows.ts';

const BASE = 'decisions.html' as PageUrl;

/** One page of the log: a year, or a month of a year that holds too much; all decisions when they fit one page. */
interface Period {
  /** `2025`, `2025-11`, or '' for all. */
  readonly of: string;
  readonly url: PageUrl;
  readonly decisions: readonly Decision[];
}

const periodsOfGraph = new WeakMap<Graph, readonly Period[]>();

/** Pages of the log, newest first; worked out once a graph. Decisions without a date stand at the end of the last one. */
export function decisionPeriods(graph: Graph): readonly Period[] {
  let periods = periodsOfGraph.get(graph);
  if (periods === undefined) {
    periods = periodsFrom(graph.decisions);
    periodsOfGraph.set(graph, periods);
  }
  return periods;
}

function periodsFrom(all: readonly Decision[]): readonly Period[] {
  if (all.length <= PAGE_ROWS) return [{ of: '', url: BASE, decisions: all }];
  const years = groupBy(all, ({ date }) => date?.slice(0, 4) ?? null);
  const parts = [...years].flatMap(([year, own]) =>
    own.length <= PAGE_ROWS
      ? [{ of: year, own }]
      : [...groupBy(own, ({ date }) => date?.slice(0, 7) ?? null)].map(([of, its]) => ({ of, own: its })),
  );
  const undated = all.filter(({ date }) => date === null);
  if (parts.length === 0) return [{ of: '', url: BASE, decisions: all }];
  return parts.map(({ of, own }, i) => ({
    of,
    url: i === 0 ? BASE : (`decisions/${of}.html` as PageUrl),
    decisions: i === parts.length - 1 ? [...own, ...undated] : own,
  }));
}

/** One page of the decision log, newest first, by month; undated ones come last under no month. */
export function decisionsView(ctx: ViewContext, of: string, page: PageUrl): DecisionsView {
  const periods = decisionPeriods(ctx.graph);
  const period = periods.find((one) => one.of === of) ?? periods[0];
  const shown = period?.decisions ?? [];
  const months = groupBy(shown, ({ date }) => date?.slice(0, 7) ?? '');
  return {
    kind: 'decisions',
    period: period === undefined || period.of === '' ? null : period.of,
    months: [...months].map(([month, decisions]) => ({ month, count: decisions.length, rows: decisionRows(ctx, decisions, page) })),
    accounts: accountsOf(ctx),
    years: yearsOf(ctx.graph, periods, page),
    total: ctx.graph.decisions.length,
  };
}

const accountsOfGraph = new WeakMap<Graph, DecisionsView['accounts']>();

function accountsOf(ctx: ViewContext): DecisionsView['accounts'] {
  let accounts = accountsOfGraph.get(ctx.graph);
  if (accounts === undefined) {
    accounts = [...ctx.decisionsOf]
      .flatMap(([name, { length: count }]) => {
        const account = ctx.graph.accountByName(name);
        return account === undefined ? [] : [{ text: account.name, href: hrefOfPart(ctx, account, 'decisions'), count }];
      })
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
    accountsOfGraph.set(ctx.graph, accounts);
  }
  return accounts;
}

const yearsOfGraph = new WeakMap<Graph, ReadonlyMap<string, readonly Decision[]>>();

function yearsOf(graph: Graph, periods: readonly Period[], page: PageUrl): DecisionsView['years'] {
  const years = yearsOfGraph.get(graph) ?? groupBy(graph.decisions, ({ date }) => date?.slice(0, 4) ?? null);
  yearsOfGraph.set(graph, years);
  return [...years].map(([year, own]) => {
    const pages = periods.filter((period) => period.of.startsWith(year));
    const ref = ({ of, url, decisions }: Period, text: string): Ref & { count: number; current: boolean } => ({
      text,
      href: hrefOf(url),
      count: decisions.length,
      current: url === page && of !== '',
    });
    const [first] = pages;
    return {
      year,
      count: own.length,
      page: pages.length === 1 && first !== undefined ? ref(first, year) : null,
      months: pages.length > 1 ? pages.map((period) => ref(period, period.of)) : [],
    };
  });
}
