import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countDirections, firstDirection, hasRightToLeft } from '../../src/notes/direction.ts';
import { languageOf, languageTagFrom } from '../../src/notes/language.ts';
import { languageOfScripts } from '../../src/notes/scripts.ts';
import { memorySite } from '../support/memory-vault.ts';

describe('the language of a text, by its scripts', () => {
  test.each([
    ['ja', '第二データセンターへの移行は段階的に行う。'],
    ['zh-Hans', '这份笔记说明我们如何管理数据。'],
    ['zh-Hant', '這份筆記說明我們如何管理數據。'],
    ['zh', '山中有水'],
    ['zh-Hans', '我们会用の字装饰这个标题，这里说的都是数据。'],
    ['ko', '오늘 회의에서는 이전 계획을 논의했습니다.'],
    ['ko', '東京 회의록 정리'],
    ['ar', 'ننقل مجموعة البيانات إلى الموقع الثاني.'],
    ['fa', 'این یادداشت برای برنامه‌ریزی جابه‌جایی داده‌ها است.'],
    ['ur', 'یہ نوٹ ڈیٹا کی منتقلی کے بارے میں ہے۔'],
    ['he', 'המסמך הזה מתאר את הדרישות.'],
    ['ru', 'Мы переносим данные на вторую площадку, это важно.'],
    ['uk', 'Ми переносимо дані на другий майданчик, її готують.'],
    ['bg', 'Прехвърляме данните на втория обект, което изисква внимание към бързината.'],
    ['sr', 'Преносимо податке на другу локацију, њихов тим помаже.'],
    ['el', 'Μεταφέρουμε τα δεδομένα.'],
    ['th', 'เราจะย้ายชุดข้อมูล'],
    ['hi', 'हम डेटा का स्थानांतरण करेंगे।'],
    ['ta', 'தரவு'],
    ['ka', 'მონაცემები'],
    ['hy', 'Տվյալներ'],
    ['am', 'መረጃ'],
    [null, 'Plain English, with “quotes”, an emoji 🎉 and a dash —'],
    [null, 'Übung in Łódź'],
    [null, 'The team of 東京 met in English, and wrote a whole paragraph about it in English as well.'],
    [null, ''],
  ])('%s', (lang, text) => {
    expect(languageOfScripts(text)).toBe(lang);
  });

  test('terms in Latin letters do not make a Chinese note English', () => {
    expect(languageOfScripts('在 Obsidian 中打开 Settings，再选择 Community plugins，这是说明。')).toBe('zh-Hans');
  });

  test('any text gives a tag or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tag = languageOfScripts(text);
        expect(tag === null || languageTagFrom(tag) === tag).toBe(true);
      }),
    );
  });
});

describe('the language of a note', () => {
  test.each([
    ['en_gb', 'en-GB'],
    ['zh-hant', 'zh-Hant'],
    ['de', 'de'],
    ['English', null],
    ['Python', null],
    ['x"><script>', null],
    ['a', null],
    ['en--', null],
  ])('%s → %s', (text, tag) => {
    expect(languageTagFrom(text)).toBe(tag);
  });

  test('what the frontmatter says comes first, in any case of its key', () => {
    expect(languageOf({ LANG: 'de' }, ['移行計画です'])).toEqual({ lang: 'de', dir: 'ltr' });
    expect(languageOf({ language: 'Python' }, ['移行計画です'])).toEqual({ lang: 'ja', dir: 'ltr' });
    expect(languageOf({ direction: 'rtl' }, ['plain'])).toEqual({ lang: null, dir: 'rtl' });
    expect(languageOf({ dir: 'ltr' }, ['שלום'])).toEqual({ lang: 'he', dir: 'ltr' });
    expect(languageOf({ lang: 'ar' }, ['A very long English part of it', 'نعم'])).toEqual({ lang: 'ar', dir: 'rtl' });
  });

  test('mainly right to left: terms in Latin letters do not turn a note', () => {
    expect(languageOf(null, ['המסמך הזה מתאר את הדרישות של Northwind Grocers']).dir).toBe('rtl');
    expect(languageOf(null, ['𞤀𞤣𞤤𞤢𞤥']).dir).toBe('rtl');
    expect(languageOf(null, ['An English note that names שלום once']).dir).toBe('ltr');
  });

  test('a lang that is no tag is a finding; a language by name is not', () => {
    const site = memorySite({
      'a.md': '---\ntitle: A\nlang: German\n---\n',
      'b.md': '---\nlanguage: Python\n---\n',
      'c.md': '---\nlang:\n---\n',
    });
    expect(site.diagnostics.filter(({ code }) => code === 'language-invalid')).toMatchObject([{ path: 'a.md', line: 3, severity: 'info' }]);
  });

  test('pages carry it only where it is another than that of the site', () => {
    const files = { 'ja.md': '# 移行計画です\n\n移行を行う。\n', 'en.md': 'English.\n', 'he.md': 'שלום לכולם\n' };
    const of = (locale: string, url: string): unknown => {
      const site = memorySite(files, { locale });
      const page = site.plan.find((planned) => planned.note === url);
      const view = page && site.page(page.url)?.view;
      return view?.kind === 'note' ? view.body.language : null;
    };
    expect(of('en', 'ja.md')).toEqual({ lang: 'ja', dir: null });
    expect(of('ja-JP', 'ja.md')).toEqual({ lang: null, dir: null });
    expect(of('en', 'en.md')).toEqual({ lang: null, dir: null });
    expect(of('en', 'he.md')).toEqual({ lang: 'he', dir: 'rtl' });
  });
});

describe('directions', () => {
  test.each([
    ['שלום world', 'rtl'],
    ['1. مرحبا', 'rtl'],
    ['hello שלום', 'ltr'],
    ['\u200fhello', 'rtl'],
    ['12 %', null],
    ['日本語', 'ltr'],
    ['𐤀', 'rtl'],
    ['𞤀', 'rtl'],
  ])('%s runs %s', (text, direction) => {
    expect(firstDirection(text)).toBe(direction);
  });

  test('letters are counted by direction', () => {
    expect(countDirections('ab שלום 12')).toEqual({ ltr: 2, rtl: 4 });
    expect(hasRightToLeft('“quotes” 日本語 🎉 Übung')).toBe(false);
    expect(hasRightToLeft('a ב c')).toBe(true);
  });
});
