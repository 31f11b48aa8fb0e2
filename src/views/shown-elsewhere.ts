import { cssClassesFrom } from '../notes/css-classes.ts';
import type { Note } from '../notes/note.ts';
import { nameFromText, textFromValue, textsFromValue } from '../notes/properties.ts';
import type { PropertyValue } from '../vault/vault.ts';
import type { ViewContext } from './context.ts';

/** What the other parts of a page say of a note. */
export interface PageShows {
  readonly title: string;
  /** Words for its kind or type. */
  readonly kinds: readonly string[];
  /** Values that stand there as written, by key in lower case. */
  readonly values: Readonly<Record<string, string | null>>;
  /** Display names. */
  readonly accounts: readonly string[];
  readonly people: readonly string[];
}

/** Keys that steer the site and say nothing to a reader. */
const STEERING = new Set(['cssclass', 'publish', 'private', 'draft']);

/** What is left of a property for the table; undefined when the page shows all of it in other places. */
export function restOfProperty(
  ctx: ViewContext,
  note: Note,
  key: string,
  value: PropertyValue,
  shows: PageShows,
): PropertyValue | undefined {
  const name = key.toLowerCase();
  if (STEERING.has(name)) return undefined;
  const isShown = (shown: boolean): PropertyValue | undefined => (shown ? undefined : value);
  switch (name) {
    case 'title':
      return isShown(textFromValue(value)?.normalize('NFC') === shows.title);
    case 'type':
    case 'kind':
      return isShown(shows.kinds.includes(textFromValue(value)?.toLowerCase() ?? ''));
    case 'account':
    case 'accounts':
      return isShown(areShown(value, (text) => shows.accounts.some((account) => account === text || fold(account) === fold(text))));
    case 'participants':
    case 'attendees':
    case 'people':
      return isShown(areShown(value, (text) => namesIn(text).every((name) => isPersonShown(ctx, note, name, shows))));
    case 'source':
    case 'source_ref':
      return isShown(isText(value));
    case 'tags':
      return restOfTags(note, value);
    case 'cssclasses':
      return isShown(isText(value) || cssClassesFrom({ [key]: value }).classes.length > 0);
    case 'dir':
    case 'direction':
      return isShown(/^(?:ltr|rtl)$/iu.test(textFromValue(value) ?? ''));
    default:
      return isShown(Object.hasOwn(shows.values, name) && textFromValue(value) !== null && textFromValue(value) === shows.values[name]);
  }
}

/** A link is one name, any other text may be several. */
function namesIn(text: string): readonly string[] {
  return text.includes('[[') ? [nameFromText(text)] : text.split(/[,;]/u).map((name) => nameFromText(name));
}

/** Entries that are no tags. */
function restOfTags(note: Note, value: PropertyValue): PropertyValue | undefined {
  let names: ReadonlySet<string> | null = null;
  const isTag = (entry: string): boolean => {
    if (note.tags.includes(entry)) return true;
    names ??= new Set(note.tags.map(tagName));
    return names.has(tagName(entry));
  };
  const entries: readonly PropertyValue[] = isList(value) ? value : [value];
  const rest = entries.filter((entry) => entry !== null && !(typeof entry === 'string' && (entry.trim() === '' || isTag(entry))));
  if (rest.length === 0) return undefined;
  return isList(value) ? rest : rest[0];
}

function tagName(tag: string): string {
  return tag.trim().replace(/^#/u, '').replace(/\/+$/u, '').normalize('NFC').toLowerCase();
}

function isPersonShown(ctx: ViewContext, note: Note, name: string, shows: PageShows): boolean {
  if (shows.people.length === 0) return false;
  const person = ctx.graph.personByName(name.replace(/^@/u, ''), note.path);
  return person !== undefined && shows.people.includes(person.name);
}

/** True when every part of a value is text and each is shown; nothing at all counts as shown. */
function areShown(value: PropertyValue, isShown: (text: string) => boolean): boolean {
  return isText(value) && textsFromValue(value).every(isShown);
}

/** Text, or a list of nothing but texts. */
function isText(value: PropertyValue): boolean {
  if (isList(value))
    return (
      value.every((entry) => !isList(entry) || textsFromValue(entry).length > 0) && value.every((entry) => isList(entry) || isText(entry))
    );
  return value === null || typeof value !== 'object';
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

function fold(text: string): string {
  return nameFromText(text).toLowerCase();
}
