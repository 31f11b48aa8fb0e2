import { OutputError } from '../../output/output-error.ts';
import type { ProfiledNote } from '../../scope/withhold.ts';
import type { Site } from '../../site.ts';
import type { VaultPath } from '../../vault/vault.ts';
import type { Page } from '../../views/view.ts';
import { dataPicturesIn, withoutDataPictures } from '../files/data-pictures.ts';
import { isMail } from './mail.ts';
import { ownForm, ownWords } from './own-words.ts';
import { comparable, textsOfPage } from './page-texts.ts';

/** Figures of this length and below are told by counts of any page. */
const SHORT_FIGURES = 3;

/** Draws pages. */
interface Renderer {
  readonly render: (page: Page) => Promise<string>;
}

/** What must not be on a page, and what to look in for where it came from. */
export interface Guarded {
  readonly site: Site;
  readonly notes: readonly ProfiledNote[];
  /** Words to be blacked out. */
  readonly redact: readonly string[];
  /** Show e-mail addresses. */
  readonly emails: boolean;
  /** Pictures written out in notes, as they were drawn anew. */
  readonly pictures: ReadonlySet<string>;
}

/**
 * The theme with a second look at every page it draws: a word that was to be blacked out and came through (in pieces of markup, over lines, in an
 * address), or a picture that was not drawn anew, ends the brief. Nothing is mended here: what comes through has a cause that wants to be known.
 * What search reads is looked at first, since there a line is told without its pictures and marks; tables and calendars say nothing that no page says.
 */
export function guardedTheme<T extends Renderer>(theme: T, guarded: Guarded): T {
  // Words that are written as one, too.
  const words = [...new Set(guarded.redact.map(comparable).flatMap((word) => [word, word.replaceAll(' ', '')]))].filter(
    (word) => word !== '',
  );
  let own: Promise<ReadonlySet<string>> | null = null;
  let looked = false;
  const render = async (page: Page): Promise<string> => {
    if (!looked) lookAtNotes(guarded, words);
    looked = true;
    const html = await theme.render(page);
    for (const run of textsOfPage(html)) {
      const unknown = dataPicturesIn(run).find((picture) => !guarded.pictures.has(picture));
      if (unknown !== undefined)
        throw spilled(guarded, page, 'A picture that is written out in a note', (line) => /data\W*58|data:image/iu.test(line));
      const text = comparable(withoutNoise(run));
      const word = words.find((one) => text.includes(one));
      const mail = word === undefined && !guarded.emails && isMail(run);
      if (word === undefined && !mail) continue;
      own ??= ownWords(guarded.site.config, theme.render);
      if (isOwn(await own, run, word)) continue;
      if (word === undefined) throw spilled(guarded, page, 'An e-mail address', isMail);
      throw spilled(guarded, page, `The word "${word}", which is to be blacked out,`, (line) => line.includes(word));
    }
    return html;
  };
  return { ...theme, render };
}

function lookAtNotes({ notes }: Guarded, words: readonly string[]): void {
  for (const { note, original } of notes) {
    const lines = note.passages.flatMap(({ heading, text }) => [heading ?? '', ...text.split('\n')]).map(comparable);
    const word = words.find((one) => lines.some((line) => line.includes(one)));
    if (word !== undefined)
      throw errorOf(`The word "${word}", which is to be blacked out, came through to the search`, placeIn(note, original, word));
  }
}

/** Whether a run is one of the theme's own. Of figures that are to be blacked out nobody can tell: the theme counts and dates. */
function isOwn(own: ReadonlySet<string>, run: string, word: string | undefined): boolean {
  const figures = word !== undefined && word.length > SHORT_FIGURES && !/\p{L}/u.test(word);
  return own.has(ownForm(run)) && !(figures && !/\p{L}/u.test(run));
}

/** A run without pictures written out and names of files, whose letters are chance. */
function withoutNoise(run: string): string {
  return withoutDataPictures(run).replace(/(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/gu, '');
}

function spilled({ site, notes }: Guarded, page: Page, what: string, isIt: (line: string) => boolean): OutputError {
  const note = site.plan.find(({ url }) => url === page.url)?.note ?? null;
  return errorOf(`${what} came through to the page ${page.url}`, placeOf(notes, note, isIt));
}

function errorOf(what: string, place: string | null): OutputError {
  return new OutputError(
    'page',
    `${what}${place === null ? '' : ` (from ${place})`}.`,
    'Nothing was written. Write it in one piece, without markup or escapes inside, so that it is recognised; or take it out of the note.',
  );
}

function placeIn(note: ProfiledNote['note'], original: VaultPath, word: string): string {
  const line = lineOf(note.file.text.split('\n'), (text) => text.includes(word));
  return line === null ? original : `${original}:${line}`;
}

/** File and line of something in the notes, the page's own note first; the file alone when no line gives it away. */
function placeOf(notes: readonly ProfiledNote[], page: VaultPath | null, isIt: (line: string) => boolean): string | null {
  const own = notes.filter(({ note }) => note.path === page);
  for (const { note, original } of [...own, ...notes]) {
    const line = lineOf(note.file.text.split('\n'), isIt);
    if (line !== null) return `${original}:${line}`;
  }
  return own[0]?.original ?? null;
}

/** The line that holds it, else the first of two that hold it together. */
function lineOf(lines: readonly string[], isIt: (line: string) => boolean): number | null {
  const plain = lines.map(withoutMarkup);
  const single = plain.findIndex(isIt);
  const at = single === -1 ? plain.findIndex((line, i) => isIt(comparable(`${line} ${plain[i + 1] ?? ''}`))) : single;
  return at === -1 ? null : at + 1;
}

/** A line of Markdown as words are compared, once its markup is taken away. */
function withoutMarkup(line: string): string {
  const marks = line.replace(/\]\([^()]*\)/gu, '').replace(/[*_~=`[\]\\]/gu, '');
  return comparable(`${textsOfPage(marks).join(' ')} ${line}`);
}
