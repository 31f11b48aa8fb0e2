import { codeSpans, withoutCode } from './code-spans.ts';
import { nameFromText } from './properties.ts';

/** `@Name` or `@[[Name]]`: at the start or after white space, so no part of an e-mail address. */
const MENTION = /(?:^|\s)@(?:(\[\[[^[\]|#\n]+(?:[#|][^[\]\n]*)?\]\])|(\p{L}[\p{L}\p{M}\p{N}._-]*)(?![\p{L}\p{M}\p{N}._@-]))/gu;
/** A word as names have them, right behind the one before. */
const NAME_WORD = /[ \u00a0]+(\p{L}[\p{L}\p{M}\p{N}.’'-]*)(?![\p{L}\p{M}\p{N}_@])/guy;
const TAG = /(?:^|\s)#([^\s!@#$%^&*(),.?":{}|<>]+)/gu;
const COMMENT_MARK = /`+|(?<!%)%%(?!%)|<!--|-->/gu;

/** Tags of a description without `#`, in order, as the Tasks plugin reads them (digits allowed), code spans left out. */
export function tagsOfDescription(description: string): readonly string[] {
  if (!description.includes('#')) return [];
  return [...withoutCode(description).matchAll(TAG)].map((match) => match[1] ?? '');
}

/**
 * What a person reads of a description, and whom it names. Tags are taken out. The owner is the last `@Name` or `@[[Name]]` outside code; it is
 * taken out where it stands at the start or the end (punctuation after it stays) and keeps its name or link, without `@`, where it is part of
 * the sentence. `more`: how many of the words behind the `@Name` belong to the name, which only who knows the people can tell.
 */
export function readDescription(description: string, more = 0): { readonly text: string; readonly owner: string | null } {
  const { untagged, mention } = ownerIn(description);
  if (mention === null) return { text: untagged, owner: null };
  const { at, link } = mention;
  const written = more === 0 ? mention.written : mention.written + (wordsBehind(untagged, mention)[more - 1]?.upTo ?? '');
  const owner = link ? nameFromText(written) : written.replace(/\s+/gu, ' ');
  const before = untagged.slice(0, at).trimEnd();
  const after = untagged.slice(at + 1 + written.length);
  if (before === '') return { text: after.replace(/^\s*[:,;–—-]?\s+/u, '').trim(), owner };
  if (/^[\s\p{P}]*$/u.test(after)) return { text: (before + after).trim(), owner };
  return { text: `${before} ${written}${after}`.trim(), owner };
}

/** The words behind the `@Name` of a description that may go on with the name, in order, `most` at most; none behind a link. */
export function wordsBehindOwner(description: string, most: number): readonly string[] {
  const { untagged, mention } = ownerIn(description);
  return mention === null
    ? []
    : wordsBehind(untagged, mention)
        .slice(0, most)
        .map(({ word }) => word);
}

/** Where a text names its owner. */
interface OwnerMention {
  /** Of the `@`. */
  readonly at: number;
  /** What stands behind the `@`: a word, or a link with its brackets. */
  readonly written: string;
  readonly link: boolean;
}

function ownerIn(description: string): { readonly untagged: string; readonly mention: OwnerMention | null } {
  const untagged = description.includes('#') ? withoutTags(description) : description;
  const match = untagged.includes('@') ? [...withoutCode(untagged).matchAll(MENTION)].at(-1) : undefined;
  if (match === undefined) return { untagged, mention: null };
  const [whole, link, word = ''] = match;
  const written = link ?? word.replace(/[._-]+$/u, '');
  return { untagged, mention: { at: match.index + whole.indexOf('@'), written, link: link !== undefined } };
}

/** Words parted by spaces alone; `upTo` is the text from the end of the `@Name` to that of the word. */
function wordsBehind(untagged: string, { at, written, link }: OwnerMention): readonly { readonly word: string; readonly upTo: string }[] {
  if (link) return [];
  const words: { word: string; upTo: string }[] = [];
  const after = untagged.slice(at + 1 + written.length);
  for (const match of after.matchAll(NAME_WORD)) {
    const word = (match[1] ?? '').replace(/[.’'-]+$/u, '');
    words.push({ word, upTo: after.slice(0, match.index + match[0].indexOf(word) + word.length) });
    // What ends in a point ends the name.
    if (!match[0].endsWith(word)) break;
  }
  return words;
}

/** The text without `%%…%%` and `<!-- … -->` on it, those in code spans kept: comments are the author's own, even at the end of a task. */
export function withoutComments(text: string): string {
  if (!text.includes('%%') && !text.includes('<!--')) return text;
  const marks = commentMarks(text);
  const lastOf = new Map(marks.map(({ mark, index }) => [mark, index]));
  const kept: string[] = [];
  let from = 0;
  let open: { readonly mark: string; readonly index: number } | null = null;
  for (const { mark, index } of marks) {
    if (open === null) {
      // An opener that nothing closes is text.
      const closes = mark !== '-->' && (lastOf.get(mark === '%%' ? '%%' : '-->') ?? -1) > index;
      if (closes) open = { mark, index };
    } else if (mark === (open.mark === '%%' ? '%%' : '-->')) {
      kept.push(text.slice(from, open.index));
      from = index + mark.length;
      if (text[open.index - 1] === ' ' && text[from] === ' ') from += 1;
      open = null;
    }
  }
  return [...kept, text.slice(from)].join('').trim();
}

/** Comment marks outside code spans; only two percent signs are one, three or more are not. */
function commentMarks(text: string): readonly { readonly mark: string; readonly index: number }[] {
  const spans = new Map(codeSpans(text));
  const marks: { mark: string; index: number }[] = [];
  COMMENT_MARK.lastIndex = 0;
  for (let match = COMMENT_MARK.exec(text); match !== null; match = COMMENT_MARK.exec(text)) {
    const [mark] = match;
    if (mark.startsWith('`')) COMMENT_MARK.lastIndex = spans.get(match.index) ?? COMMENT_MARK.lastIndex;
    else marks.push({ mark, index: match.index });
  }
  return marks;
}

function withoutTags(description: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const match of withoutCode(description).matchAll(TAG)) {
    kept.push(description.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...kept, description.slice(from)].join('').trim();
}
