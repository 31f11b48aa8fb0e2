import { evenSpaces } from '../markdown/spaces.ts';
import { plainText } from '../markdown/walk.ts';
import type { BodyField } from './body-fields.ts';
import { nameFromText } from './properties.ts';

const WIKILINK = /!?\[\[[^[\]\n]+\]\]/gu;
/** Stand-ins for links, one code point each, so that what stands around a link can be read as text. */
const FIRST_MARK = 0xe000;
const MARKS = /[\ue000-\uf8ff]/gu;
const MOST_MARKS = 0xf8ff - FIRST_MARK;

/** `(remote, late)` and the like: what may stand behind a name. */
const REMARK = /\([^()]*\)/gu;
/** Words of letters and single spaces between them: nearly every name, and tidy as it is. */
const PLAIN_NAME = /^ ?\p{L}+(?: \p{L}+)*$/u;
const ADDRESS = /<[^<>\s]+>|(?<!\S)[^\s@]+@[^\s@]+\.[^\s@]+/gu;
const BEHIND_NAME = /(?!^)[,(<:–—]| - /u;
const LEADING_LINK = /^(?:(?! - )[^,(<–—[])*(\[\[[^\]]+\]\]|\[[^\]]+\]\([^)]*\))/u;
/** A name has a letter or digit; an account may be called by pictures alone. */
const PERSON = /[\p{L}\p{N}]/u;
const ACCOUNT = /[\p{L}\p{N}\p{Emoji_Presentation}]/u;
const WEB_ADDRESS = /\S+:\/\/\S+|www\.\S+/gu;
const AND = /\s+(?:and|&)\s+(?=[\p{Lu}\p{Lo}@\ue000-\uf8ff])|\s*&\s*(?=[\ue000-\uf8ff])/u;
/** What `Acme, Inc.` has behind its comma. */
const LEGAL_FORM =
  /^(?:inc|incorporated|llc|llp|lp|ltd|limited|plc|corp|corporation|co|gmbh|ag|kg|s\.?a|s\.?p\.?a|n\.?v|b\.?v|a\.?s|ab|oy|pty)\.?$/iu;
const ABBREVIATION = /(?:^|[\s.])(?:\p{L}|inc|ltd|plc|corp|co|bros|jr|sr|dr|prof|gmbh|pty|intl)\.$/iu;
/** What people write where nobody was. */
const NOBODY = /^(?:none|nobody|tbd|tba|n\/?a|unknown)$/iu;

/** Names of accounts in one text of the frontmatter: every link in it; without one the text itself, of a path its last segment. */
export function accountsFromText(text: string): readonly string[] {
  const links = text.match(WIKILINK);
  return named(links === null ? [lastSegment(nameFromText(text))] : links.map(nameFromText), ACCOUNT);
}

/** Names of accounts of a head line: links, or names parted by commas and semicolons. ` and ` is kept, for company names hold it. */
export function accountsFromField(field: BodyField): readonly string[] {
  const { text, links } = markedField(field);
  const pieces: string[] = [];
  for (const piece of withoutRemarks(text).split(/[,;\n]/u)) {
    if (LEGAL_FORM.test(piece.trim()) && pieces.length > 0) pieces.push(`${pieces.pop()}, ${piece.trim()}`);
    else pieces.push(piece);
  }
  return named(
    pieces.flatMap((piece) => linksOrName(piece, links).map(lastSegment)),
    ACCOUNT,
  );
}

/** People in one entry of a list in the frontmatter: a comma belongs to the name. */
export function peopleFromEntry(text: string): readonly string[] {
  if (text.search(WIKILINK) !== -1) return peopleFromText(text);
  const isLink = /^\s*\[[^\]]*\]\([^)]*\)\s*$/u.test(text);
  return people([nameFromText(isLink ? text : withoutRemarks(text))]);
}

