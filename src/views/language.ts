import { cssClassesFrom } from '../notes/css-classes.ts';
import { languageOf } from '../notes/language.ts';
import type { Note } from '../notes/note.ts';
import type { ViewContext } from './context.ts';
import type { TextLanguage } from './row.ts';

/** Language and direction of a note's text, as far as they are other than those of the site's pages, which run from left to right. */
export function languageOfNote(ctx: ViewContext, note: Note): TextLanguage {
  const texts = [note.title];
  for (const { heading, text } of note.passages) {
    if (heading !== null) texts.push(heading);
    texts.push(text);
  }
  const { lang, dir } = languageOf(note.properties, texts);
  return { lang: lang === null || isSame(lang, ctx.config.locale) ? null : lang, dir: dir === 'rtl' ? 'rtl' : null };
}

const NO_CLASSES: readonly string[] = [];

/** Layouts that a note asks for by `cssclasses`, as class names of the site, and that of an MDX page, with components or as text. */
export function layoutsOf(note: Note): readonly string[] {
  const { classes } = cssClassesFrom(note.properties);
  const asked = classes.length === 0 ? NO_CLASSES : classes.map((name) => `note-${name}`);
  if (note.file.mdx === undefined) return asked;
  return [...asked, note.mdx === undefined ? 'mdx-text' : 'mdx'];
}

/** `zh-Hans` and `zh-CN`, `ja` and `ja-JP`: the same language in the same script. A region that is stated counts. */
function isSame(lang: string, locale: string): boolean {
  const [a, b] = [new Intl.Locale(lang).maximize(), new Intl.Locale(locale).maximize()];
  return a.language === b.language && a.script === b.script && (new Intl.Locale(lang).region ?? b.region) === b.region;
}
