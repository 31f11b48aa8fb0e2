import { plainInline } from '../markdown/parse.ts';
import { evenSpaces } from '../markdown/spaces.ts';
import type { Properties, PropertyValue } from '../vault/vault.ts';

/** Keys whose words a search finds in another way, or that hold no words. */
const SILENT = new Set(
  'title tags tag aliases alias type kind date created updated modified last_contact account accounts participants attendees people source_ref publish private draft cssclass cssclasses lang language dir direction permalink slug id uid uuid banner cover image icon'.split(
    ' ',
  ),
);
const MARKUP = /[[\]*_`=~%<>$\\]/u;
const NO_WORDS = /^(?:[a-z][a-z\d+.-]+:\S+|\d{4}-\d{2}-\d{2}(?!\d).*|\S{41,}|\P{L}*)$/iu;
/** A number that tells one thing from others (of a contract, a book, a telephone, a year), not how many or how far. */
const TELLING = /^\+?\d(?:[ /()-]{0,2}\d){3,}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}(?!\d)/u;
/** Characters of one note's properties that a search index takes. */
const MOST = 800;

/** Texts of a note's other properties as a reader sees them, for search: no dates, addresses, counts and long codes, and none twice. */
export function propertyWords(properties: Properties | null): readonly string[] {
  const found = new Set<string>();
  let length = 0;
  const visit = (value: PropertyValue): void => {
    if (typeof value === 'number') visit(String(value));
    else if (typeof value === 'string') {
      const text = evenSpaces(MARKUP.test(value) ? plainInline(value) : value).trim();
      if ((NO_WORDS.test(text) && (!TELLING.test(text) || DAY.test(text))) || length + text.length > MOST) return;
      length += found.has(text) ? 0 : text.length;
      found.add(text);
    } else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) visit(inner);
  };
  for (const [key, value] of Object.entries(properties ?? {})) if (!SILENT.has(key.toLowerCase())) visit(value);
  return [...found];
}
