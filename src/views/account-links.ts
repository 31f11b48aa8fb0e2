import type { Account, Href } from '../graph/graph.ts';
import { hrefOf, noteAt, type ViewContext } from './context.ts';
import { ACTION_ROWS } from './paging.ts';

/** The part of an account's page that lists its actions or decisions. Where the account's note has such a part of its own, which it may stand for, the page. */
export function hrefOfPart(ctx: ViewContext, { note, url }: Account, part: 'actions' | 'decisions'): Href {
  const own = note !== null && noteAt(ctx, note).sections.some(({ name }) => name === part);
  return hrefOf(url, own ? '' : `d-${part}`);
}

/** What is overdue at an account: the board with a filter; where the board lies over several pages, of which each knows only itself, the account's own list. */
export function hrefOfOverdue(ctx: ViewContext, account: Account): Href {
  if (ctx.graph.actions.length > ACTION_ROWS) return hrefOfPart(ctx, account, 'actions');
  return `actions.html#due=overdue&account=${encodeURIComponent(account.name)}` as Href;
}
