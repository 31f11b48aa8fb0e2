import { firstDirection } from '../notes/direction.ts';
import type { TextLanguage } from '../views/row.ts';

/** `lang` and `dir` of a heading that shows a note's title: the language of its text; the direction is the title's own. */
export function titleAttributes(title: string, language?: TextLanguage): { readonly lang?: string; readonly dir?: 'rtl' } {
  const lang = language?.lang ?? null;
  return { ...(lang === null ? {} : { lang }), ...(firstDirection(title) === 'rtl' ? { dir: 'rtl' } : {}) };
}
