import { describe, expect, test } from 'vitest';
import type { Pixels } from '../../src/vault/vault.ts';
import { auditHtml } from '../support/audit-html.ts';
import { draw } from '../support/draw.ts';

const ASSETS = ['p.png', 'two-site_map.svg', 's.mp3', 'v.mp4', 'd.pdf', 'w.html', 'z.zip', 'c.canvas'];
const pixels: Pixels = { width: 800, height: 600 };
const shown = (text: string, remoteImages = false): string => {
  const html = draw({ notes: { 'Note.md': text, 'b.md': 'b' }, assets: ASSETS }, { pixelsOf: () => pixels, remoteImages });
  if (!remoteImages) expect(auditHtml(html)).toEqual([]);
  return html.trim();
};

describe('pictures', () => {
  const image = (rest: string): string => `<img src="../files/p.png" ${rest} loading="lazy" decoding="async">`;
  test.each([
    ['![[p.png]]', 'alt="p" width="800" height="600"'],
    ['![[p.png|100]]', 'alt="p" width="100" height="75"'],
    ['![[p.png|Alt|100x145]]', 'alt="Alt" width="100" height="145" class="sized"'],
    ['![[p.png|A|B|100]]', 'alt="A|B" width="100" height="75"'],
    ['![Alt|100](p.png)', 'alt="Alt" width="100" height="75"'],
    ['![250](p.png "T")', 'alt="p" width="250" height="188" title="T"'],
    ['![[p.png#outline]]', 'alt="p" width="800" height="600"'],
    ['<img src="p.png" alt="A" height="9">', 'alt="A" height="9"'],
  ])('%s', (text, rest) => expect(shown(text)).toContain(`<a class="picture" href="../files/p.png">${image(rest)}</a>`));

  test('without words are called by their file', () => expect(shown('![[two-site_map.svg]]')).toContain('alt="two site map"'));
  test('in a link lead nowhere else', () => {
    expect(shown('[![[p.png|9]]](https://e.org)')).toMatch(/^<p><a href="https:\/\/e\.org"[^>]*><img [^>]*><\/a><\/p>$/u);
    expect(shown('<a href="https://e.org"><img src="p.png"></a>')).not.toContain('picture');
  });
  test('stand in cells, items, headings and titles', () => {
    for (const text of ['| a |\n|--|\n| ![[p.png\\|9]] |', '- x ![[p.png|9]]', '## x ![[p.png|9]]', '> [!note] x ![[p.png|9]]']) {
      expect(shown(text)).toContain('width="9" height="7"');
    }
  });
  test('that are written out in the note are shown', () => {
    const data = 'data:image/png;base64,AAAA';
    expect(shown(`![x|20](${data})`)).toBe(`<p class="media"><img src="${data}" alt="x" width="20" decoding="async"></p>`);
    expect(shown(`<img src="${data}">`)).toContain(`src="${data}"`);
    expect(shown('![x](data:image/svg+xml;base64,AAAA)')).not.toContain('<img');
    expect(shown(`[x](${data})`)).not.toContain('href="data');
  });
});

describe('players', () => {
  test('have a link to the file below them, and keep the time they are to play', () => {
    expect(shown('![[s.mp3#t=70,80|The price]]')).toBe(
      '<figure class="player audio"><audio controls preload="metadata" src="../files/s.mp3#t=70,80" aria-label="The price"></audio>' +
        '<figcaption><svg class="i" aria-hidden="true"><use href="#i-sound"/></svg><a href="../files/s.mp3#t=70,80">The price</a> <span class="count">Audio, from 1:10 to 1:20</span></figcaption></figure>',
    );
    expect(shown('![[s.mp3#t="><b]]')).toContain('src="../files/s.mp3"');
  });
  test('of films have a size', () => expect(shown('![[v.mp4|640x480]]')).toMatch(/<video controls .*width="640" height="480"/u));
  test('in a line stay in it', () =>
    expect(shown('a ![[s.mp3]] b')).toMatch(/^<p>a <span class="player audio"><audio .*<\/span> b<\/p>$/u));
  test.each([
    '<video src="v.mp4" poster="p.png" width="320"></video>',
    '<video controls poster="p.png" width="320">\n<source src="v.mp4" type="video/mp4">\nYour browser is old.\n</video>',
    'text <video controls poster="p.png" width="320"><source src="v.mp4">old</video> text',
    'text <video src="v.mp4" poster="p.png" width="320"> text',
  ])('of raw HTML: %s', (text) => {
    const html = shown(text);
    expect(html).toContain('src="../files/v.mp4" width="320" poster="../files/p.png" aria-label="v.mp4"></video>');
    expect(html).not.toContain('old');
  });
});

