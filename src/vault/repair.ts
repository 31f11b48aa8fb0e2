import { BYTE_TABLES, type ByteTable, type Codepage, type Sequence, sequencesFrom } from './codepage.ts';
import { mendLossyRuns } from './repair-lossy.ts';
import { joinRuns, type Run, runsFrom, runsOutsideCode } from './repair-runs.ts';
import type { Repair } from './vault.ts';

/** A text after mending: what changed, and what still looks damaged. */
export interface Mended {
  readonly text: string;
  /** In order of place. */
  readonly repairs: readonly Repair[];
  /** Pieces that look damaged but could not be mended with certainty; in order of place. */
  readonly damaged: readonly { readonly line: number; readonly text: string }[];
}

// Every strong character is E2 + two bytes or F0 9F + two bytes when encoded.
const MAYBE_EVIDENCE = /â[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ðğ][Ÿ\u009f]/u;
// Beginnings of damaged sequences that no language writes.
const UNMISTAKABLE = /â€|[ðğ]Ÿ|ï¿½|Ã[¢ƒ‚]|[\u00c2-\u00f4][\u0080-\u009f]/u;
// `cafÃ©`, `HÃ´tel`: a capital Ã inside a word with a sign behind it. Quotation marks may stand behind a real one (`«AMANHÃ»`), not after a small letter.
const LETTER_DAMAGE = /[a-z]Ã[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|[A-Z]Ã[¡-ª¬-º¼-¿]/u;

/**
 * Mends UTF-8 text that was once read as Windows-1252 or Windows-1254, undefined bytes dropped or kept (`â€™` → `’`). It changes nothing
 * unless the text holds a sequence that decodes to a character which damaged text has and clean text does not spell that way (typographic
 * marks, arrows, emoji); then, in the code page with most such evidence, it replaces every sequence that decodes to a letter, number,
 * punctuation or symbol, and again as long as evidence is left (text damaged twice). Emoji of task lines that lost a byte are put back by
 * their place. Code is left alone. Never throws; mending mended text changes nothing; clean text costs a few substring searches.
 */
export function repairText(text: string): Mended {
  const evidence = mayBeDamaged(text) && MAYBE_EVIDENCE.test(text);
  if (!evidence && !(text.includes('Ã') && LETTER_DAMAGE.test(text))) return { text, repairs: [], damaged: [] };
  const runs = runsOutsideCode(text);
  const pages = evidence ? mendRuns(runs, null) : [];
  // A mark put back can complete the damaged sequence before it; every round makes the text shorter, so this ends.
  for (let again = pages.length > 0; again; again = mendRuns(runs, null).length > 0) mendLossyRuns(runs, text, pages);
  return { text: joinRuns(text, runs), repairs: runs.flatMap(repairsOfRun), damaged: damageLeft(runs, text, pages) };
}

/**
 * A single name (file name, link target) mended by the same rule, for comparing damaged and sound spellings. With `hint`, the code page that
 * the note around it was damaged by, no further evidence is needed.
 */
export function repairName(name: string, hint: Codepage | null = null): string {
  if (hint === null && !(mayBeDamaged(name) && MAYBE_EVIDENCE.test(name))) return name;
  const runs = runsFrom(name);
  mendRuns(runs, hint);
  return joinRuns(name, runs);
}

function mayBeDamaged(text: string): boolean {
  return text.includes('â') || text.includes('ğ') || text.includes('ð');
}

/** Rounds of replacing, until neither evidence nor text that was damaged twice is left; returns the code pages used. */
function mendRuns(runs: readonly Run[], hint: Codepage | null): readonly Codepage[] {
  const used: Codepage[] = [];
  let page = hint ?? codepageOf(runs);
  while (page !== null) {
    if (!used.includes(page)) used.push(page);
    const isDouble = damagedTwice(runs, BYTE_TABLES[page]);
    for (const run of runs) replaceSequences(run, page, isDouble);
    const unfinished = runs.some(({ damagedTwice }) => damagedTwice);
    page = codepageOf(runs) ?? (unfinished ? page : null);
  }
  return used;
}

/** The code page with most evidence; at a tie `ğŸ` speaks for 1254. Null when there is no evidence. */
function codepageOf(runs: readonly Run[]): Codepage | null {
  let count1252 = 0;
  let count1254 = 0;
  let turkish = false;
  for (const { current } of runs) {
    if (!MAYBE_EVIDENCE.test(current)) continue;
    count1252 += countStrong(current, BYTE_TABLES['windows-1252']);
    count1254 += countStrong(current, BYTE_TABLES['windows-1254']);
    turkish ||= /ğ[Ÿ\u009f]/u.test(current);
  }
  if (count1252 === 0 && count1254 === 0) return null;
  if (count1252 === count1254) return turkish ? 'windows-1254' : 'windows-1252';
  return count1252 > count1254 ? 'windows-1252' : 'windows-1254';
}

function countStrong(text: string, table: ByteTable): number {
  return sequencesFrom(text, table).filter(({ character }) => STRONG.test(character) && REPLACEABLE.test(character)).length;
}

// Typographic punctuation, euro, trade mark, arrows, check marks, the emoji of the Tasks plugin, pictographs.
const STRONG = /[\u2010-\u2027\u2030-\u203f€™\u2190-\u21ff✓✗⏫⏬⏳⌛➕✅❌⛔🆔\u{1f300}-\u{1faff}]/u;
const REPLACEABLE = /[\p{L}\p{N}\p{P}\p{S}]|\ufe0f/u;
const VISIBLE = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;
const REPLACEABLE_TWO_BYTES = /[\p{L}°·«»©®§±×½]/u;

function replaceSequences(run: Run, codepage: Codepage, isDouble: boolean): void {
  const { line, current } = run;
  const table = BYTE_TABLES[codepage];
  const sequences = sequencesFrom(current, table);
  const inner = isDouble ? innerSequences(current, table) : NO_OFFSETS;
  let mended = '';
  let at = 0;
  const repairs: Repair[] = [];
  for (const sequence of sequences) {
    if (!(isReplaceable(sequence) || inner.has(sequence.index) || (run.damagedTwice && VISIBLE.test(sequence.character)))) continue;
    const { index, length, character } = sequence;
    mended += current.slice(at, index) + character;
    at = index + length;
    repairs.push({ line, from: current.slice(index, at), to: character, codepage, lossy: false });
  }
  run.damagedTwice = inner.size > 0;
  if (repairs.length === 0) return;
  run.current = mended + current.slice(at);
  run.rounds.push(repairs);
}

function isReplaceable({ character, length }: Sequence): boolean {
  return (length === 2 ? REPLACEABLE_TWO_BYTES : REPLACEABLE).test(character);
}

const NO_OFFSETS: ReadonlySet<number> = new Set();

/** True when what the sequences of a text decode to holds evidence again. Two marks in a row may look like one letter; they are no evidence. */
function damagedTwice(runs: readonly Run[], table: ByteTable): boolean {
  return runs.some(({ current }) => adjacentSequences(current, table).some((group) => countAnyStrong(decodedText(group)) > 0));
}

/** The code page of the first damage may be another than that of the last: where a letter differs, the last hides which it was. */
function countAnyStrong(text: string): number {
  return Math.max(...Object.values(BYTE_TABLES).map((table) => countStrong(text, table)));
}

/** The sequences that stand next to each other and decode to a damaged sequence once more. */
function innerSequences(text: string, table: ByteTable): ReadonlySet<number> {
  const inner = new Set<number>();
  for (const group of adjacentSequences(text, table)) {
    const text = decodedText(group);
    for (const { index, length } of Object.values(BYTE_TABLES).flatMap((first) => sequencesFrom(text, first))) {
      for (const sequence of group.slice(index, index + length)) inner.add(sequence.index);
    }
  }
  return inner;
}

// Characters of the code pages are one UTF-16 unit each; others are no part of a sequence, so a stand-in will do.
function decodedText(group: readonly Sequence[]): string {
  return group.map(({ character }) => (character.length === 1 ? character : ' ')).join('');
}

function adjacentSequences(text: string, table: ByteTable): readonly (readonly Sequence[])[] {
  const groups: Sequence[][] = [];
  let end = -1;
  for (const sequence of sequencesFrom(text, table)) {
    if (sequence.index === end) groups.at(-1)?.push(sequence);
    else groups.push([sequence]);
    end = sequence.index + sequence.length;
  }
  return groups;
}

/** One repair a sequence; text damaged more than once is logged as a whole, since its steps mean nothing to a reader. */
function repairsOfRun({ rounds, line, original, current }: Run): readonly Repair[] {
  const [first, second] = rounds;
  if (first === undefined) return [];
  if (second === undefined || second[0]?.lossy) return rounds.flat();
  const lossy = rounds.some((repairs) => repairs.some((repair) => repair.lossy));
  return [{ line, from: original, to: current, codepage: first[0]?.codepage ?? 'windows-1252', lossy }];
}

function damageLeft(runs: readonly Run[], text: string, pages: readonly Codepage[]): Mended['damaged'] {
  const tables = pages.map((page) => BYTE_TABLES[page]);
  return runs
    .filter(
      ({ start, current }) =>
        UNMISTAKABLE.test(current) ||
        LETTER_DAMAGE.test((text[start - 1] ?? '') + current) ||
        tables.some((table) => sequencesFrom(current, table).length > 0),
    )
    .map(({ line, current }) => ({ line, text: current }));
}
