import type { Person } from '../graph/graph.ts';
import type { IsoDate } from '../notes/note.ts';
import { accountRef, datedRef, hrefOf, isOurs, noteAt, personChip, type ViewContext } from './context.ts';
import type { LastMet, PeopleMatrix } from './people-row.ts';
import { personRow } from './person-row.ts';
import { sideOf } from './sides.ts';
import type { PeopleView } from './view.ts';

/** Rows of the table of everyone; the rest is an index of names. */
const TABLE = 200;
/** Size of the people × accounts table. */
const MATRIX_PEOPLE = 40;
const MATRIX_ACCOUNTS = 12;
/** Size of the table of who last met whom. */
const MET_ACCOUNTS = 40;
const MET_PEOPLE = 5;

/** Index of people, most met first, with the people × accounts table and who last met whom. */
export function peopleView(ctx: ViewContext): PeopleView {
  const met = [...ctx.graph.people].sort(
    (a, b) => b.meetings.length - a.meetings.length || b.actions.length - a.actions.length || order(a.key, b.key),
  );
  return {
    kind: 'people',
    rows: met.slice(0, TABLE).map((person) => personRow(ctx, person, null)),
    others: met
      .slice(TABLE)
      .sort((a, b) => order(a.key, b.key))
      .map((person) => ({ name: person.name, href: hrefOf(person.url), ours: isOurs(ctx, person), meetings: person.meetings.length })),
    oursTotal: met.filter((person) => isOurs(ctx, person)).length,
    theirsTotal: ctx.info.brief ? 0 : met.filter((person) => sideOf(ctx.graph, person) === 'theirs').length,
    // Tables of ours against theirs.
    matrix: ctx.info.brief ? { accounts: [], rows: [], ours: false, peopleTotal: 0, accountTotal: 0 } : matrixOf(ctx, met),
    lastMet: ctx.info.brief ? { accounts: [], accountTotal: 0 } : lastMetOf(ctx),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Our own people against the accounts: what theirs met is told by account. Without any of ours, everyone. */
function matrixOf(ctx: ViewContext, met: readonly Person[]): PeopleMatrix {
  const accounts = [...ctx.graph.accounts]
    .sort((a, b) => b.meetings.length - a.meetings.length || order(a.key, b.key))
    .slice(0, MATRIX_ACCOUNTS);
  const columns = new Map(accounts.map((account, i) => [account.name, i]));
  const present = met.filter((person) => person.meetings.length > 0);
  const ours = present.some((person) => person.ours);
  const people = ours ? present.filter((person) => person.ours) : present;
  return {
    accounts: accounts.flatMap((account) => accountRef(ctx, account.name) ?? []),
    rows: people.slice(0, MATRIX_PEOPLE).flatMap((person) => {
      const chip = personChip(ctx, person.name);
      if (chip === null) return [];
      return [{ person: chip, cells: cellsOf(ctx, person, columns), total: person.meetings.length }];
    }),
    ours,
    peopleTotal: people.length,
    accountTotal: ctx.graph.accounts.length,
  };
}

function cellsOf(ctx: ViewContext, person: Person, columns: ReadonlyMap<string, number>): PeopleMatrix['rows'][number]['cells'] {
  const cells = Array.from({ length: columns.size }, (): { count: number; last: IsoDate | null } => ({ count: 0, last: null }));
  // Newest first: the first date that is not ahead is the last time they met.
  for (const path of person.meetings) {
    for (const name of ctx.graph.accountsOf.get(path) ?? []) {
      const cell = cells[columns.get(name) ?? -1];
      if (cell === undefined) continue;
      cell.count += 1;
      cell.last ??= pastDate(ctx, path);
    }
  }
  return cells;
}

function pastDate(ctx: ViewContext, path: Person['meetings'][number]): IsoDate | null {
  const { date } = noteAt(ctx, path);
  return date === null || (ctx.graph.asOf !== null && date > ctx.graph.asOf) ? null : date;
}

/** One pass over the meetings of each account, newest first, until everyone of theirs was seen. */
function lastMetOf(ctx: ViewContext): LastMet {
  const accounts = ctx.graph.accounts
    .flatMap((account) => {
      const ref = accountRef(ctx, account.name);
      const rows: LastMet['accounts'][number]['rows'][number][] = [];
      const seen = new Set<string>();
      for (const path of account.meetings) {
        const date = pastDate(ctx, path);
        if (date === null) continue;
        const here = (ctx.graph.peopleOf.get(path) ?? []).flatMap((name) => personChip(ctx, name) ?? []);
        for (const person of here) {
          if (person.ours || seen.has(person.name)) continue;
          seen.add(person.name);
          if (rows.length < MET_PEOPLE) rows.push({ person, date, meeting: datedRef(ctx, path), by: here.filter((other) => other.ours) });
        }
      }
      return ref === null || rows.length === 0 ? [] : [{ account: ref, rows, left: seen.size - rows.length }];
    })
    .sort((a, b) => order(b.rows[0]?.date ?? '', a.rows[0]?.date ?? '') || order(a.account.text, b.account.text));
  return { accounts: accounts.slice(0, MET_ACCOUNTS), accountTotal: accounts.length };
}