/** People in a text: links, and names parted by commas, semicolons and ` and `. Remarks in parentheses and addresses beside a name are dropped. */
export function peopleFromText(text: string): readonly string[] {
  const links: string[] = [];
  const marked = withoutMarks(text).replace(WIKILINK, (link) => markFor(links, nameFromText(link)));
  return peopleFromMarked(marked, links);
}

/** People of a head line, by the same rules. */
export function peopleFromField(field: BodyField): readonly string[] {
  const { text, links } = markedField(field);
  return peopleFromMarked(text, links);
}

/**
 * The person whom an item of an Attendees list names: the link or name it begins with, perhaps behind a label (`Chair: [[Ann Lee]]`). What is said
 * behind the name, after a comma, dash, colon or in parentheses, is left out, so are addresses beside it.
 */
export function peopleFromItem(text: string): readonly string[] {
  const link = LEADING_LINK.exec(text);
  if (link !== null) return people([nameFromText(link[1] ?? '')]);
  return people([(text.split(BEHIND_NAME)[0] ?? '').replace(/[*_]/gu, '')]);
}

function peopleFromMarked(text: string, links: readonly string[]): readonly string[] {
  return people(
    withoutRemarks(text)
      .split(/[,;\n]/u)
      .flatMap((piece) => piece.split(AND))
      .flatMap((piece) => linksOrName(piece, links)),
  );
}

/** A link stands for its piece of the text, whatever words are around it. */
function linksOrName(piece: string, links: readonly string[]): readonly string[] {
  const marks = piece.match(MARKS);
  return marks === null ? [piece] : marks.map((mark) => links[mark.charCodeAt(0) - FIRST_MARK] ?? '');
}

/** The text of a head line with a mark for each link; code, tags and web addresses are no names. */
function markedField({ value }: BodyField): { readonly text: string; readonly links: readonly string[] } {
  const links: string[] = [];
  let text = '';
  for (const part of value) {
    if (part.kind === 'link')
      text += markFor(links, part.ref.path === '' ? part.ref.display : nameFromText(`[[${part.ref.path.replace(/[[\]|#]/gu, ' ')}]]`));
    else if (part.kind === 'text') text += withoutMarks(part.value);
    else if (part.kind === 'strong' || part.kind === 'emphasis' || part.kind === 'highlight' || part.kind === 'external')
      text += withoutMarks(plainText(part.children).replace(WEB_ADDRESS, ' '));
  }
  return { text, links };
}

function markFor(links: string[], name: string): string {
  if (links.length >= MOST_MARKS) return name;
  links.push(name);
  return String.fromCharCode(FIRST_MARK + links.length - 1);
}

function withoutMarks(text: string): string {
  return text.replace(MARKS, ' ');
}

/** The text without what stands in parentheses. */
export function withoutRemarks(text: string): string {
  return text.replace(REMARK, ' ');
}

function lastSegment(name: string): string {
  return name.split(/(?<!\s)\/(?!\s)/u).at(-1) ?? name;
}

/** Names without the addresses beside them; an address on its own is the name. */
function people(names: readonly string[]): readonly string[] {
  const short = names.map((name) => {
    if (PLAIN_NAME.test(name)) return name;
    const rest = name.replace(ADDRESS, ' ');
    return /[\p{L}\p{N}]/u.test(rest) ? rest : name.replace(/[<>]/gu, ' ');
  });
  return named(short).filter((name) => !NOBODY.test(name));
}

/** Tidied names; those without a sign that a name has, and what joins names only, are left out. */
function named(names: readonly string[], sign = PERSON): readonly string[] {
  return names.map(tidy).filter((name) => sign.test(name) && !/^(?:and|or)$/iu.test(name));
}

function tidy(name: string): string {
  if (PLAIN_NAME.test(name)) return name.normalize('NFC').trim();
  const text = evenSpaces(name.replace(/^[\s@*·–-]+/u, ''))
    .normalize('NFC')
    .trim();
  return ABBREVIATION.test(text) ? text : text.replace(/[\s.]+$/u, '');
}
