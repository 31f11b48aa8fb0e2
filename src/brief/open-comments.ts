import { inlinesOfBlock, visitInlines, walkBlocks } from '../markdown/walk.ts';
import type { Refusal } from '../scope/brief.ts';
import type { ProfiledNote } from '../scope/withhold.ts';

/** `100%% sure` is no comment; a `-->` alone is an arrow. */
const MARK = /<!--|(?<!\d)%%/u;

/**
 * Comments that hide nothing, since a blank line stands in them or they never end: their words show, and their writer meant them not to. Each stops
 * the brief. What stands in code is no comment.
 */
export function openComments(notes: readonly ProfiledNote[]): readonly Refusal[] {
  return notes.flatMap(({ tree, original }) => {
    const lines: number[] = [];
    walkBlocks(tree, (block) => {
      let found = false;
      for (const run of inlinesOfBlock(block))
        visitInlines(run, (inline) => {
          if (inline.kind === 'text' && MARK.test(inline.value)) found = true;
        });
      if (found) lines.push(block.line);
    });
    const [line] = lines;
    if (line === undefined) return [];
    const message = 'It belongs to the account, and a comment in it does not end in its paragraph, so that its words would show.';
    return [{ path: original, line, rule: 'not-clean', message }];
  });
}
