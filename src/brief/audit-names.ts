import { compareText } from '../diagnostics/order.ts';
import { accountNamesFrom } from '../graph/account-names.ts';
import { automatonFrom } from '../graph/automaton.ts';
import { foldedText } from '../graph/fold.ts';
import { personNamesFrom } from '../graph/person-names.ts';
import { nameFromPath } from '../notes/title.ts';
import { type PlacedPiece, piecesOfBrief } from './audit-text.ts';
import type { Brief } from './brief-site.ts';
import { type Found, foldedName } from './finding.ts';

/** Letters of a quoted sentence. */
export const SENTENCE = 160;
/** A name of several words is looked for without its gaps, too, when it has as many letters as this: `HaldenRail`. */
const SQUEEZED = 6;

/** Names of other accounts, and of people the brief's own notes do not know, wherever it has them as whole words: in notes, in files, on canvases. */
export function foreignNamesIn(brief: Brief): readonly Found[] {
  const names = foreignNames(brief);
  const find = automatonFrom(names.map(({ text }) => text));
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const piece of piecesOfBrief(brief)) {
    const folded = spoken(piece.text);
    for (const { pattern, start, end } of find(folded)) {
      const name = names[pattern];
      if (name === undefined || isLetter(folded[start - 1]) || !isEnd(folded, end)) continue;
      const key = [name.kind, foldedName(name.name), piece.path, piece.line].join('\n');
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(findingOf(name, piece));
    }
  }
  return found;
}

function findingOf({ kind, name }: ForeignName, { path, line, text }: PlacedPiece): Found {
  return { kind, quote: name, path, line, sentence: sentenceAround(text, name) };
}

interface ForeignName {
  readonly kind: 'account' | 'person';
  readonly name: string;
  /** As `spoken` gives it. */
  readonly text: string;
}

function foreignNames({ all, site, accounts }: Brief): readonly ForeignName[] {
  const accountNames = accountNamesFrom(all);
  const people = personNamesFrom(all, accountNames, site.config);
  const ownAccounts = new Set([...accounts, ...site.graph.accounts.map(({ name }) => name)].map(spoken));
  const ownPeople = new Set(
    [
      ...site.graph.people.flatMap(({ name, spellings }) => [name, ...spellings.map(({ text }) => text)]),
      ...(site.config.owner === null ? [] : [site.config.owner]),
    ].map(spoken),
  );
  const noteAt = new Map(all.map((note) => [note.path, note]));
  const written = [
    ...accountNames.list.map(({ name, note }) => ({ kind: 'account' as const, name, note })),
    ...people.list.map(({ name, note }) => ({ kind: 'person' as const, name, note })),
  ].flatMap(({ kind, name, note }) => {
    const of = note === null ? undefined : noteAt.get(note);
    const others = of === undefined ? [] : [of.title, nameFromPath(of.path), ...of.aliases];
    return [name, ...others].flatMap((text) => formsOf(text).map((form) => ({ kind, name, text: form })));
  });
  const isOwn = ({ kind, name, text }: ForeignName): boolean =>
    [name, text].some((form) => ownAccounts.has(spoken(form)) || (kind === 'person' && ownPeople.has(spoken(form))));
  // The account of a name counts before the person.
  const unique = new Map(
    written
      .toReversed()
      .filter((entry) => entry.text.length > 2 && !isOwn(entry))
      .map((entry) => [entry.text, entry]),
  );
  return [...unique.values()].sort((a, b) => compareText(a.text, b.text));
}

/** A name, and the name without its gaps. */
function formsOf(name: string): readonly string[] {
  const words = spoken(name);
  const squeezed = words.replaceAll(' ', '');
  return squeezed === words || squeezed.length < SQUEEZED ? [words] : [words, squeezed];
}

/** A text as names in it are compared: case, width, accents, invisible signs, and what parts words in names of files and addresses do not count. */
function spoken(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[-‐-―_+./\\]+/gu, ' ');
  return foldedText(plain.replace(/\s+/gu, ' ').trim()).text;
}

/** Where a word ends, also when an `s` is put behind it. */
function isEnd(text: string, end: number): boolean {
  return !isLetter(text[end]) || (text[end] === 's' && !isLetter(text[end + 1]));
}

function sentenceAround(text: string, name: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(name.toLowerCase()));
  const start = Math.max(0, text.lastIndexOf('. ', at) + 1);
  const stop = text.indexOf('. ', at + name.length);
  const sentence = text.slice(start, stop === -1 ? undefined : stop + 1).trim();
  return sentence.length <= SENTENCE ? sentence : `${sentence.slice(0, SENTENCE)}…`;
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}
