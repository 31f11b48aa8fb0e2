import { expect, test } from 'vitest';
import { propertyWords } from '../../src/notes/property-words.ts';

test('the words of properties, as a reader sees them, without what is noise to a search', () => {
  expect(
    propertyWords({
      title: 'A title',
      tags: ['a'],
      role: 'Head of *storage*',
      lead: '[[People/Ann Lee|Ann]] and [[Bo]]',
      related: [[['Plan B']], 'Head of storage'],
      nested: { city: 'Łódź' },
      hidden: 'shown %%not this%%',
      link: 'https://example.com/path',
      mail: 'mailto:a@b.c',
      when: '2026-01-02T10:00',
      id2: '6f1ed002ab5595859014ebf0951522d96f1ed002ab559585',
      count: 12,
      text: '12:30',
      flag: true,
      source_ref: 'Inbox/private.md',
    }),
  ).toEqual(['Head of storage', 'Ann and Bo', 'Plan B', 'Łódź', 'shown']);
  expect(propertyWords(null)).toEqual([]);
  expect(propertyWords({ long: 'word '.repeat(1000), short: 'kept' })).toEqual(['kept']);
});

test('numbers that tell one thing from others, however they are written, and no counts', () => {
  expect(
    propertyWords({
      isbn13: 9780201483406,
      contract: '4711-0815',
      phone: '+47 22 33 44 55',
      year: 1982,
      rating: 7,
      share: 0.55,
      place: '34.9689499',
      when: '2026-01-02',
      time: '12:30',
    }),
  ).toEqual(['9780201483406', '4711-0815', '+47 22 33 44 55', '1982']);
});
