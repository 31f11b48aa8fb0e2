import type { Refusal } from '../../scope/brief.ts';
import { isMail } from '../guard/mail.ts';
import { comparable } from '../guard/page-texts.ts';
import type { FileText } from './file-texts.ts';

/** What no file that ships may say. */
export interface UnwantedWords {
  /** Words to be blacked out. */
  readonly redact: readonly string[];
  /** E-mail addresses may be shown. */
  readonly emails: boolean;
}

/** Files that would ship with words that are to be blacked out, or with e-mail addresses: they go as they are, so each stops the brief. */
export function wordsInFiles(texts: readonly FileText[], unwanted: UnwantedWords): readonly Refusal[] {
  const words = unwanted.redact.map(comparable).filter((word) => word !== '');
  if (words.length === 0 && unwanted.emails) return [];
  return texts.flatMap(({ path, text, shown, about }) => {
    const all = [text ?? '', ...shown, ...about];
    const said = all.map(comparable);
    const word = words.find((one) => said.some((part) => part.includes(one)));
    const what =
      word !== undefined
        ? `the word "${word}", which is to be blacked out`
        : !unwanted.emails && all.some(isMail)
          ? 'an e-mail address, which the profile does not show (`emails: true` does)'
          : null;
    if (what === null) return [];
    const message = `A note shows it, and it holds ${what}.`;
    return [{ path, line: null, rule: 'not-clean' as const, message }];
  });
}
