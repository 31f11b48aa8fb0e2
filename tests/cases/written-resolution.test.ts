import { expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

interface Row {
  readonly rule: string;
  /** Files; aliases behind a `=`. */
  readonly files: string;
  readonly from?: string;
  readonly link: string;
  /** `target via`, or the status. */
  readonly to: string;
}

const rows: readonly Row[] = [
  { rule: '1 an empty path is the note', files: 'n.md', link: '[[#h]]', to: 'x.md exact' },
  { rule: '2 the last segment, in lower case', files: 'a/b/c/N.md', link: '[[n]]', to: 'a/b/c/N.md name' },
  { rule: '2 with a dot as written first', files: 'a/n.md.md n.md', link: '[[N.MD]]', to: 'n.md name' },
  { rule: '2 then with .md', files: 'a/n.md.md', link: '[[n.md]]', to: 'a/n.md.md name' },
  { rule: '2 dots in names', files: 'a/v1.2.md', link: '[[v1.2]]', to: 'a/v1.2.md name' },
  { rule: '2 attachments need their extension', files: 'a/v1.png', link: '[[v1]]', to: 'missing' },
  { rule: '3 no slash and one candidate', files: 'q/F.md F/n.md', link: '[[F]]', to: 'q/F.md name' },
  { rule: '4 ./', files: 'a/n.md n.md', from: 'a/x.md', link: '[[./n]]', to: 'a/n.md relative' },
  { rule: '4 ./../', files: 'a/n.md n.md a/b/n.md', from: 'a/b/x.md', link: '[[./../n]]', to: 'a/n.md relative' },
  { rule: '4 ../ into another folder, in any case', files: 'a/n.md B/n.md', from: 'a/x.md', link: '[[../b/N]]', to: 'B/n.md relative' },
  { rule: '4 too many ../ clamp at the root', files: 'n.md a/n.md', from: 'a/x.md', link: '[[../../../n]]', to: 'n.md relative' },
  {
    rule: '4 not exact: by the end of the resolved path',
    files: 'q/b/n.md z/n.md',
    from: 'a/x.md',
    link: '[[../b/n]]',
    to: 'q/b/n.md suffix',
  },
  { rule: '4 else unresolved', files: 'z/n.md', from: 'a/x.md', link: '[[./n]]', to: 'z/n.md basename' },
  { rule: '5 a leading slash is exact', files: 'n.md A/N.md', from: 'a/x.md', link: '[[/a/n]]', to: 'A/N.md exact' },
  { rule: '5 or unresolved', files: 'a/b/n.md c/n.md', link: '[[/b/n]]', to: 'ambiguous' },
  { rule: '6 the exact path beats the same folder', files: 'n.md a/n.md', from: 'a/x.md', link: '[[n]]', to: 'n.md exact' },
  { rule: '6 of a longer path too', files: 'P/n.md a/P/n.md', from: 'a/x.md', link: '[[P/n]]', to: 'P/n.md exact' },
  {
    rule: '7 the source’s folder before a shorter path',
    files: 'b/n.md aaaa/n.md',
    from: 'aaaa/x.md',
    link: '[[n]]',
    to: 'aaaa/n.md name',
  },
  { rule: '7 below it too', files: 'b/n.md aaaa/sub/n.md', from: 'aaaa/x.md', link: '[[n]]', to: 'aaaa/sub/n.md name' },
  { rule: '7 then by length', files: 'cc/n.md b/n.md', from: 'z/x.md', link: '[[n]]', to: 'b/n.md name' },
  { rule: '7 ties by code point', files: 'b/n.md B/n.md a/n.md', from: 'z/x.md', link: '[[n]]', to: 'B/n.md name' },
  { rule: '7 whole segments first', files: 'xP/n.md long/P/n.md', link: '[[P/n]]', to: 'long/P/n.md suffix' },
  { rule: '7 within a segment as well', files: 'xP/n.md b/n.md', link: '[[P/n]]', to: 'xP/n.md suffix' },
  {
    rule: '7 of several ends the one in the folder',
    files: 'a/P/n.md zzz/P/n.md',
    from: 'zzz/x.md',
    link: '[[P/n]]',
    to: 'zzz/P/n.md suffix',
  },
  { rule: '8 a wrong folder is healed when the name is unique', files: '2026/Plan.md', link: '[[2025/Plan]]', to: '2026/Plan.md basename' },
  { rule: '8 else ambiguous', files: '2026/Plan.md 2027/Plan.md', link: '[[2025/Plan]]', to: 'ambiguous' },
  { rule: 'aliases in lower case', files: 'n.md=Other', link: '[[oTHER]]', to: 'n.md alias' },
  { rule: 'aliases after file names', files: 'AI.md n.md=AI', link: '[[ai]]', to: 'AI.md name' },
  { rule: 'a full-path alias before its last segment', files: 'n.md=Other m.md=q/Other', link: '[[q/other]]', to: 'm.md alias' },
  { rule: 'then the last segment', files: 'n.md=Other', link: '[[q/Other]]', to: 'n.md alias' },
  { rule: 'an alias of two notes', files: 'n.md=Al m.md=al', link: '[[AL]]', to: 'ambiguous' },
  { rule: 'an alias before a healed name', files: 'b/Plan.md n.md=Plan', link: '[[a/Plan]]', to: 'n.md alias' },
  { rule: 'NFD names from macOS', files: 'Cafe\u0301/Re\u0301sume\u0301.md', link: '[[R\u00e9sum\u00e9]]', to: 'Café/Résumé.md name' },
  { rule: 'no-break spaces in links', files: 'a·b.md', link: '[[a\u00a0b]]', to: 'a b.md name' },
  { rule: 'capitals of other scripts', files: 'İstanbul.md', link: '[[İSTANBUL]]', to: 'İstanbul.md name' },
  { rule: 'a space is no hyphen', files: 'a-b.md', link: '[[a b]]', to: 'missing' },
  { rule: 'signs in names', files: "R&D·(2026)·'x'.md", link: "[[r&d (2026) 'X']]", to: "R&D (2026) 'x'.md name" },
  { rule: 'typographic signs are healed', files: 'Ann’s·plan·–·2.md', link: "[[Ann's plan - 2]]", to: 'Ann’s plan – 2.md folded' },
  { rule: 'Markdown: decodeURI', files: 'a·b.md', link: '[t](a%20b.md)', to: 'a b.md name' },
  { rule: 'Markdown: then decodeURIComponent', files: 'a,·b#c.md', link: '[t](a%2C%20b%23c)', to: 'a, b#c.md name' },
  { rule: 'Markdown: a path in `<…>` without .md', files: 'p/a·b.md q/a·b.md', link: '[t](<q/a b>)', to: 'q/a b.md exact' },
];

test.each(rows)('$rule', ({ files, from = 'x.md', link, to }) => {
  const vault: Record<string, string> = {};
  for (const file of files.split(' ')) {
    const [path = '', alias] = file.replaceAll('·', ' ').split('=');
    vault[path] = alias === undefined ? '' : `---\naliases: [${alias}]\n---\n`;
  }
  const [found] = noteOf(inspectFiles({ ...vault, [from]: link }), from).links;
  expect(found?.target === null ? found.status : `${found?.target} ${found?.via}`).toBe(to);
  expect(found?.status === 'healed').toBe(/ (?:basename|folded)$/u.test(to));
});
