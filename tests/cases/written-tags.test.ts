import { describe, expect, test } from 'vitest';
import { compareText } from '../../src/diagnostics/order.ts';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

const tagsOf = (text: string): readonly string[] => noteOf(inspectFiles({ 'note.md': text })).tags;
const sorted = (tags: string): readonly string[] => tags.split(' ').filter(Boolean).sort(compareText);

describe('tags of the body', () => {
  test.each<readonly [rule: string, text: string, tags: string]>([
    ['after start or white space', '#a\nx #b\tx\t#c x\u00a0#d\n中文\u3000#标签', 'a b c d 标签'],
    ['after nothing else', '(#a) [#b] {#c} "#d" \'#e\' x#f 中#g 😀#h ##i *#j* ＃k', ''],
    ['one tag ends where the next sign stands', '#a#b #c/d/ #e// #/', 'a c/d e'],
    ['all digits is none', '#1 #365 #1a #2024-plan #12- #1_', '1a 2024-plan 12- 1_'],
    [
      'ASCII signs end it',
      '#a. #b, #c: #d; #e! #f? #g) #h] #i} #j" #k\' #l* #m` #n~ #o| #p\\ #q< #r> #s= #t+ #u& #v% #w$ #x@ #y^',
      'a b c d e f g h i j k l m n o p q r s t u v w x y',
    ],
    ['U+2000–206F and U+2E00–2E7F end it', '#a—b #c… #d’s #e⸺f #👩\u200d💻', 'a c d e 👩'],
    ['other punctuation does not', '#标签，x #标签。', '标签，x 标签。'],
    ['letters of any script, emoji, `_ - /`', '#😀 #a😀b #❤\ufe0f #été #हिन्दी #a_b-c/d #- #_', '😀 a😀b ❤\ufe0f été हिन्दी a_b-c/d - _'],
    ['NFC, and one entry whatever the case, as first seen', '#e\u0301 #É #Foo #foo #FOO', 'é Foo'],
    [
      'headings, lists, quotes, callouts, tables, tasks',
      '# T #a\n- #b\n1. #c\n\n> #d\n\n> [!info] t #e\n> #f\n\n| #g | x |\n|--|--|\n| y #h | #i |\n\n- [ ] #j x 📅 2026-01-01 #k',
      'a b c d e f g h i j k',
    ],
    ['footnotes, fields and before block ids', 'x[^1] ^[y #a]\nk:: #b [k:: #c]\nz #d ^id\n\n[^1]: #e', 'a b c d e'],
    ['not in code and math', '`#a` ``x #b`` $ #c\n\n```\n#d\n```\n~~~\n#e\n~~~\n\n    #f\n\n$$\n#g\n$$\n\n$x #h$', 'c'],
    ['not in comments', '%% #a %% <!-- #b --> #c\n\n%%\n#d\n\n#e\n%%', 'c'],
    [
      'not in link targets and addresses',
      '[x](a.md#b) [y](#c) ![](i.png#d) [[a#b]] [[#c]] ![[d#e]] https://x.org/#f <https://x/#g> [[h]] #i',
      'i',
    ],
    ['not in HTML', '<div>\n#a\n</div>\n\n<a href="#b">y</a> <span style="color: #fff">z</span> <b>#c</b> <b> #d</b>', 'd'],
    ['escaped', '\\#a', ''],
  ])('%s', (_, text, tags) => expect(tagsOf(text)).toEqual(sorted(tags)));
});

describe('tags of the frontmatter', () => {
  test.each<readonly [rule: string, yaml: string, tags: string]>([
    ['a list, a flow list, or one text', 'tags:\n- a\n- b', 'a b'],
    ['one text', 'tags: "#x"', 'x'],
    ['leading # allowed, trailing / dropped', 'tags: ["#x", "y/", "#z/w", " v "]', 'v x y z/w'],
    ['entries that are no text are dropped', 'tags: [true, 1, null, {a: b}, [c], ok]', 'ok'],
    ['entries that hold a space are dropped', 'tags: [a b, c]', 'c'],
    ['a text with a space gives none', 'tags: a b', ''],
    ['a comma in one text gives none', 'tags: a, b', ''],
    ['a mapping gives none', 'tags:\n  a: b', ''],
    ['key in any case', 'TAGS: [a]', 'a'],
    ['`tag` is dead', 'tag: a', ''],
    ['dates are text', 'tags: [2024-01-01]', '2024-01-01'],
    ['block text of one word', 'tags: |\n  a', 'a'],
    ['JSON', '{"tags": ["a"], "note": "#b"}', 'a'],
  ])('%s', (_, yaml, tags) => expect(tagsOf(`---\n${yaml}\n---\n`)).toEqual(sorted(tags)));

  test('come first, and those of the body join them', () => {
    expect(tagsOf('---\ntags: [Z, a]\n---\n#b #z')).toEqual(['Z', 'a', 'b']);
    expect(tagsOf('---\ntags: [a\n---\n#b')).toEqual(['b']);
  });
});

test('`a/b` belongs to `a` too', () => {
  const { tags } = inspectFiles({ 'a.md': '#a/b/c', 'b.md': '#A/B #a' });
  expect(tags.map(({ tag, count, total }) => [tag, count, total])).toEqual([
    ['a', 1, 2],
    ['a/b', 1, 2],
    ['a/b/c', 1, 1],
  ]);
});
