import { OutputError } from '../../output/output-error.ts';
import { redactorOf } from '../../scope/redact.ts';
import type { ProfiledNote } from '../../scope/withhold.ts';
import type { Site } from '../../site.ts';
import type { VaultPath } from '../../vault/vault.ts';
import type { Page } from '../../views/view.ts';
import { dataPicturesIn } from '../files/data-pictures.ts';
import { ownForm, ownWords } from './own-words.ts';
import { comparable, textsOfPage } from './page-texts.ts';

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
 * Index, tables and calendars say nothing that no page says.
 */
export function guardedTheme<T extends Renderer>(theme: T, guarded: Guarded): T {
  const words = guarded.redact.map(comparable).filter((word) => word !== '');
  const redactMail = redactorOf([], true);
  let own: Promise<ReadonlySet<string>> | null = null;
  const render = async (page: Page): Promise<string> => {
    const html = await theme.render(page);
    for (const run of textsOfPage(html)) {
      const unknown = dataPicturesIn(run).find((picture) => !guarded.pictures.has(picture));
      if (unknown !== undefined) throw spilled(guarded, page, 'A picture that is written out in a note', unknown.slice(0, 40));
      const word = wordIn(comparable(run), words) ?? (!guarded.emails && run.includes('@') && redactMail(run) !== run ? '@' : null);
      if (word === null) continue;
      own ??= ownWords(guarded.site.config, theme.render);
      if ((await own).has(ownForm(run))) continue;
      throw spilled(guarded, page, word === '@' ? 'An e-mail address' : `The word "${word}", which is to be blacked out,`, word);
    }
    return html;
  };
  return { ...theme, render };
}

function wordIn(text: string, words: readonly string[]): string | null {
  return words.find((word) => word !== '' && text.includes(word)) ?? null;
}

function spilled({ site, notes }: Guarded, page: Page, what: string, sought: string): OutputError {
  const note = site.plan.find(({ url }) => url === page.url)?.note ?? null;
  return errorOf(`${what} came through to the page ${page.url}`, placeOf(notes, note, sought));
}

function errorOf(what: string, place: string | null): OutputError {
  return new OutputError(
    'page',
    `${what}${place === null ? '' : ` (from ${place})`}.`,
    'Nothing was written. Write it in one piece, without markup or escapes inside, so that it is recognised; or take it out of the note.',
  );
}

/** File and line of a word in the notes, the page's own note first; the file alone when no line gives it away. */
function placeOf(notes: readonly ProfiledNote[], page: VaultPath | null, word: string): string | null {
  const own = notes.filter(({ note }) => note.path === page);
  for (const { note, original } of [...own, ...notes]) {
    const line = lineOf(note.file.text.split('\n'), word);
    if (line !== null) return `${original}:${line}`;
  }
  return own[0]?.original ?? null;
}

/** The line that holds a word, else the first of two that hold it together. */
function lineOf(lines: readonly string[], word: string): number | null {
  const plain = lines.map(withoutMarkup);
  const single = plain.findIndex((line) => line.includes(word));
  const at = single === -1 ? plain.findIndex((line, i) => comparable(`${line} ${plain[i + 1] ?? ''}`).includes(word)) : single;
  return at === -1 ? null : at + 1;
}

/** A line of Markdown as words are compared, once its markup is taken away. */
function withoutMarkup(line: string): string {
  const marks = line.replace(/\]\([^()]*\)/gu, '').replace(/[*_~=`[\]\\]/gu, '');
  return comparable(`${textsOfPage(marks).join(' ')} ${line.startsWith('data:') ? '' : line}`);
}
