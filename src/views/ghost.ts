import type { Ghost } from '../graph/graph.ts';
import { backlinkRows, mentionTotal, unlinkedRows } from './backlinks.ts';
import { noteRef, type ViewContext } from './context.ts';
import type { GhostView } from './view.ts';

/** The page of a name without a note: every mention in context, names that look alike, candidates when several notes fit. */
export function ghostView(ctx: ViewContext, ghost: Ghost): GhostView {
  return {
    kind: 'ghost',
    name: ghost.name,
    mentions: backlinkRows(ctx, ghost.mentions, null),
    mentionTotal: mentionTotal(ghost.mentions),
    unlinked: unlinkedRows(ctx, ghost.url, null),
    near: ghost.near.filter((path) => !ghost.candidates.includes(path)).map((path) => noteRef(ctx, path)),
    candidates: ghost.candidates.map((path) => noteRef(ctx, path)),
  };
}
