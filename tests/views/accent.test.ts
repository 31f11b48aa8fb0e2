import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentFrom, HARDEST } from '../../src/views/accent.ts';
import { contrast, hexFromOklch, oklchFromHex } from '../../src/views/colour.ts';
import { memorySite } from '../support/memory-vault.ts';
import { drawPage } from '../theme/write-fixtures.ts';

const of = (accent: string) => {
  const made = accentFrom({ theme: { accent } });
  if (made === null) throw new Error('No accent.');
  return made;
};
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const tokens = fs.readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
/** Both colours of a token, as written in the theme. */
const token = (name: string): readonly string[] =>
  [...(new RegExp(`--${name}: light-dark\\((.+)\\);`, 'u').exec(tokens)?.[1] ?? '').matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/gu)].map(
    ([, lightness, chroma, hue]) => hexFromOklch({ lightness: Number(lightness), chroma: Number(chroma), hue: Number(hue) }),
  );

describe('colours', () => {
  test('known ones', () => {
    expect(contrast('#000', '#fff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    const { lightness, chroma, hue } = oklchFromHex('#ff0000');
    expect([lightness, chroma, hue].map((value) => value.toFixed(3))).toEqual(['0.628', '0.258', '29.234']);
  });

  test('come back as they were', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(hexFromOklch(oklchFromHex(colour))).toBe(colour);
      }),
    );
  });
});

describe('the accent of a site', () => {
  test('is legible as text on every surface of the theme, light and dark, whatever colour is asked for', () => {
    expect(token('chip')).toEqual([HARDEST.light, HARDEST.dark]);
    const surfaces = ['paper', 'leaf', 'wash', 'chip'].map(token);
    fc.assert(
      fc.property(hex, (colour) => {
        const { light, dark, file } = of(colour);
        for (const [onLight = '', onDark = ''] of surfaces) {
          expect(contrast(light, onLight)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(dark, onDark)).toBeGreaterThanOrEqual(4.5);
        }
        const [, washLight = '', washDark = ''] = /--accent-wash:light-dark\((#\w+),(#\w+)\)/u.exec([...file.parts()].join('')) ?? [];
        expect(contrast(light, washLight)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark, washDark)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  test('is the colour as written where that is legible on light pages', () => {
    expect(of('#1D4ED8')).toMatchObject({ light: '#1d4ed8', diagnostics: [] });
    expect(of('#024').diagnostics).toEqual([]);
  });

  test('is told where it is not', () => {
    const { light, diagnostics } = of('#ffdd00');
    expect(diagnostics.map(({ code, severity, path, message }) => [code, severity, path, message])).toEqual([
      ['accent-adapted', 'info', 'dossier.yaml', `#ffdd00 is too light for text on light pages: ${light} is used there.`],
    ]);
    expect(Math.abs(oklchFromHex(light).hue - oklchFromHex('#ffdd00').hue)).toBeLessThan(8);
  });

  test('is a style sheet that every page loads after the theme’s, without which there is none', async () => {
    const site = (accent: string | null) => memorySite({ 'a.md': 'x' }, { theme: { accent } });
    const own = site('#1d4ed8');
    const [file] = own.files.filter(({ path }) => path.endsWith('.css'));
    expect(file?.path).toMatch(/^assets\/accent-\w{8}\.css$/u);
    expect([...(file?.parts() ?? [])].join('')).toContain('--accent:light-dark(#1d4ed8,');
    const page = own.page('notes/a.html' as never);
    if (page === undefined) throw new Error('No page.');
    const links = [...(await drawPage(page)).matchAll(/<link rel="stylesheet" href="([^"]+)"/gu)].map(([, href]) => href);
    expect(links.slice(-1)).toEqual([`../${file?.path}`]);
    expect(site(null).files.filter(({ path }) => path.endsWith('.css'))).toEqual([]);
  });
});
