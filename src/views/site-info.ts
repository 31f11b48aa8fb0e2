import type { Config } from '../config/config.ts';
import type { Graph, Href } from '../graph/graph.ts';
import type { Vault } from '../vault/vault.ts';
import { countsFrom } from './account-dates.ts';
import type { SectionId, SiteInfo } from './site-data.ts';

/** Title of a site whose config gives none and whose folder has no name worth showing. */
const NAMELESS = 'Notes';

interface SiteInfoInput {
  readonly vault: Vault;
  readonly graph: Graph;
  readonly config: Config;
  /** A brief has no health page, leads to its one account at once, and has no folders: notes that are no meetings stand on one list. */
  readonly brief: boolean;
  /** Whether there is a list of notes. */
  readonly browsed: boolean;
  readonly footer: string | null;
  readonly accent: Href | null;
}

/** Site-wide data: title, and navigation to pages that hold something. It stands on every page: what changes with each edit would change them all. */
export function siteInfo({ vault, graph, config, brief, browsed, footer, accent }: SiteInfoInput): SiteInfo {
  const [only, ...others] = brief ? graph.accounts : [];
  const entries: readonly (readonly [string, string, SectionId, boolean])[] = [
    only !== undefined && others.length === 0
      ? ['Account', only.url, 'accounts', true]
      : ['Accounts', 'accounts.html', 'accounts', graph.accounts.length > 0],
    ['Timeline', 'timeline.html', 'timeline', hasMeetings(graph)],
    ['Actions', 'actions.html', 'actions', graph.actions.length > 0],
    ['Decisions', 'decisions.html', 'decisions', graph.decisions.length > 0],
    ['People', 'people.html', 'people', graph.people.length > 0],
    ['Tags', 'tags.html', 'tags', graph.tags.length > 0],
    [brief ? 'Notes' : 'Browse', 'browse.html', 'browse', browsed],
    ['Health', 'health.html', 'health', !brief],
  ];
  return {
    title: config.title ?? vault.root.split(/[\\/]/u).findLast((segment) => segment !== '') ?? NAMELESS,
    url: config.site.url,
    locale: config.locale,
    asOf: graph.asOf,
    countsFrom: countsFrom(graph),
    noteCount: graph.notes.size,
    nav: entries.filter(([, , , shown]) => shown).map(([text, href, section]) => ({ text, href: href as Href, section })),
    search: config.search.enabled,
    accent,
    brief,
    footer,
  };
}

function hasMeetings(graph: Graph): boolean {
  for (const note of graph.notes.values()) if (note.kind === 'meeting' && note.date !== null) return true;
  return false;
}
