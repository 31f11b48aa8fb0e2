import type { Account, Resolution } from '../graph/graph.ts';
import { evenSpaces } from '../markdown/spaces.ts';
import type { Note, NoteLink } from '../notes/note.ts';
import type { RelatedName } from './account-row.ts';
import { sourcesOf } from './account-timeline.ts';
import { runsFrom } from './backlinks.ts';
import { displayTitle, noteAt, urlOf, type ViewContext } from './context.ts';
import { hrefOfPlace, placeOfLine } from './place.ts';

/** Most names of one page. */
const NAMES = 24;
/** Links of one name that are tried for a sentence to show. */
const TRIED = 5;

interface Found {
  readonly text: string;
  readonly href: RelatedName['href'];
  readonly ghost: boolean;
  readonly detail: string;
  /** The newest links in texts. */
  readonly newest: { readonly note: Note; readonly link: NoteLink }[];
  count: number;
}

/** Names the account's notes link to that are neither its meetings nor its people: notes and ghosts, most mentioned first. */
export function accountRelated(ctx: ViewContext, account: Account): readonly RelatedName[] {
  const found = new Map<string, Found>();
  const people = new Set(account.people.map((name) => name.toLowerCase()));
  // Newest first, and the account's own note last, which lists names without a sentence.
  const own = new Set([...account.meetings, ...(account.note === null ? [] : [account.note])]);
  const sources = sourcesOf(ctx.graph);
  for (const path of own) {
    for (const { link, to } of ctx.graph.links.get(path) ?? []) {
      // A transcript stands with the meeting that was made from it.
      const name = to.target !== null && sources.has(to.target) ? null : nameOf(ctx, to, own, people);
      if (name === null) continue;
      const known = found.get(name.href);
      const entry: Found = known ?? { ...name, newest: [], count: 0 };
      entry.count += 1;
      if (entry.newest.length < TRIED && link.property === null) entry.newest.push({ note: noteAt(ctx, path), link });
      if (known === undefined) found.set(name.href, entry);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, NAMES)
    .map(({ newest, ...name }) => ({ ...name, context: firstContext(ctx, newest) }));
}

function nameOf(
  ctx: ViewContext,
  to: Resolution,
  own: ReadonlySet<Note['path']>,
  people: ReadonlySet<string>,
): Omit<Found, 'newest' | 'count'> | null {
  if (to.href === null || to.href.startsWith('files/')) return null;
  const note = to.target === null ? undefined : ctx.graph.notes.get(to.target);
  if (to.target !== null && (note === undefined || own.has(to.target) || note.kind === 'person')) return null;
  if (to.status === 'derived' || (to.target === null && people.has(to.name.toLowerCase()))) return null;
  if (to.target === null && /^\d{4}-\d{2}-\d{2}\s/u.test(to.name)) return null;
  return {
    text: note?.title ?? (to.target === null ? to.name : ''),
    href: (to.href.includes('#') ? to.href.replace(/#.*$/u, '') : to.href) as typeof to.href,
    ghost: note === undefined,
    detail: note === undefined ? 'no note yet' : (note.type ?? note.kind),
  };
}

function firstContext(ctx: ViewContext, links: Found['newest']): RelatedName['context'] {
  for (const { note, link } of links) {
    const context = contextOf(ctx, note, link);
    if (context !== null) return context;
  }
  return null;
}

/** The sentence around a link; null for a link that stands alone. */
function contextOf(ctx: ViewContext, note: Note, link: NoteLink): RelatedName['context'] {
  const place = placeOfLine(note, link.line);
  const text = place === null ? link.context : place.passage.text.slice(place.from, place.to);
  const runs = runsFrom(evenSpaces(text).trim(), link.display);
  if (!runs.some((run) => !run.mark && /[\p{L}\p{N}]/u.test(run.text))) return null;
  return { runs, href: hrefOfPlace(note, urlOf(ctx, note.path), link.line), note: displayTitle(note), date: note.date };
}