describe('documents', () => {
  test('a PDF in a frame at its page, and a link', () => {
    expect(shown('![[d.pdf#page=3&height=400]]')).toBe(
      '<figure class="frame pdf"><iframe src="../files/d.pdf#page=3" title="d.pdf, page 3" height="400" loading="lazy"></iframe>' +
        '<figcaption><svg class="i" aria-hidden="true"><use href="#i-pages"/></svg><a href="../files/d.pdf#page=3">d.pdf</a> <span class="count">PDF, page 3</span></figcaption></figure>',
    );
    expect(shown('![[d.pdf|300x200]]')).toContain('width="300" height="200"');
  });
  test('a web page in a frame that can do nothing', () =>
    expect(shown('![[w.html]]')).toContain('<iframe sandbox="" src="../files/w.html" title="w.html" loading="lazy">'));
  test('raw frames of files are shown the same way', () => {
    expect(shown('<iframe src="d.pdf#page=2" height="300"></iframe>')).toContain('<iframe src="../files/d.pdf#page=2"');
    expect(shown('<object data="d.pdf">old</object>')).toContain('<iframe src="../files/d.pdf"');
    expect(shown('<embed src="w.html">')).toContain('<iframe sandbox="" src="../files/w.html"');
    expect(shown('<p><iframe src="w.html"></iframe></p>')).toMatch(/^<p><span class="file">.*<\/span><\/p>$/u);
  });
  test('every other file is a link that says what it is', () => {
    expect(shown('![[z.zip]]')).toContain('<a href="../files/z.zip">z.zip</a> <span class="count">ZIP file</span>');
    expect(shown('a ![[d.pdf]] b')).toContain('<a href="../files/d.pdf">d.pdf</a> <span class="count">PDF</span>');
  });
  test('what is missing leaves a gap', () => {
    expect(shown('<video src="gone.mp4"></video>')).toContain('No file called <b>gone.mp4</b>');
    expect(shown('<iframe src="gone.html"></iframe>')).toContain('No file called <b>gone.html</b>');
  });
});

describe('what other sites hold', () => {
  test.each([
    ['![](https://www.youtube.com/watch?v=1)', 'film', '<b>Video on youtube.com</b>'],
    ['![A talk](https://vimeo.com/1)', 'film', '<b>A talk</b> <span class="count">Video on vimeo.com</span>'],
    ['![](https://x.com/a/status/1)', 'quote', '<b>Post on x.com</b>'],
    ['![Chart|200](https://e.org/c.png)', 'picture', '<b>Chart</b> <span class="count">Picture on e.org</span>'],
    ['<iframe src="https://www.youtube-nocookie.com/embed/1"></iframe>', 'film', '<b>Video on youtube-nocookie.com</b>'],
    ['<iframe src="//e.org/x" title="Board">old</iframe>', 'web', '<b>Board</b> <span class="count">Page on e.org</span>'],
    ['<object data="https://e.org/a.pdf"></object>', 'pages', '<b>PDF on e.org</b>'],
    ['<embed src="https://e.org/a.swf">', 'web', '<b>Page on e.org</b>'],
    ['<video src="https://e.org/a"></video>', 'film', '<b>Video on e.org</b>'],
  ])('%s is a link', (text, glyph, words) => {
    const html = shown(text);
    expect(html).toMatch(/<a class="elsewhere" href="(?:https:)?\/\/[^"]+" rel="noreferrer noopener">/u);
    expect(html).toContain(`#i-${glyph}"/></svg>${words}`);
    expect(html).not.toMatch(/<(?:img|iframe|object|embed|video|audio)/u);
  });
  test('in a line is a link in the line', () =>
    expect(shown('a ![x](https://e.org/c.png) b')).toMatch(
      /^<p>a <a class="elsewhere".*x<span class="vh"> \(Picture on e\.org\)<\/span><\/a> b<\/p>$/u,
    ));
  test('is loaded where that is allowed, but for players', () => {
    expect(shown('![a](https://e.org/c.png)', true)).toContain('<img src="https://e.org/c.png"');
    expect(shown('<iframe src="https://e.org/c"></iframe>', true)).not.toContain('<iframe');
  });
  test('an address that must not be followed leaves words', () => {
    expect(shown('<iframe src="javascript:alert(1)" title="x"></iframe>')).toBe('<p class="media">x</p>');
    expect(shown('<iframe srcdoc="<script>alert(1)</script>"></iframe>')).toBe('');
  });
});
