import { describe, expect, test } from 'vitest';
import { crawl } from './crawl.ts';
import { tempDir, writeFiles } from './temp.ts';

const HEAD = '<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src \'none\'">';
const page = (body: string, head = HEAD) => `<!doctype html><html><head>${head}<title>x</title></head><body>${body}</body></html>`;

function problemsOf(body: string, head = HEAD): readonly string[] {
  const dir = tempDir();
  writeFiles(dir, {
    'notes/a.html': page(body, head),
    'notes/été.html': page('<h2 id="über">x</h2>'),
    'index.html': page('<p id="top">x</p>'),
    'files/a b.png': 'x',
  });
  return crawl(dir).problems;
}

test.each([
  '<a href="../index.html">x</a>',
  '<a href="../index.html#top">x</a>',
  '<a href="%C3%A9t%C3%A9.html#%C3%BCber">x</a>',
  '<a href="#here">x</a><i id="here"></i>',
  '<a href="../index.html?q=1#top">x</a>',
  '<img src="../files/a%20b.png">',
  '<a href="mailto:x@example.com">x</a>',
  '<a href="https://example.com" rel="noreferrer noopener">x</a>',
  '<script src="../index.html"></script>',
  '<script type="application/json">{}</script>',
])('nothing is wrong with %s', (body) => {
  expect(problemsOf(body)).toEqual([]);
});

describe('the crawler finds', () => {
  test.each([
    ['a dead link', '<a href="b.html">x</a>', /dead link/],
    ['a link to a folder', '<a href="../notes/">x</a>', /dead link/],
    ['a dead anchor', '<a href="../index.html#gone">x</a>', /no such anchor/],
    ['a dead anchor on the same page', '<a href="#gone">x</a>', /no such anchor/],
    ['a missing picture', '<img src="../files/b.png">', /dead link/],
    ['a missing picture in a set', '<img srcset="../files/b.png 2x">', /dead link/],
    ['an absolute path', '<a href="/index.html">x</a>', /not relative/],
    ['a way out', '<a href="../../x.html">x</a>', /leads out/],
    ['code in a link', '<a href="javascript:alert(1)">x</a>', /dangerous/],
    ['an inline script', '<script>x</script>', /inline script/],
    ['an inline style', '<style>x</style>', /inline style/],
    ['a style attribute', '<p style="color:red">x</p>', /style attribute/],
    ['a handler', '<p onclick="x">x</p>', /onclick/],
    ['an id used twice', '<p id="a"></p><p id="a"></p>', /used twice/],
    ['an external link that gives a handle', '<a href="https://example.com">x</a>', /noopener/],
  ])('%s', (_, body, problem) => {
    expect(problemsOf(body)).toEqual([expect.stringMatching(problem)]);
  });

  test('a missing policy', () => {
    expect(problemsOf('', '<meta charset="utf-8">')).toEqual([expect.stringMatching(/policy/)]);
    expect(problemsOf('', `<title>x</title>${HEAD}`)).toHaveLength(2);
  });
});
