import { codeSpans, withoutCode } from './code-spans.ts';
import { nameFromText } from './properties.ts';

/** `@Name` or `@[[Name]]`: at the start or after white space, so no part of an e-mail address. */
const MENTION = /(?:^|\s)@(?:(\[\[[^[\]|#\n]+(?:[#|][^[\]\n]*)?\]\])|(\p{L}[\p{L}\p{M}\p{N}._-]*)(?![\p{L}\p{M}\p{N}._@-]))/gu;
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
 * the sentence.
 */
export function readDescription(description: string): { readonly text: string; readonly owner: string | null } {
  const untagged = description.includes('#') ? withoutTags(description) : description;
  const mention = untagged.includes('@') ? [...withoutCode(untagged).matchAll(MENTION)].at(-1) : undefined;
  if (mention === undefined) return { text: untagged, owner: null };
  const [, link, word = ''] = mention;
  const written = link ?? word.replace(/[._-]+$/u, '');
  const owner = link === undefined ? written : nameFromText(link);
  const at = mention.index + mention[0].indexOf('@');
  const before = untagged.slice(0, at).trimEnd();
  const after = untagged.slice(at + 1 + written.length);
  if (before === '') return { text: after.replace(/^\s*[:,;–—-]?\s+/u, '').trim(), owner };
  if (/^[\s\p{P}]*$/u.test(after)) return { text: (before + after).trim(), owner };
  return { text: `${before} ${written}${after}`.trim(), owner };
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
