import type { ActionRow } from '../views/row.ts';
import type { SiteInfo } from '../views/site-data.ts';
import { datedTitle, shortDay } from './days.ts';

type Source = ActionRow['sources'][number];

/** Sources as a row names them: meetings first, newest state first, the account's own note last. */
export function sourcesInOrder(sources: readonly Source[]): readonly Source[] {
  return [...sources.filter(({ own }) => !own), ...sources.filter(({ own }) => own)];
}

/** A further source in a list of its own: dated title, and what the account's note is. */
export function sourceName(source: Source, { locale, asOf, brief }: Pick<SiteInfo, 'locale' | 'asOf' | 'brief'>): string {
  return source.own ? (brief ? source.text : `${source.text}, account note`) : datedTitle(source, locale, asOf);
}

/** A further source in a line of text: its day, as the title is known from the action. */
export function sourceDay(source: Source, { locale, asOf, brief }: Pick<SiteInfo, 'locale' | 'asOf' | 'brief'>): string {
  if (source.own) return brief ? 'the account’s own list' : 'the account note';
  return source.date ? shortDay(source.date, locale, asOf) : source.text;
}
