/** A generator of numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

type Random = () => number;

/** What Markdown, Obsidian, HTML and Unicode make something special of. */
export const TOKENS = [
  ...[
    '[[',
    ']]',
    '![[',
    '[[#',
    '|',
    '\\|',
    '#^',
    '[[a|b]]',
    '![[a.png|100]]',
    '](',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](<',
    '[x](y "z")',
    '[^',
    '[^1]',
    '^[',
  ],
  ...[
    '%%',
    '\n%%\n',
    '%%%',
    '==',
    '=',
    '$',
    '$$',
    '\n$$\n',
    '**',
    '*',
    '_',
    '__',
    '~~',
    '~',
    '`',
    '``',
    '\n```\n',
    '\n~~~\n',
    '\n```mermaid\n',
    '```',
  ],
  ...[
    '\n> [!note] ',
    '\n> [!warning]- ',
    '\n> ',
    '> > ',
    '[!',
    '\n- ',
    '\n- [',
    '- [ ] ',
    '- [x]',
    '\n1. ',
    '\n* ',
    '\n+ ',
    '\n    ',
    '\n\t',
    '\n# ',
    '\n###### ',
  ],
  ...[
    ' ^id',
    '\n^id\n',
    '^',
    '#tag',
    '#',
    '@',
    '@Ann',
    '::',
    '[due:: 2026-01-02]',
    '📅 2026-01-02',
    '🔁 every week',
    '⏫',
    '\n---\n',
    '\n***\n',
    '\n===\n',
  ],
  ...[
    '\n| a | b |\n|--|--|\n| ',
    '\n|-|\n',
    '\n\n[^1]: ',
    '\n[a]: <',
    '\n[a]: b "c',
    '\\',
    '\\\n',
    '  \n',
    '&',
    '&amp;',
    '&#0;',
    '&#xD800;',
    '&nosuch;',
  ],
  ...[
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<details><summary>',
    '<table>',
    '<td>',
    '<p>',
    '</p>',
    '<a href="',
    '<img src=x>',
    '<script>',
    '</script>',
    '<style>',
    '<',
  ],
  ...[
    '>',
    '<!--',
    '-->',
    '<?',
    '<![CDATA[',
    '<!x',
    'https://',
    'www.',
    'a@b.org',
    'javascript:',
    '<https://a.org>',
    '\n<pre>\n',
    '\n<svg>\n',
    '<br>',
    '<math>',
  ],
  ...[
    '\t',
    '\u00a0',
    '\u202f',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u061c',
    'שלום',
    '👩‍👩‍👧‍👦',
    '🇩🇪',
    '\u2028',
    '\u2029',
    '\u0085',
    '\r\n',
    '\r',
    '\0',
    '\ufeff',
    '\ufffd',
  ],
  ...['\ud800', '\udc00', 'e\u0301', 'ﬁ', 'İ', 'ß', '\u0007', '\u007f', 'â€™', 'ğŸ“… 2026-01-02', '\n\n', '\n', ' '],
];

/** A note made from others, always the same for the same number: `changes` of the kinds below, in the text of one of them. */
export function mutatedNote(notes: readonly string[], number: number): string {
  const random = randomFrom(Math.imul(number + 1, 0x9e37_79b1) ^ number);
  let text = pick(random, notes);
  // Large notes are as good as their parts, and slow.
  if (text.length > 12_000) text = sliceOf(random, text, 12_000);
  const changes = 1 + Math.floor(random() * random() * 24);
  for (let i = 0; i < changes; i += 1) text = pick(random, CHANGES)(random, text, notes);
  return text.slice(0, 40_000);
}

type Change = (random: Random, text: string, notes: readonly string[]) => string;

const insert: Change = (random, text) => {
  const at = placeIn(random, text);
  return text.slice(0, at) + pick(random, TOKENS) + text.slice(at);
};
const wrap: Change = (random, text) => {
  const [from, to] = spanOf(random, text, 200);
  return `${text.slice(0, from)}${pick(random, TOKENS)}${text.slice(from, to)}${pick(random, TOKENS)}${text.slice(to)}`;
};
const deleteSpan: Change = (random, text) => {
  const [from, to] = spanOf(random, text, 60);
  return text.slice(0, from) + text.slice(to);
};
const repeatSpan: Change = (random, text) => {
  const [from, to] = spanOf(random, text, 40);
  return text.slice(0, from) + text.slice(from, to).repeat(2 + Math.floor(random() * 12)) + text.slice(to);
};
const splice: Change = (random, text, notes) => {
  const at = placeIn(random, text);
  return text.slice(0, at) + sliceOf(random, pick(random, notes), 1500) + (random() < 0.5 ? text.slice(at) : '');
};
const truncate: Change = (random, text) => text.slice(0, placeIn(random, text));
const deleteLine: Change = (random, text) =>
  withLines(text, (lines) => {
    lines.splice(index(random, lines), 1 + Math.floor(random() * 3));
  });
const repeatLine: Change = (random, text) =>
  withLines(text, (lines) => {
    const at = index(random, lines);
    lines.splice(at, 0, lines[at] ?? '');
  });
const swapLines: Change = (random, text) =>
  withLines(text, (lines) => {
    const [a, b] = [index(random, lines), index(random, lines)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  });
const joinLines: Change = (random, text) =>
  withLines(text, (lines) => {
    const at = index(random, lines);
    lines.splice(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`);
  });
/** Puts lines into quotes, lists, callouts or code, once or deeply. */
const nest: Change = (random, text) =>
  withLines(text, (lines) => {
    const from = index(random, lines);
    const prefix = pick(random, ['> ', '>', '- ', '  ', '    ', '\t', '1. ', '> > ', '> - ', '- > ', '* * * ']).repeat(
      1 + Math.floor(random() ** 4 * 20),
    );
    for (let i = from; i < Math.min(lines.length, from + 1 + Math.floor(random() * 12)); i += 1) lines[i] = prefix + (lines[i] ?? '');
  });
const crlf: Change = (_, text) => text.replaceAll('\n', '\r\n');

const CHANGES: readonly Change[] = [
  ...[insert, insert, insert, insert, insert, insert, wrap, wrap, deleteSpan, deleteSpan, repeatSpan, splice, splice, truncate],
  ...[deleteLine, repeatLine, swapLines, swapLines, joinLines, joinLines, nest, nest, nest, crlf],
];

function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
}

function index(random: Random, lines: readonly string[]): number {
  return Math.floor(random() * lines.length);
}

function placeIn(random: Random, text: string): number {
  return Math.floor(random() * (text.length + 1));
}

function spanOf(random: Random, text: string, longest: number): readonly [number, number] {
  const from = placeIn(random, text);
  return [from, Math.min(text.length, from + Math.floor(random() * longest))];
}

function sliceOf(random: Random, text: string, longest: number): string {
  const from = text.length <= longest ? 0 : Math.floor(random() * (text.length - longest));
  return text.slice(from, from + longest);
}

function withLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}
