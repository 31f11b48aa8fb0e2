import { blockAnchor, footnoteAnchor } from '../markdown/anchors.ts';
import type { Document } from '../notes/document.ts';
import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import { viewAt } from './documents.ts';
import type { Href, PageUrl, PageUrls, Resolution, Via } from './graph.ts';
import type { Destination } from './link-table.ts';
import { findSubpath } from './subpath.ts';

/** What pages there are, for links that lead to them. */
export interface ResolverInput {
  readonly notes: ReadonlyMap<VaultPath, Note>;
  readonly documents: ReadonlyMap<VaultPath, Document>;
  readonly urls: PageUrls;
  /** Files that the site ships. */
  readonly shipped: ReadonlySet<VaultPath>;
  /** Keys of names that have a page without a note. */
  readonly ghosts: ReadonlySet<string>;
}

/** Makes the function that says where a destination and what follows `#` in a link are on the site. The same question has the same answer. */
export function resolver({ notes, documents, urls, shipped, ghosts }: ResolverInput): (to: Destination, subpath: string) => Resolution {
  const resolved = (to: Destination, subpath: string): Resolution => {
    switch (to.kind) {
      case 'account':
        return { status: 'derived', via: null, target: null, name: to.name, href: asHref(urls.account(to.key)), candidates: [] };
      case 'person':
        return { status: 'derived', via: null, target: null, name: to.name, href: asHref(urls.person(to.key)), candidates: [] };
      case 'ghost':
        if (!ghosts.has(to.key))
          return { status: 'missing', via: null, target: null, name: to.name, href: null, candidates: to.candidates };
        return to.candidates.length > 0
          ? { status: 'ambiguous', via: null, target: null, name: to.name, href: asHref(urls.ghost(to.key)), candidates: to.candidates }
          : { status: 'missing', via: null, target: null, name: to.name, href: asHref(urls.ghost(to.key)), candidates: [] };
      case 'nothing':
        return { status: 'missing', via: null, target: null, name: to.name, href: null, candidates: [] };
      case 'file': {
        const note = notes.get(to.target);
        const { status, via, target, candidates } = to;
        const document = documents.get(target);
        if (document !== undefined) {
          const view = document.kind === 'base' && subpath !== '' ? viewAt(document, subpath) : null;
          const href = asHref(urls.document(target));
          const subpathFound = document.kind === 'canvas' || subpath === '' || view !== null;
          return {
            status,
            via,
            target,
            targetLine: null,
            subpathFound,
            href: view === null ? href : (`${href}#${view.id}` as Href),
            candidates,
          };
        }
        if (note === undefined) {
          const href = shipped.has(target) ? urls.asset(target) : null;
          return { status, via, target, targetLine: null, subpathFound: true, href, candidates };
        }
        const place = subpath === '' ? null : findSubpath(note, subpath);
        const anchor = place === null ? null : anchorOf(note, place);
        const href = anchor === null ? asHref(urls.note(target)) : (`${urls.note(target)}#${anchor}` as Href);
        return { status, via, target, targetLine: place?.line ?? null, subpathFound: subpath === '' || place !== null, href, candidates };
      }
    }
  };
  // Most links lead to a whole note that is there: all that lead to one share their answer.
  const answers = new Map<Via, Map<VaultPath, Resolution>>();
  return (to: Destination, subpath: string): Resolution => {
    if (to.kind !== 'file' || to.status !== 'found' || subpath !== '') return resolved(to, subpath);
    const known = answers.get(to.via) ?? new Map<VaultPath, Resolution>();
    answers.set(to.via, known);
    const answer = known.get(to.target) ?? resolved(to, '');
    known.set(to.target, answer);
    return answer;
  };
}

/** The anchor of a place in a note; null for its title, which is the page. */
function anchorOf(
  note: Note,
  place: { readonly kind: 'heading' | 'block' | 'footnote'; readonly line: number; readonly id: string },
): string | null {
  if (place.line === note.titleLine) return null;
  if (place.kind === 'footnote') return footnoteAnchor(place.id);
  return place.kind === 'block' ? blockAnchor(place.id) : place.id;
}

function asHref(url: PageUrl): Href {
  return url as string as Href;
}
