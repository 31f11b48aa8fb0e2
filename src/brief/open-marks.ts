import { inlinesOfBlock, visitInlines, walkBlocks } from '../markdown/walk.ts';
import type { Refusal } from '../scope/brief.ts';
import { isPrivateText } from '../scope/private-marks.ts';
import type { ProfiledNote } from '../scope/withhold.ts';
import { opensHidden } from '../scope/withhold-html.ts';

/** `100%% sure` is no comment; a `-->` alone is an arrow. */
const MARK = /<!--|(?<!\d)%%/u;

/**
 * Marks that hide nothing, so that words show which their writer meant not to: comments that a blank line stands in or that never end, and private marks
 * in raw HTML, where nobody can tell how far they reach. Each stops the brief. What stands in code is no mark.
 */
export function openMarks(notes: readonly Pick<ProfiledNote, 'tree' | 'original'>[]): readonly Refusal[] {
  return notes.flatMap(({ tree, original }) => {
    const found: Refusal[] = [];
    const report = (line: number, message: string): void => {
      if (found.length === 0) found.push({ path: original, line, rule: 'not-clean', message: `It belongs to the account, and ${message}` });
    };
    const openComment = 'a comment in it does not end in its paragraph, so that its words would show.';
    const inHtml = 'it is marked as private in raw HTML, where nothing is withheld: mark it in Markdown.';
    const hiddenHtml = 'an element in it is hidden and does not end in its paragraph, so that its words would show.';
    const lookAt = (html: string, line: number): void => {
      if (html.includes('<!--')) report(line, openComment);
      if (opensHidden(html)) report(line, hiddenHtml);
      if (isPrivateText(html.replace(/<[^>]*>/gu, ' '))) report(line, inHtml);
    };
    walkBlocks(tree, (block) => {
      if (block.kind === 'html') lookAt(block.value, block.line);
      for (const run of inlinesOfBlock(block))
        visitInlines(run, (inline) => {
          if (inline.kind === 'text' && MARK.test(inline.value)) report(block.line, openComment);
          if (inline.kind === 'html') lookAt(inline.value, block.line);
        });
    });
    return found;
  });
}
