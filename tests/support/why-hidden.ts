import type { Note } from '../../src/notes/note.ts';

/**
 * Why a page need not show a word that stands once in a note, judged by the source around it and not by our parser; null when it should be shown. The
 * rules are wider than Markdown's: they forgive a little more than they must.
 */
export function whyHidden(note: Note, word: string): string | null {
  const { body } = note.file;
  const at = body.indexOf(word);
  if (at < 0) return 'frontmatter';
  if (note.diagnostics.some(({ message }) => message.includes(word))) return 'reported';
  const before = body.slice(0, at);
  const after = body.slice(at + word.length);
  const start = before.slice(before.lastIndexOf('\n') + 1);
  const line = start + word + after.slice(0, `${after}\n`.indexOf('\n'));
  for (const [reason, applies] of RULES) if (applies({ before, after, start, line })) return reason;
  return null;
}

interface Around {
  readonly before: string;
  readonly after: string;
  /** The part of the word's line before it, and the whole line. */
  readonly start: string;
  readonly line: string;
}

const DROPPED =
  /<(\/?)(?:applet|audio|canvas|embed|frame\w*|iframe|math|no\w+|object|option|script|select|style|svg|template|textarea|title|video|xmp)\b/giu;

const PERCENTS = /(?<!%)%%(?!%)/u;

const RULES: readonly (readonly [string, (around: Around) => boolean])[] = [
  ['HTML comment', ({ before }) => before.lastIndexOf('<!--') > before.lastIndexOf('-->')],
  ['comment', ({ before }) => before.split(PERCENTS).length % 2 === 0 || /(?:^|\n)[\s>]*%%[ \t]*\n/u.test(before)],
  ['comment', ({ before, after }) => PERCENTS.test(before.slice(-800)) && PERCENTS.test(after.slice(0, 800))],
  [
    'target of a wikilink with a text',
    ({ start, after }) => /\[\[(?:(?!\]\])[^\n])*$/u.test(start) && /^(?:(?!\]\])[^\n])*\|/u.test(after),
  ],
  ['part of a picture', ({ start }) => /!\[\[[^\]|]*\.(?:svg|png|jpg|gif|webp)#[^\]]*$/iu.test(start)],
  ['field of a task that is there twice', ({ start, line }) => start.includes('🔁') && line.split('🔁').length > 2],
  ['target or title of a link', ({ before }) => /\]\([^)]*(?:\([^)]*\)[^)]*)*$/u.test(before.slice(-400))],
  ['link definition', ({ before }) => /(?:^|\n)[\s>*+\d.)-]*\[[^\]]+\]:[^\n]*(?:\n[^\n]+){0,2}$/u.test(before.slice(-400))],
  ['label of a link definition', ({ line }) => /^[\s>*+\d.)-]*\[[^\]]*\]:/u.test(line)],
  ['tag of raw HTML', ({ before, after }) => /<[a-z/!?](?:[^<>]*|[^<>]*="[^"]*)$/iu.test(before.slice(-600)) && after.includes('>')],
  ['dropped element', ({ before }) => [...before.matchAll(DROPPED)].at(-1)?.[1] === ''],
  ['comment of a query', ({ before, start }) => /^[\s>*+\d.)-]*#/u.test(start) && /(?:```|~~~)tasks/u.test(before)],
  ['info of a fence', ({ start }) => /^[\s>*+\d.)-]*(?:```|~~~)/u.test(start)],
  ['type of a callout', ({ start, after }) => /\[![^\]]*$/u.test(start) && /^[^\n]*\]/u.test(after)],
];
