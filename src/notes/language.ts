import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { NoteFile, Properties } from '../vault/vault.ts';
import { countDirections, type Direction, hasRightToLeft, isMainlyRightToLeft } from './direction.ts';
import { propertyKey, propertyValue, textFromValue } from './properties.ts';
import { isBeyondLatin, languageOfScripts } from './scripts.ts';

/** In which language a note is written, and which way it runs. */
export interface NoteLanguage {
  /** A BCP 47 tag; null where the note does not say and its script does not show it. */
  readonly lang: string | null;
  readonly dir: Direction;
}

const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/iu;

/** A language tag in its canonical form (`en_gb` is `en-GB`); null for anything else, and for languages given by name. */
export function languageTagFrom(text: string): string | null {
  if (!TAG.test(text)) return null;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** What `lang:` or `language:` in the frontmatter says; null when it gives no tag. */
export function statedLanguage(properties: Properties | null): string | null {
  const text = textFromValue(propertyValue(properties, 'lang')) ?? textFromValue(propertyValue(properties, 'language'));
  return text === null ? null : languageTagFrom(text);
}

/** What `dir:` or `direction:` in the frontmatter says, when it is `ltr` or `rtl`. */
export function statedDirection(properties: Properties | null): Direction | null {
  const text = (textFromValue(propertyValue(properties, 'dir')) ?? textFromValue(propertyValue(properties, 'direction')))?.toLowerCase();
  return text === 'ltr' || text === 'rtl' ? text : null;
}

const RTL_LANGUAGES = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

function isRtlLanguage(tag: string | null): boolean {
  return tag !== null && RTL_LANGUAGES.has(tag.split('-')[0] ?? '');
}

/**
 * The language and direction of a note: as its frontmatter states them, else by the scripts of its text. Latin letters tell no language. `texts` are
 * plain, without code and addresses.
 */
export function languageOf(properties: Properties | null, texts: readonly string[]): NoteLanguage {
  const stated = statedLanguage(properties);
  const direction = statedDirection(properties);
  if (!texts.some(isBeyondLatin)) return { lang: stated, dir: direction ?? 'ltr' };
  const text = texts.join('\n');
  const rtl = hasRightToLeft(text) && (isRtlLanguage(stated) || isMainlyRightToLeft(countDirections(text)));
  return { lang: stated ?? languageOfScripts(text), dir: direction ?? (rtl ? 'rtl' : 'ltr') };
}

/** A `lang:` that is no tag. `language:` may as well name a programming language, so that nothing is said of it. */
export function languageFindings(file: NoteFile): readonly Diagnostic[] {
  const text = textFromValue(propertyValue(file.properties, 'lang'));
  if (text === null || languageTagFrom(text) !== null) return [];
  const line = file.propertyLines[propertyKey(file.properties, 'lang') ?? 'lang'] ?? null;
  return [diagnostic('language-invalid', { path: file.path, line, message: `lang: ${text} is no language tag.` })];
}
