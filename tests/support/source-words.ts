import { parseFragment } from 'parse5';

/**
 * The words of a note's source that its page must show, found without a parser of Markdown: by patterns, line by line. Left out, by rule:
 *
 * - the frontmatter, which pages show in a form of their own;
 * - comments, `%%…%%` and `<!-- … -->`, and comment lines of queries (Obsidian's rule);
 * - targets of links that have a text, link definitions, block ids, marks and labels of footnotes, the info of a fence, types of callouts;
 * - what an embed names: the page shows it instead, or says that it is missing;
 * - raw HTML's tags, and elements that are dropped with what they hold;
 * - markers: of headings, lists (numbers too), boxes, tables, quotes;
 * - fields of tasks (dates, priorities, the tags `#task` and `#proposed`), which are drawn as chips in words of their own, and owners;
 * - formulas, which are drawn as MathML;
 * - the lines of a meeting's head, which are drawn as the head of the page, with dates and people spelt out. `tests/cases` judges them.
 */
export function sourceWords(source: string): readonly string[] {
  const lines = withoutFrontmatter(source.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n')).split('\n');
  const words: string[] = [];
  let prose: string[] = [];
  let fence = '';
  let info = '';
  const flush = (): void => {
    words.push(...wordsOf(proseText(prose.join('\n'))));
    prose = [];
  };
  let comment = '';
  for (const line of lines) {
    if (comment !== '') {
      if (line.includes(comment)) comment = '';
      continue;
    }
    if (fence === '' && (/^[\s>]*%%[^%]*$/u.test(line) || /^[\s>]*<!--(?!.*-->)/u.test(line))) {
      comment = line.includes('<!--') ? '-->' : '%%';
      continue;
    }
    const mark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(`{3,}|~{3,})(.*)$/u.exec(line);
    if (fence === '' && mark !== null && !(mark[2] ?? '').includes('`')) {
      flush();
      fence = mark[1] ?? '';
      info = (mark[2] ?? '').trim().split(/\s/u)[0] ?? '';
    } else if (fence !== '' && mark !== null && (mark[1] ?? '').startsWith(fence) && (mark[2] ?? '').trim() === '') fence = '';
    else if (fence === '') prose.push(line);
    else if (!(info === 'tasks' && /^[\s>]*#/u.test(line))) words.push(...wordsOf(line.replace(/^[\s>]+/u, '')));
  }
  flush();
  return words;
}

/** Runs of letters and digits, in one form. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function withoutFrontmatter(source: string): string {
  const match = /^---[ \t]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/u.exec(source);
  return match === null ? source : source.slice(match[0].length);
}

const DROPPED = 'applet|button|canvas|iframe|math|noscript|object|option|script|select|style|svg|template|textarea|title|video|audio|xmp';
const DATE = String.raw`\d{4}-\d{2}-\d{2}`;
const FIELDS = new RegExp(
  String.raw`[📅📆🗓⏳⌛🛫➕✅❌]\ufe0f?\s*${DATE}|[🔺⏫🔼🔽⏬]\ufe0f?|[🏁🆔⛔]\ufe0f?\s*[\w, -]+|🔁\ufe0f?[\w ,!]+|[[(]\s*(?:due|scheduled|start|created|completion|cancelled|priority|repeat|onCompletion|id|dependsOn)::[^\])]*[\])]`,
  'gu',
);

const HEAD_LINE = /^\*\*(?:Date|Account|Attendees|Participants)\*\*:.*$/u;

function proseText(text: string): string {
  const codes: string[] = [];
  const kept = text
    // Code first: nothing in it means anything else.
    .replace(/(?<![`\\])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/gu, (whole, _ticks: string, code: string) => {
      if (/\n[ \t>]*\n/u.test(code)) return whole;
      codes.push(code);
      return `\ue000${codes.length - 1}\ue001`;
    })
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/(?:^|\n)%%[ \t]*\n[\s\S]*?(?:\n%%|$)/gu, '\n')
    .replace(/(?<!%)%%(?!%)[\s\S]*?(?<!%)%%(?!%)/gu, '')
    .replace(/\$\$[\s\S]*?\$\$/gu, ' ')
    .replace(/(?<![\\$\d])\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?!\d)/gu, ' ')
    .replace(new RegExp(`<(${DROPPED})\\b[\\s\\S]*?</\\1>`, 'giu'), ' ')
    .split('\n')
    .map(lineText)
    .join('\n');
  return decoded(kept.replace(/\ue000(\d+)\ue001/gu, (_, at: string) => codes[Number(at)]?.replaceAll('<', '&lt;') ?? ''));
}

function lineText(line: string): string {
  const task = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)+\[.\](?:\s|$)/u.test(line);
  let text = (/^\s*\|/u.test(line) ? line.replace(/(?<!\\)\|/gu, ' ¦ ') : line)
    .replace(HEAD_LINE, '')
    .replace(/^[\s>]*\[!([^\]]+)\][+-]?/u, '')
    .replace(/^[\s>]*(?:(?:[-*+]|\d+[.)])(?:\s+|$)(?:\[.\](?:\s+|$))?)*/u, '')
    .replace(/(?:\s|^|(?<=\]\]))\^[A-Za-z0-9-]+\s*$/u, '')
    .replace(/^\[\^[^\]]+\]:/u, '')
    .replace(/^\[[^\]]+\]:\s*\S+.*$/u, '');
  if (task)
    text = text
      .replace(FIELDS, ' ')
      .replace(/(?<=^|\s)#(?:task|proposed)(?=\s|$)/giu, ' ')
      .replace(/(?<=^|\s)@\p{L}[\p{L}\p{N}._-]*/gu, ' ');
  return (
    text
      .replace(/!\[\[[^\]]*\]\]/gu, ' ')
      .replace(/\[\[([^\]|]*?)\\?\|([^\]]*)\]\]/gu, '$2')
      .replace(/\[\[#?([^\]]+)\]\]/gu, '$1')
      .replace(/!\[[^\]]*\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)[^)]*\)/gu, ' ')
      .replace(/(?<!\\)\[((?:[^[\]]|\[[^[\]]*\])*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\s*\)/gu, '$1')
      .replace(/\[\^[^\]\s]+\]/gu, '')
      .replace(/<(?:https?:|mailto:)?([^\s<>]+[:@.][^\s<>]*)>/gu, '$1')
      .replace(/<\/?(?:a|b|code|del|em|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)\b[^<>]*>/giu, '')
      .replace(/<\/?[a-z][^<>]*>/giu, ' ')
      .replace(/\\(?=[!-/:-@[-`{-~])/gu, '')
      // What forms letters stands within words too.
      .replace(/\*+|~~|==/gu, '')
      .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
  );
}

/** Entities as the signs they stand for. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  const [first] = parseFragment(text.replace(/<(?=[a-z!/?])/giu, '&lt;')).childNodes;
  return first !== undefined && 'value' in first ? first.value : text;
}
