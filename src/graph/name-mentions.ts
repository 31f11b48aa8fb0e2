import type { Config } from '../config/config.ts';
import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { AccountNames } from './account-names.ts';
import { calledNames } from './called.ts';
import type { Account, Backlink, Ghost, Graph, Href, PageUrl, PageUrls, Person, ResolvedLink, UnlinkedMention } from './graph.ts';
import { backlinkOf } from './link-table.ts';
import { unlinkedMentions } from './unlinked.ts';

/** What mentions of names are made of. */
export interface NameMentionsInput {
  readonly notes: ReadonlyMap<VaultPath, Note>;
  readonly links: ReadonlyMap<VaultPath, readonly ResolvedLink[]>;
  readonly urls: PageUrls;
  readonly accountNames: AccountNames;
  readonly accounts: readonly Account[];
  readonly people: readonly Person[];
  readonly peopleOf: ReadonlyMap<VaultPath, readonly string[]>;
  readonly ghosts: readonly Ghost[];
  readonly config: Config;
}

/** Links to pages that stand for a name without a note, and, when it is first asked for, names that stand in texts without a link. */
export function nameMentions(input: NameMentionsInput): Pick<Graph, 'derivedBacklinks' | 'unlinked'> {
  let found: ReadonlyMap<PageUrl, readonly UnlinkedMention[]> | null = null;
  return {
    derivedBacklinks: derivedBacklinks(input),
    unlinked: () => {
      found ??= unlinkedFrom(input);
      return found;
    },
  };
}

function derivedBacklinks({ notes, links }: NameMentionsInput): ReadonlyMap<PageUrl, readonly Backlink[]> {
  const pages = new Map<PageUrl, Backlink[]>();
  for (const note of notes.values()) {
    for (const { link, to } of links.get(note.path) ?? []) {
      if (to.status !== 'derived') continue;
      const page = pageOfHref(to.href);
      const mentions = pages.get(page);
      if (mentions === undefined) pages.set(page, [backlinkOf(note, link)]);
      else mentions.push(backlinkOf(note, link));
    }
  }
  return pages;
}

function unlinkedFrom(input: NameMentionsInput): ReadonlyMap<PageUrl, readonly UnlinkedMention[]> {
  const { notes, links, urls, accountNames, people, peopleOf, config } = input;
  const personNamed = new Map(people.map((person) => [person.name, person.url]));
  return unlinkedMentions({
    notes: [...notes.values()],
    names: calledNames(input, (path) => notes.get(path), config),
    ownPages: (path) => {
      const ofAccounts = (accountNames.of.get(path) ?? []).map((account) => urls.account(account.key));
      const met = (peopleOf.get(path) ?? []).flatMap((name) => personNamed.get(name) ?? []);
      return new Set([urls.note(path), ...ofAccounts, ...met]);
    },
    linked: (path) => {
      const lines = new Map<PageUrl, number[]>();
      for (const { link, to } of links.get(path) ?? []) {
        if (to.href === null) continue;
        const page = pageOfHref(to.href);
        const known = lines.get(page);
        if (known === undefined) lines.set(page, [link.line]);
        else known.push(link.line);
      }
      return lines;
    },
  });
}

function pageOfHref(href: Href): PageUrl {
  return href.replace(/#.*$/u, '') as string as PageUrl;
}
