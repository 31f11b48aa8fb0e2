/** What stands for a word that is blacked out. Always as long, so that it does not tell how long the word was. */
export const BAR = '█████';

/** Blacks out texts in a string; returns the string itself where there are none. */
export type Redactor = (text: string) => string;

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}/gu;

/**
 * Blacks out words wherever they stand: case does not count, and white space may be written as any white space, `%20`, `+`, `_` or `-`, as in
 * addresses. `emails`: e-mail addresses too.
 */
export function redactorOf(words: readonly string[], emails: boolean): Redactor {
  // Longest first: a word may be a part of another.
  const forms = [...new Set(words.flatMap(formsOf))].filter((form) => form !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = forms.length === 0 ? null : new RegExp(forms.map(patternOf).join('|'), 'giu');
  return (text) => {
    const barred = pattern === null ? text : text.replace(pattern, BAR);
    return emails && barred.includes('@') ? barred.replace(EMAIL, BAR) : barred;
  };
}

/** A word as it may be written: composed and decomposed. */
function formsOf(word: string): readonly string[] {
  const plain = word.trim();
  return [plain.normalize('NFC'), plain.normalize('NFD'), plain.normalize('NFKC')];
}

function patternOf(word: string): string {
  return word
    .split(/\s+/u)
    .map((part) => {
      const literal = part.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
      const encoded = encodeURIComponent(part);
      return encoded === part ? literal : `(?:${literal}|${encoded.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&')})`;
    })
    .join('(?:\\s|%20|[+_\\u00a0-])+');
}

/** A copy of plain data with every string redacted, keys of objects included; `kept` names properties whose strings are no text of people. */
export function redactData<T>(data: T, redact: Redactor, kept: ReadonlySet<string> = new Set()): T {
  return redacted(data, redact, kept) as T;
}

function redacted(data: unknown, redact: Redactor, kept: ReadonlySet<string>): unknown {
  if (typeof data === 'string') return redact(data);
  if (Array.isArray(data)) return data.map((entry) => redacted(entry, redact, kept));
  if (typeof data !== 'object' || data === null) return data;
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(data));
  for (const [key, value] of Object.entries(data)) copy[redact(key)] = kept.has(key) ? value : redacted(value, redact, kept);
  return copy;
}
