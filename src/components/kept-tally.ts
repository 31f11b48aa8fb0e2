import type { IsoDate } from '../notes/note.ts';
import { tallyText } from './tally.ts';

const written = new WeakMap<readonly IsoDate[], { readonly from: IsoDate | null; readonly text: string }>();

/** The tally of a list that many pages tell, written once: each page of the board tells the due dates of all. */
export function keptTallyText(dates: readonly IsoDate[], from: IsoDate | null): string {
  const known = written.get(dates);
  if (known !== undefined && known.from === from) return known.text;
  const text = tallyText(dates, from);
  written.set(dates, { from, text });
  return text;
}
