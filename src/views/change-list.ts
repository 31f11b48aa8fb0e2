/**
 * Form of the list of notes that the home page compares with the reader's last visit (`changes.ts` writes it, `client/` reads it). One entry a
 * note, newest first, all of the same width: letters that name the note by its path, then letters that stand for what is in it.
 */

/** The list, relative to the site root. It sets `globalThis.dossierNotes`. */
export const CHANGES = 'changes/notes.js';
export const NAME_LETTERS = 6;
export const CONTENT_LETTERS = 3;

/** Notes whose titles stand in one file; a browser loads the files of those it shows. */
export const TITLES = 200;

/** File with the titles of the notes from `part * TITLES` on. It sets `globalThis.dossierTitles[part]`. */
export function titlesFile(part: number): string {
  return `changes/${part + 1}.js`;
}

/** Title of a note, its page, and its account, where it has one. */
export type TitleRow = readonly [title: string, href: string, account?: string];
