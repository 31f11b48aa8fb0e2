import { isOpen } from '../graph/actions.ts';
import type { Action, Person } from '../graph/graph.ts';
import type { IsoDate, Note } from '../notes/note.ts';
import { propertyValue, textFromValue } from '../notes/properties.ts';
import type { VaultPath } from '../vault/vault.ts';
import { hrefOf, isOurs, listedAccount, noteAt, type ViewContext } from './context.ts';
import type { PersonRow } from './row.ts';

/** Days of meeting of a person that a page carries, since the newest may lie ahead of the reader. */
const MET = 4;

/** What a person has to do with one account. */
export interface PartAtAccount {
  /** Meetings of the account that the person was at, newest first. */
  readonly meetings: readonly VaultPath[];
  /** Open actions of the account that the person owns. */
  readonly open: number;
}

/** A person as row of a table; `part` limits meetings and actions to those of one account. */
export function personRow(ctx: ViewContext, person: Person, part: PartAtAccount | null): PersonRow {
  const meetings = part === null ? person.meetings : part.meetings;
  const note = person.note === null ? undefined : ctx.graph.notes.get(person.note);
  return {
    name: person.name,
    href: hrefOf(person.url),
    ours: isOurs(ctx, person),
    role: note === undefined ? null : roleOf(note),
    ...daysMet(ctx, meetings),
    meetings: meetings.length,
    open: part === null ? countOpen(ctx.actionsOfOwner.get(person.name) ?? []) : part.open,
    accounts: part === null ? person.accounts.flatMap((name) => listedAccount(ctx, name) ?? []) : [],
  };
}

/** The first days of some meetings, and the first that does not lie ahead. */
function daysMet(ctx: ViewContext, meetings: readonly VaultPath[]): Pick<PersonRow, 'met' | 'lastMet'> {
  const { asOf } = ctx.graph;
  const met: IsoDate[] = [];
  let lastMet: IsoDate | null = null;
  for (const path of meetings) {
    const { date } = noteAt(ctx, path);
    if (date === null) continue;
    if (met.length < MET && !met.includes(date)) met.push(date);
    if (lastMet === null && (asOf === null || date <= asOf)) lastMet = date;
    if (lastMet !== null && met.length === MET) break;
  }
  return { met, lastMet };
}

function countOpen(actions: readonly Action[]): number {
  let open = 0;
  for (const { state } of actions) if (isOpen(state)) open += 1;
  return open;
}

const roles = new WeakMap<Note, string | null>();

/** What a person's note says of the person's part; read once a note, for a person is listed with many accounts. */
function roleOf(note: Note): string | null {
  let role = roles.get(note);
  if (role === undefined) {
    const { properties } = note;
    role = textFromValue(
      propertyValue(properties, 'role') ?? propertyValue(properties, 'position') ?? propertyValue(properties, 'job_title'),
    );
    roles.set(note, role);
  }
  return role;
}
