import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexText, keyOf, partsOf, shownText } from '../../src/search/words.ts';

describe('indexText', () => {
  test('leaves text with spaces alone', () => {
    expect(indexText('Rollback within 20 minutes, café & Ünal')).toBe('Rollback within 20 minutes, café & Ünal');
  });

  test('sets the words of unspaced scripts apart, and the characters of Han words', () => {
    expect(indexText('我们的讨论')).toBe('我|们| 的| 讨|论');
  });

  test('keeps words of other scripts whole between them', () => {
    expect(indexText('在Obsidian中')).toBe('在| Obsidian| 中');
  });

  test.each([
    ['encrypted—no one', 'encrypted—| no one'],
    ['Thurlow–Penmoor 1→0', 'Thurlow–| Penmoor 1→| 0'],
    ['a — b, so… yes, two-site −5', 'a — b, so… yes, two-site −5'],
  ])('sets words apart that have a dash or an arrow between them: %s', (text, indexed) => {
    expect(indexText(text)).toBe(indexed);
    expect(shownText(indexed)).toBe(text);
  });

  test('hangul is written with spaces and stays whole', () => {
    expect(indexText('데이터베이스 백업')).toBe('데이터베이스 백업');
  });
});

describe('a word with a part of letters and digits', () => {
  const index = (text: string) => indexText(text).replaceAll('\u034f\u034f', '*');

  test.each([
    ['on summit-gw2, twice', 'on summit-gw2, summit* gw2* twice'],
    ['A100-SXM4-80GB', 'A100-SXM4-80GB a100* sxm4* 80gb*'],
    ['ticket #4711, (#ff0000)', 'ticket #4711, 4711* (#ff0000) ff0000*'],
    ['on #tag1/a', 'on #tag1/a tag1a*'],
    ['gw2—two', 'gw2—| two'],
  ])('%s is followed by its parts, unseen', (text, indexed) => {
    expect(index(text)).toBe(indexed);
    expect(shownText(indexText(text))).toBe(text);
  });

  test.each(['GPU-100', 'gw2', '£1.02M', '2026-03-18', '2026-03-04T15:41:09Z', 'two-site', `${'x'.repeat(40)}-gw2`, 'a-b-c-d-e1'])(
    '%s is left as it is',
    (text) => {
      expect(indexText(text)).toBe(text);
    },
  );
});

describe('shownText', () => {
  test.each(['数据库的备份策略。', '在 Obsidian 中，“你好” 说', 'ノートを作成する', 'Rollback, then 回滚', 'สวัสดีครับ ok'])(
    'gives %s back',
    (text) => {
      expect(shownText(indexText(text))).toBe(text);
    },
  );

  test.each(['Straße, STRAẞE', 'Bjørn und Łukasz', 'Yıldırım', 'œuvre, Æsir', 'đ'])(
    'gives %s back, which the index holds in plain letters',
    (text) => {
      expect(shownText(indexText(text))).toBe(text);
      expect(indexText(text)).not.toMatch(/[ßẞøØłŁıœŒæÆđ]/u);
    },
  );

  test('a bar of the text shows as a broken bar', () => {
    expect(shownText(indexText('a|b'))).toBe('a ¦ b');
  });

  test('gives back any text without bars', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        '数',
        '据',
        'の',
        'a',
        'B',
        ' ',
        '。',
        '-',
        '7',
        'g',
        '2',
        'ก',
        'é',
        'ß',
        'ø',
        's',
        'o',
        '—',
        '→',
        '#',
        '—',
        '→',
        '#',
      ),
      maxLength: 40,
    });
    fc.assert(fc.property(text, (any) => shownText(indexText(any)) === any));
  });
});

describe('keyOf', () => {
  test.each([
    ['Zürich', 'zurich'],
    ['Straße', 'strasse'],
    ['BJØRN', 'bjorn'],
    ['Łódź', 'lodz'],
    ['Yıldırım', 'yildirim'],
    ['İzmir', 'izmir'],
    ['œuvre', 'oeuvre'],
    ['ﬁle', 'file'],
    ['two-site', 'twosite'],
    ['GPU-100', 'gpu100'],
    ['C++', 'c++'],
    ['C#', 'c#'],
    ['~$300M', '300m'],
    ['mara.lindholm@north.example', 'maralindholmnorthexample'],
    ['2026-03-18', '20260318'],
    ['한국', '한국'.normalize('NFD')],
    ['が', 'が'],
    ['…', ''],
  ])('%s is looked for as %s', (word, key) => {
    expect(keyOf(word)).toBe(key);
  });

  test('typed and indexed forms of any word have one key', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'Z', 'é', 'ß', 'ø', 'Ł', 'ı', 'İ', 'æ', 'ﬁ', '-', '+', '7', 'ü'), minLength: 1 });
    fc.assert(
      fc.property(
        word,
        (any) =>
          keyOf(
            indexText(any)
              .replace(/ \S+\u034f\u034f/gu, '')
              .replaceAll('\u034f', ''),
          ) === keyOf(any),
      ),
    );
  });
});

describe('partsOf', () => {
  test.each([
    ['two-site', ['two', 'site']],
    ['mara.lindholm@north.example', ['mara', 'lindholm', 'north', 'example']],
    ['讨论', ['讨', '论']],
    ['C++', []],
    ['plain', []],
    ['…', []],
  ])('%s has the parts %j', (word, parts) => {
    expect(partsOf(word)).toEqual(parts);
  });
});
