import fs from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from '../../src/brief/files/clean-picture.ts';
import { partsOf, withBrief } from '../support/brief-forms.ts';
import { spokenDrawing, spokenPicture } from '../support/brief-pictures.ts';
import { scanFiles } from '../support/leak-scan.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

const ACCOUNT = 'Northwind Grocers';
const WORD = 'bcdfghjklmnpqrst';
const note = (body: string): string => `---\naccount: Northwind Grocers\n---\n${body}\n`;

/** Page of the one note, what ships, and what was found. */
async function shown(body: string, files: Record<string, string | Uint8Array>) {
  return withBrief({ 'Notes/a.md': note(body), ...files }, ACCOUNT, async (brief) => {
    const parts = await partsOf(brief);
    const shipped = new Map([...parts].filter(([name]) => name.startsWith('files/')));
    const page = Buffer.from(parts.get('notes/a.html') ?? '').toString('utf8');
    return { parts, shipped, page, diagnostics: brief.diagnostics };
  });
}

describe('a picture of a brief', () => {
  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('%s: says nothing but its pixels', async (format) => {
    const bytes = await spokenPicture(format, WORD, 77);
    const { parts, shipped, diagnostics } = await shown(`![[x.${format}]]`, { [`x.${format}`]: bytes });
    expect(diagnostics).toEqual([]);
    expect(scanFiles(parts, [WORD])).toEqual([]);
    expect(shipped.size).toBe(1);
    for (const picture of shipped.values()) {
      const { exif, xmp, icc, comments, orientation, format: made } = await sharp(picture).metadata();
      expect({ exif, xmp, icc, comments, orientation }).toEqual({});
      expect(made).toBe(format === 'avif' ? 'webp' : format);
      expect(Buffer.from(picture).includes('GPS')).toBe(false);
    }
  });

  test('stands as it was meant to: turned pictures are turned', async () => {
    const bytes = await sharp({ create: { width: 30, height: 10, channels: 3, background: 'red' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { shipped, page } = await shown('![[x.jpg]]', { 'x.jpg': bytes });
    for (const picture of shipped.values()) expect(await sharp(picture).metadata()).toMatchObject({ width: 10, height: 30 });
    expect(page).toContain('width="10" height="30"');
  });

  test.each(['gif', 'webp'] as const)('a moving %s moves on', async (format) => {
    const frames = Buffer.concat([Buffer.alloc(8 * 8 * 3, 10), Buffer.alloc(8 * 8 * 3, 200), Buffer.alloc(8 * 8 * 3, 90)]);
    const bytes = await sharp(frames, { raw: { width: 8, height: 24, channels: 3, pageHeight: 8 } })
      .toFormat(format, { delay: [100, 100, 100], loop: 0 })
      .toBuffer();
    expect((await sharp(bytes, { animated: true }).metadata()).pages).toBe(3);
    const { shipped } = await shown(`![[x.${format}]]`, { [`x.${format}`]: bytes });
    for (const picture of shipped.values()) expect((await sharp(picture, { animated: true }).metadata()).pages).toBe(3);
    expect(shipped.size).toBe(1);
  });

  test('the same picture under two names ships once', async () => {
    const bytes = await spokenPicture('png', WORD, 1);
    const other = await spokenPicture('png', 'zxwvtsrqpnmlkjhg', 1);
    expect((await shown('![[x.png]] ![[y.png]]', { 'x.png': bytes, 'img/y.png': other })).shipped.size).toBe(1);
  });

  test('a drawing has no scripts, metadata or places, and pictures in it say nothing', async () => {
    const { parts, shipped } = await shown('![[x.svg]]', { 'x.svg': await spokenDrawing(WORD, 'shown') });
    expect(scanFiles(parts, [WORD])).toEqual([]);
    const [svg = ''] = Array.from(shipped.values(), (bytes) => Buffer.from(bytes).toString('utf8'));
    expect(svg).toContain('>shown<');
    expect(svg).toContain('data:image/jpeg;base64,');
    expect(svg).not.toMatch(/script|metadata|inkscape|onclick|file:/u);
  });
});

describe('the name of a file', () => {
  const name = `${WORD} plan.png`;
  test.each([
    `![[${name}]]`,
    `![[img/${name}|200]]`,
    `![[${name}|${name}]]`,
    `[[${name}]] and [[${name}|${WORD} plan]]`,
    `![](<../img/${name}>)`,
    `![${name}](<../img/${name}>)`,
    `![${WORD}-plan|100x20](../img/${WORD}%20plan.png)`,
    `![100](../img/${WORD}%20plan.png)`,
    `[![x](<../img/${name}>)](<../img/${name}> "a title")`,
    `<img src="../img/${name}" alt="${name}">`,
    `<a href='../img/${name}'>a picture</a>`,
    `- [ ] Look at ![[${name}]] @Ann 📅 2026-01-01`,
    `## Decisions\n\n- Go by [[${name}]]`,
    `| a |\n|---|\n| ![[${name}\\|50]] |`,
    `> [!note] ![[${name}]]\n> ![[${name}]]`,
    `Foot[^1].\n\n[^1]: ![[${name}]]`,
  ])('is nowhere: %s', async (body) => {
    const { parts, shipped } = await shown(`Text.\n\n${body}`, { [`img/${name}`]: await spokenPicture('png', WORD, 3) });
    expect(scanFiles(parts, [WORD])).toEqual([]);
    expect([...shipped.keys()]).toEqual([expect.stringMatching(/^files\/[0-9a-f]{32}\.png$/u)]);
  });

  test('leaves words of the author, sizes and titles', async () => {
    const picture = await spokenPicture('png', WORD, 3);
    const { page } = await shown(
      '![[x.png|The two sites]] ![[x.png|The $& sites|120]] ![Words](x.png "A title") ![[x.png|30x20]] [[x.png|here]]',
      { 'x.png': picture },
    );
    for (const part of [
      'alt="The two sites"',
      'alt="The $&amp; sites" width="120"',
      'alt="Words"',
      'title="A title"',
      'alt="Picture" width="30" height="20"',
      '>here</a>',
    ])
      expect(page).toContain(part);
  });

  test('is nowhere in a property that is shown', async () => {
    const { parts, shipped } = await shown('Text.', {
      'Notes/a.md': `---\naccount: Northwind Grocers\ncover: "[[${name}]]"\n---\nText.\n`,
      'dossier.yaml': 'briefs:\n  customer:\n    properties: [cover]\n',
      [name]: await spokenPicture('png', WORD, 3),
    });
    expect(scanFiles(parts, [WORD])).toEqual([]);
    expect(shipped.size).toBe(1);
  });
});

describeShared('the pictures of images.json', () => {
  const rows: readonly { readonly id: string; readonly base64: string; readonly expect: string; readonly contains?: readonly string[] }[] =
    JSON.parse(fs.readFileSync(sharedPath('security/images.json'), 'utf8'));

  test.each(rows)('$id: $expect', async ({ id, base64, contains = [] }) => {
    const bytes = Buffer.from(base64, 'base64');
    const isDrawing = bytes.toString('latin1').includes('<svg');
    const ending = isDrawing ? 'svg' : 'png';
    const { parts, shipped, diagnostics } = await shown(`![[x.${ending}]]`, { [`x.${ending}`]: bytes });
    const text = Array.from(parts.values(), (part) => Buffer.from(part).toString('latin1')).join('\n');
    for (const word of contains) expect(text).not.toContain(word);
    expect(text).not.toMatch(/CANARY\w+QX/u);
    if (/truncated|empty|html|polyglot|bomb/u.test(id)) {
      expect(shipped.size).toBe(0);
      expect(diagnostics).toMatchObject([{ code: 'asset-missing', path: `x.${ending}` }]);
    } else if (!isDrawing) expect(shipped.size).toBe(1);
  });
});

describe('what is no picture', () => {
  test.each([
    ['nothing', '', 'it is empty'],
    ['text', 'hello', 'it is no picture'],
    ['a drawing under another name', '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>', 'it is no picture'],
    ['a head without a body', '\x89PNG\r\n\x1a\n', 'it can not be read to its end'],
  ])('%s is left out', async (_, text, reason) => {
    expect(await cleanPicture(Buffer.from(text, 'latin1'))).toEqual({ bytes: null, reason });
  });

  test('one of very many pixels is left out', async () => {
    const wide = await sharp({ create: { width: 12_000, height: 9000, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(await cleanPicture(wide)).toEqual({ bytes: null, reason: 'it has too many pixels' });
  });
});

test('the library that draws pictures is at least the version that is safe', () => {
  const [major = 0, minor = 0, patch = 0] = (sharp.versions.sharp ?? '').split('.').map(Number);
  expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(35_005);
});
