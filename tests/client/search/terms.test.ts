import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../src/client/search/terms.ts';

/** Terms as text: keys with `+` between those in order, `*` where longer ones count; alternatives with ` | `; `…` while typing. */
const read = (query: string, language = 'en') =>
  termsOf(query, language).map(
    ({ any, typing }) => any.map(({ keys, open }) => keys.join('+') + (open ? '*' : '')).join(' | ') + (typing ? '…' : ''),
  );

describe('a query', () => {
  test.each([
    ['rollback', ['rollback…']],
    ['rollback ', ['rollback']],
    ['Café latte', ['cafe', 'latte…']],
    ['two-site', ['twosite | two+site…']],
    ['GPU-100 ', ['gpu100 | gpu+100']],
    ['C++ ', ['c++']],
    ['mara@north.example ', ['maranorthexample | mara+north+example']],
    ['~$300M ', ['300m']],
    ['#topic ', ['#topic | topic']],
    ['讨论 ', ['讨论 | 讨+论']],
    ['2 factor ', ['2 | 2factor | 2+factor', 'factor | 2factor | 2+factor']],
    ['a|b ', ['a | ab | a+b', 'b | ab | a+b']],
    ['a—b ', ['a | ab | a+b', 'b | ab | a+b']],
    ['Ctrl + P ', ['ctrl | ctrlp | ctrl+p', 'p | ctrlp | ctrl+p']],
    ['ctrl-p ', ['ctrlp | ctrl+p']],
    ['+ ', ['+']],
    ['ＡＰＩ ', ['ａｐｉ | api']],
    ['… – ! ', []],
    ['', []],
  ])('%j asks for %j', (query, terms) => {
    expect(read(query)).toEqual(terms);
  });

  test.each([
    ['"split brain"', ['split+brain']],
    ['“split brain” witness', ['split+brain', 'witness…']],
    ['"split brain', ['split+brain']],
    ['"two-site kickoff"', ['two+site+kickoff']],
    ['"two-site"', ['twosite | two+site']],
    ['""', []],
    ['witness "', ['witness']],
  ])('with a phrase, %j asks for %j', (query, terms) => {
    expect(read(query)).toEqual(terms);
  });

  test.each([
    ['2026-03-18 ', ['20260318* | 2026+03+18']],
    ['2026-03 ', ['202603* | 2026+03']],
    ['2026/03/18 ', ['20260318 | 2026+03+18']],
    ['2026-3-18 ', ['2026318 | 20260318']],
    ['18.3.2026 ', ['1832026 | 20260318']],
    ['18.03.2026, ', ['18032026 | 18+03+2026 | 20260318']],
    ['3/4/2026 ', ['342026 | 20260403 | 20260304']],
    ['4/4/2026 ', ['442026 | 20260404']],
    ['99.99.2026 ', ['99992026 | 99+99+2026']],
    ['18 March 2026 ', ['20260318* | 18+march+2026']],
    ['March 18, 2026 ', ['20260318* | march+18+2026']],
    ['1st Feb 2026 ', ['20260201* | 1st+feb+2026']],
    ['March 2026 ', ['202603* | march+2026']],
    ['review March 2026 ', ['review', '202603* | march+2026']],
    ['42 March 2026 ', ['42', '202603* | march+2026']],
    ['march 26 ', ['march', '26']],
    ['2026 ', ['2026']],
  ])('with a date, %j asks for %j', (query, terms) => {
    expect(read(query)).toEqual(terms);
  });

  test('months are read in the language of the page too, and in any case', () => {
    expect(read('18. März 2026 ', 'de')).toEqual(['20260318* | 18+marz+2026']);
    expect(read('18 MARCH 2026 ', 'not a language')).toEqual(['20260318* | 18+march+2026']);
  });
});
