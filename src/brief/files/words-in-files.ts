import type { Refusal } from '../../scope/brief.ts';
import { comparable } from '../guard/page-texts.ts';
import type { FileText } from './file-texts.ts';

/** Files that would ship with words that are to be blacked out: they go as they are, so each stops the brief. */
export function wordsInFiles(texts: readonly FileText[], redact: readonly string[]): readonly Refusal[] {
  const words = redact.map(comparable).filter((word) => word !== '');
  if (words.length === 0) return [];
  return texts.flatMap(({ path, text, about }) => {
    const said = comparable([text ?? '', ...about].join('\n'));
    const word = words.find((one) => said.includes(one));
    if (word === undefined) return [];
    const message = `A note shows it, and it holds the word "${word}", which is to be blacked out.`;
    return [{ path, line: null, rule: 'not-clean' as const, message }];
  });
}
