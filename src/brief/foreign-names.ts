import { compareText } from '../diagnostics/order.ts';
import { accountNamesFrom } from '../graph/account-names.ts';
import { automatonFrom } from '../graph/automaton.ts';
import { foldedText } from '../graph/fold.ts';
import { personNamesFrom } from '../graph/person-names.ts';
import { nameFromPath } from '../notes/title.ts';
import { piecesOf, piecesOfFile } from './audit-text.ts';
import type { Brief } from './brief-site.ts';
import { type Found, foldedName } from './finding.ts';

const SENTENCE = 160;

/** Names of other accounts, and of people the brief's own notes do not know, wherever the text has them as whole words. */
export function foreignNamesIn({ all, notes, texts, site, accounts }: Brief): readonly Found[] {
  const names = foreignNames(all, site, accounts);
  const find = automatonFrom(names.map(({ text }) => text));
  const found: Found[] = [];
  const sources = [
    ...notes.map((profiled) => ({ path: profiled.original, pieces: piecesOf(profiled) })),
    ...texts.map((file) => ({ path: file.path, pieces: piecesOfFile(file) })),
  ];
  for (const { path, pieces } of sources) {
    const seen = new Set<string>();
    for (const { line, text } of pieces) {
      const folded = foldedText(text);
      for (const { pattern, start, end } of find(folded.text)) {
        const name = names[pattern];
        if (name === undefined || isLetter(folded.text[start - 1]) || isLetter(folded.text[end])) continue;
        const key = `${name.text} ${line}`;
        if (seen.has(key)) continue;
        seen.add(key);
        found.push({ kind: name.kind, quote: name.name, path, line, sentence: sentenceAround(text, name.name) });
      }
    }
  }
  return found;
}

interface ForeignName {
  readonly kind: 'account' | 'person';
  readonly name: string;
  /** Folded. */
  readonly text: string;
}

function foreignNames(all: Brief['all'], site: Brief['site'], accounts: readonly string[]): readonly ForeignName[] {
  const accountNames = accountNamesFrom(all);
  const people = personNamesFrom(all, accountNames, site.config);
  const own = new Set(
    [
      ...accounts,
      ...site.graph.accounts.map(({ name }) => name),
      ...site.graph.people.flatMap(({ name, spellings }) => [name, ...spellings.map(({ text }) => text)]),
      ...(site.config.owner === null ? [] : [site.config.owner]),
    ].map(foldedName),
  );
  const noteAt = new Map(all.map((note) => [note.path, note]));
  const written = [
    ...accountNames.list.map(({ name, note }) => ({ kind: 'account' as const, name, note })),
    ...people.list.map(({ name, note }) => ({ kind: 'person' as const, name, note })),
  ].flatMap(({ kind, name, note }) => {
    const of = note === null ? undefined : noteAt.get(note);
    const others = of === undefined ? [] : [of.title, nameFromPath(of.path), ...of.aliases];
    return [name, ...others].map((text) => ({ kind, name, text: foldedName(text) }));
  });
  const unique = new Map(
    written.filter(({ name, text }) => text.length > 2 && !own.has(text) && !own.has(foldedName(name))).map((entry) => [entry.text, entry]),
  );
  return [...unique.values()].sort((a, b) => compareText(a.text, b.text));
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
