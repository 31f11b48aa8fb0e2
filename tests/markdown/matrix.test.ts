import { describe, expect, test } from 'vitest';
import { parseInline } from '../../src/markdown/parse.ts';
import type { Inline } from '../../src/markdown/tree.ts';
import { visitInlines, walkInlines } from '../../src/markdown/walk.ts';
import { parse } from '../support/tree-parts.ts';

/** Every kind of inline, as written, and the kinds its source makes, parents first, text left out. `\\|` is a pipe outside of tables as well. */
const CONSTRUCTS: Readonly<Record<string, readonly [source: string, ...kinds: readonly Inline['kind'][]]>> = {
  strong: ['**x**', 'strong'],
  emphasis: ['*x*', 'emphasis'],
  'both at once': ['***x***', 'emphasis', 'strong'],
  strike: ['~~x~~', 'strike'],
  highlight: ['==x==', 'highlight'],
  'highlight around strong': ['==a **x** b==', 'highlight', 'strong'],
  code: ['`x`', 'code'],
  'code with a pipe': ['`` x ` y ``', 'code'],
  math: ['$x^2$', 'math'],
  'display math': ['a $$x$$ b', 'math'],
  wikilink: ['[[x]]', 'link'],
  'wikilink with a text': ['[[x\\|y **z**]]', 'link', 'strong'],
  'wikilink to a part': ['[[x#y#z]]', 'link'],
  'Markdown link': ['[y](x.md "t")', 'link'],
  'link out': ['[y](https://x.org)', 'external'],
  autolink: ['<https://x.org>', 'external'],
  'bare address': ['https://x.org', 'external'],
  'bare mail address': ['a@x.org', 'external'],
  embed: ['a ![[x.png\\|100]]', 'embed'],
  image: ['a ![y](x.png)', 'embed'],
  'image elsewhere': ['![y](https://x.org/a.png)', 'remote'],
  'linked image': ['[![y](x.png)](z.md)', 'link', 'embed'],
  tag: ['a #x/y b', 'tag'],
  'footnote mark': ['a[^n]', 'footnote'],
  'footnote in place': ['a^[x *y*]', 'inline-footnote', 'emphasis'],
  'raw HTML': ['<b>x</b>', 'html', 'html'],
  comment: ['a %%x%% b'],
  'HTML comment': ['a <!-- x --> b'],
  entity: ['&copy;'],
  escape: ['\\*x\\*'],
};

/** Where inlines stand. Each gives the source of a note, which defines the footnote `n` as well. */
const PARENTS: Readonly<Record<string, (source: string) => string>> = {
  paragraph: (source) => source,
  'second line of a paragraph': (source) => `first\n${source}`,
  heading: (source) => `## ${source}`,
  'heading with an underline': (source) => `${source}\n---`,
  'heading with signs behind': (source) => `# ${source} #`,
  'list item': (source) => `- ${source}`,
  'numbered item': (source) => `1. one\n2. ${source}`,
  'inner item': (source) => `- one\n  - two\n    - ${source}`,
  task: (source) => `- [ ] ${source}`,
  'head of a table': (source) => `| ${source} | b |\n|--|--|\n| c | d |`,
  'cell of a table': (source) => `| a | b |\n|--|--|\n| c | ${source} |`,
  quote: (source) => `> ${source}`,
  'title of a callout': (source) => `> [!note] ${source}\n> text`,
  'title of a folded callout': (source) => `> [!warning|meta]- ${source}`,
  'text of a callout': (source) => `> [!note]\n> ${source}`,
  'item in an inner callout': (source) => `> [!note]\n> > [!tip] t\n> > - ${source}`,
  footnote: (source) => `a\n\n[^m]: ${source}`,
  'second paragraph of a footnote': (source) => `a\n\n[^m]: one\n\n    ${source}`,
};

const DEFINITION = '\n\n[^n]: note';

function kindsIn(text: string): readonly string[] {
  const kinds: string[] = [];
  walkInlines(parse(text), ({ kind }) => {
    if (kind !== 'text' && kind !== 'break') kinds.push(kind);
  });
  return kinds;
}

describe.each(Object.keys(PARENTS))('in a %s', (parent) => {
  test.each(Object.keys(CONSTRUCTS))('%s', (name) => {
    const [source = '', ...kinds] = CONSTRUCTS[name] ?? [];
    expect(kindsIn((PARENTS[parent]?.(source) ?? '') + DEFINITION)).toEqual(kinds);
  });
});

/** What surrounds one inline with another. */
const AROUND: Readonly<Record<string, readonly [before: string, after: string, kind: Inline['kind']]>> = {
  strong: ['**', '**', 'strong'],
  emphasis: ['*', '*', 'emphasis'],
  strike: ['~~', '~~', 'strike'],
  highlight: ['==', '==', 'highlight'],
  'a footnote in place': ['a^[', ']', 'inline-footnote'],
};

/** The sign that closes the outer one must not stand inside. */
const fitting = (around: string): readonly string[] => {
  const sign = AROUND[around]?.[0].slice(-2) ?? '';
  return Object.keys(CONSTRUCTS).filter((name) => !CONSTRUCTS[name]?.[0].replace(/\\./gu, '').includes(sign));
};

describe.each(Object.keys(AROUND))('within %s', (around) => {
  test.each(fitting(around))('%s', (name) => {
    const [before = '', after = '', kind = 'text'] = AROUND[around] ?? [];
    const [source = '', ...kinds] = CONSTRUCTS[name] ?? [];
    expect(kindsIn(`${before}p ${source} q${after}${DEFINITION}`)).toEqual([kind, ...kinds]);
  });
});

test.each(Object.keys(CONSTRUCTS))('as a property or an item of its own: %s', (name) => {
  const [source = '', ...kinds] = CONSTRUCTS[name] ?? [];
  const found: string[] = [];
  visitInlines(parseInline(source, 1), ({ kind }) => {
    if (kind !== 'text' && kind !== 'break') found.push(kind);
  });
  expect(found).toEqual(kinds);
});
