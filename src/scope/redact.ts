/** What stands for a word that is blacked out. Always as long, so that it does not tell how long the word was. */
export const BAR = '█████';

/** Blacks out texts in a string; returns the string itself where there are none. */
export type Redactor = (text: string) => string;

const EMAIL = /(?:"[^"\n]{1,64}"|[\p{L}\p{N}._%+'’-]+)[@＠﹫][\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}/gu;

/** Pictures written out, and files that go by their digest: letters of chance, which are no words. */
const NO_WORDS = /(data:image\/[a-z]{2,8};base64,[A-Za-z0-9+/=]+|(?<![0-9a-z])[0-9a-f]{32}\.[a-z0-9]{1,10}(?![0-9a-z]))/u;

/**
 * Blacks out words wherever they stand: case does not count, and white space may be written as any white space, `%20`, `+`, `_`, `-`, `/`, as in
 * addresses and tags, or left out. `emails`: e-mail addresses too.
 */
export function redactorOf(words: readonly string[], emails: boolean): Redactor {
  // Longest first: a word may be a part of another.
  const forms = [...new Set(words.flatMap(formsOf))].filter((form) => form !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = forms.length === 0 ? null : new RegExp(forms.map(patternOf).join('|'), 'giu');
  const plain: Redactor = (text) => {
    const barred = pattern === null ? text : text.replace(pattern, BAR);
    return emails && /[@＠﹫]/u.test(barred) ? barred.replace(EMAIL, BAR) : barred;
  };
  return (text) => {
    if (!NO_WORDS.test(text)) return plain(text);
    return text
      .split(NO_WORDS)
      .map((part, i) => (i % 2 === 0 ? plain(part) : part))
      .join('');
  };
}

/** A word as it may be written: composed and decomposed, and in capitals, which write some letters as two. */
function formsOf(word: string): readonly string[] {
  const plain = word.trim();
  const composed = plain.normalize('NFC');
  return [composed, plain.normalize('NFD'), plain.normalize('NFKC'), composed.toUpperCase()];
}

/** Signs that are typed for one another. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^['’‘ʼ`´]$/u, "['’‘ʼ`´]"],
  [/^[-‐‑‒–—]$/u, '[-‐‑‒–—]'],
];

function patternOf(word: string): string {
  return word
    .split(/\s+/u)
    .map((part) => {
      const literal = Array.from(part, (sign) => ALIKE.find(([of]) => of.test(sign))?.[1] ?? escaped(sign)).join('');
      const encoded = encodeURIComponent(part);
      return encoded === part ? literal : `(?:${literal}|${escaped(encoded)})`;
    })
    .join(GAP);
}

/** What may stand between two words of one: white space, what stands for it in names, tags and addresses, signs that nobody sees; or nothing. */
const GAP = '(?:%20|[\\s+_/.\\u00ad\\u200b-\\u200d\\u2060-])*';

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}

/** How data is redacted. */
export interface RedactOptions {
  /** Names of properties whose strings are no text of people. */
  readonly kept?: ReadonlySet<string>;
  /** Keys of objects are words of people, too: those of frontmatter, not those of a tree. */
  readonly keys?: boolean;
}

/** A copy of plain data with every string redacted. */
export function redactData<T>(data: T, redact: Redactor, options: RedactOptions = {}): T {
  return redacted(data, redact, options) as T;
}

function redacted(data: unknown, redact: Redactor, options: RedactOptions): unknown {
  if (typeof data === 'string') return redact(data);
  if (Array.isArray(data)) return data.map((entry) => redacted(entry, redact, options));
  if (typeof data !== 'object' || data === null) return data;
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(data));
  for (const [key, value] of Object.entries(data))
    copy[options.keys ? redact(key) : key] = options.kept?.has(key) ? value : redacted(value, redact, options);
  return copy;
}
