import { describe, expect, test } from 'vitest';
import { recordFrom } from '../../src/search/record.ts';
import { LANGUAGES } from '../support/languages.ts';
import { memorySite } from '../support/memory-vault.ts';

const site = memorySite(LANGUAGES);
const pages = site.plan.flatMap((planned) => {
  const page = planned.note === null ? undefined : site.page(planned.url);
  return page?.view.kind === 'note' ? [{ planned, page, body: page.view.body }] : [];
});
const bodyOf = (note: string) => pages.find(({ planned }) => planned.note === note)?.body;

describe('a vault in many scripts', () => {
  test('addresses can be read, and stay as they are when the other notes go', () => {
    expect(pages.map(({ planned }) => planned.url)).toMatchSnapshot();
    for (const { planned } of pages) {
      const note = planned.note ?? '';
      expect(memorySite({ [note]: LANGUAGES[note] ?? '' }).plan.map(({ url }) => url)).toContain(planned.url);
    }
  });

  test('each note is in its language and direction', () => {
    expect(
      Object.fromEntries(pages.map(({ planned, body }) => [planned.note, [body.language.lang, body.language.dir].join(' ').trim()])),
    ).toEqual({
      'Bidi names.md': '',
      'Deutsch.md': 'de',
      'План переноса.md': 'ru',
      'מסמך דרישות.md': 'he rtl',
      'خطة الترحيل.md': 'ar rtl',
      'स्थानांतरण योजना.md': 'hi',
      'แผนการย้ายข้อมูล.md': 'th',
      '数据治理.md': 'zh-Hans',
      '數據治理.md': 'zh-Hant',
      '移行計画.md': 'ja',
      '회의록 정리.md': 'ko',
      '🎉 Party.md': '',
    });
  });

  test('only blocks that run the other way say so', () => {
    const arabic = bodyOf('خطة الترحيل.md')?.html ?? '';
    expect(arabic).toMatch(/<li[^>]* dir="ltr">Check the/u);
    expect(arabic.match(/ dir="rtl"/gu)).toBeNull();
    const mixed = bodyOf('Bidi names.md')?.html ?? '';
    expect(mixed).toContain('<p dir="rtl">פסקה');
    expect(mixed).not.toContain('dir="ltr"');
    for (const { planned, body } of pages)
      if (!/[\u0590-\u06ff]/u.test(LANGUAGES[planned.note ?? ''] ?? '')) expect(body.html).not.toContain('dir=');
  });

  test('the search index is told of one language only, by nothing in its records', () => {
    for (const { planned } of pages) expect(recordFrom(site, planned)?.html).not.toMatch(/\blang=/u);
  });

  test('links between scripts are found', () => {
    expect(site.graph.ghosts.map(({ name }) => name)).toEqual(['دانا لوی', '山田 花子']);
  });
});
