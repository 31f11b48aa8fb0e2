import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/notes/dates.ts';
import type { IsoDate } from '../../src/notes/note.ts';
import { type Contacts, contactOn, nextOn, silenceOn } from '../../src/views/moments.ts';
import { quietSpans } from '../../src/views/quiet.ts';

const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2024-01-01' as IsoDate, n));
const contacts: fc.Arbitrary<Contacts> = fc.record({
  met: fc.uniqueArray(day, { minLength: 1, maxLength: 12 }).map((days) => days.sort().reverse()),
  said: fc.option(day),
});

describe('what is told against a day', () => {
  test('a contact is never ahead, and next never behind', () => {
    expect(contactOn({ met: ['2026-04-09', '2026-03-17'] as IsoDate[], said: null }, '2026-03-20' as IsoDate)).toBe('2026-03-17');
    expect(contactOn({ met: ['2026-03-17'] as IsoDate[], said: '2026-03-19' as IsoDate }, '2026-03-20' as IsoDate)).toBe('2026-03-19');
    expect(contactOn({ met: ['2026-04-09'] as IsoDate[], said: null }, '2026-03-20' as IsoDate)).toBe(null);
    const items = ['2026-03-20', '2026-04-09'].map((date) => ({ date, text: '', href: '' as never }));
    expect(['2026-03-19', '2026-03-20', '2026-04-09'].map((one) => nextOn(items, one)?.date)).toEqual([
      '2026-03-20',
      '2026-04-09',
      undefined,
    ]);
  });

  test('spans count as many quiet accounts as there are, on every day', () => {
    fc.assert(
      fc.property(fc.array(contacts, { maxLength: 6 }), day, (accounts, today) => {
        const { starts, ends } = quietSpans(accounts);
        const count = starts.filter((from) => from <= today).length - ends.filter((until) => until <= today).length;
        const quiet = accounts.filter((one) => {
          const silence = silenceOn(one, today);
          return silence !== null && silence.from <= today;
        });
        expect(count).toBe(quiet.length);
      }),
    );
  });
});
