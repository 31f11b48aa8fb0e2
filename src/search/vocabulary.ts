import { TokenCounts } from './token-counts.ts';
import { keyOf, spacedRuns } from './words.ts';

/**
 * The words of a site, for readers who mistype: read by the browser only when a query has no result. Words of the names of accounts and
 * people always, others as long as there is room, the most frequent first. The same notes give the same text.
 */
export interface Vocabulary {
  readonly count: (texts: VocabularyTexts) => void;
  readonly text: () => string;
}

export interface VocabularyTexts {
  /** Names of an account or a person. */
  readonly names: readonly string[];
  /** Title and other names of a page. */
  readonly titles: readonly string[];
  readonly passages: readonly string[];
}

/** One word that a query can be mended to. */
export interface KnownWord {
  /** As it is written. */
  readonly word: string;
  readonly key: string;
  /** Logarithm of how often it stands on the site, 0 to 9. */
  readonly weight: number;
  readonly name: boolean;
}

/** Words in the file at most: about 200 KB, a third of it packed. */
const MOST_WORDS = 20_000;
/** A word of a title counts as so many of a text. */
const TITLE = 8;

const EDGES = /^[^\p{L}]+|[^\p{L}\p{M}]+$/gu;
const WORD = /^\p{L}(?:[\p{L}\p{M}]|['’-](?=\p{L}))*$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SHORTEST = 3;
const LONGEST = 24;

export function vocabulary(): Vocabulary {
  // What stands between spaces; what of it is a word is found out once for each, at the end.
  const plain = new TokenCounts();
  const names = new TokenCounts();
  return {
    count: (texts) => {
      for (const name of texts.names) names.add(name, TITLE);
      for (const title of texts.titles) plain.add(title, TITLE);
      for (const passage of texts.passages) plain.add(passage, 1);
    },
    text: () => write(chosen(plain, names)),
  };
}

interface Counted {
  readonly key: string;
  count: number;
  name: boolean;
  readonly spellings: Map<string, number>;
}

function chosen(plain: TokenCounts, names: TokenCounts): readonly Counted[] {
  const words = new Map<string, Counted>();
  const take = (counts: TokenCounts, name: boolean): void => {
    for (const [token, count] of counts.entries()) {
      for (const part of spacedRuns(token).split(/[\s/]+/u)) {
        const word = part.replace(EDGES, '').normalize('NFC');
        if (word.length < SHORTEST || word.length > LONGEST || !WORD.test(word) || UNSPACED.test(word)) continue;
        const key = keyOf(word);
        const known: Counted = words.get(key) ?? { key, count: 0, name: false, spellings: new Map() };
        known.count += count;
        known.name ||= name;
        const spelling = name ? word : word.toLowerCase();
        known.spellings.set(spelling, (known.spellings.get(spelling) ?? 0) + (name ? 1_000_000 : count));
        words.set(key, known);
      }
    }
  };
  take(plain, false);
  take(names, true);
  return [...words.values()]
    .sort((a, b) => Number(b.name) - Number(a.name) || b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_WORDS);
}

/** One word a line, sorted: letters shared with the line before (one digit of base 36), the rest, its weight, `!` for a name. */
function write(words: readonly Counted[]): string {
  const spelled = words.map(({ count, name, spellings }) => {
    const [[word = ''] = []] = [...spellings].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return { word, mark: `${Math.min(9, Math.floor(Math.log2(count)))}${name ? '!' : ''}` };
  });
  let before = '';
  const lines = spelled
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, mark }) => {
      let shared = 0;
      while (shared < word.length && word[shared] === before[shared]) shared += 1;
      before = word;
      return `${shared.toString(36)}${word.slice(shared)}${mark}\n`;
    });
  return lines.join('');
}

/** Reads what `vocabulary` wrote; lines it would not have written are left out. */
export function readVocabulary(text: string): readonly KnownWord[] {
  const words: KnownWord[] = [];
  let before = '';
  for (const line of text.split('\n')) {
    const [, shared = '', rest = '', weight = '', name] = /^([\da-z])(.*?)(\d)(!?)$/u.exec(line) ?? [];
    if (shared === '') continue;
    before = before.slice(0, Number.parseInt(shared, 36)) + rest;
    words.push({ word: before, key: keyOf(before), weight: Number(weight), name: name === '!' });
  }
  return words;
}
