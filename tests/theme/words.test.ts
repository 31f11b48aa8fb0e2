import { describe, expect, test } from 'vitest';
import { ageText, countOf, madeFrom, overdueSentence, shortAddress, soonSentence } from '../../src/components/words.ts';
import { dueText, whenDue } from '../../src/notes/due.ts';

test('ages are told in days for two months, then in months and years', () => {
  expect([0, 1, 2, 60, 61, 400, 730, 1100].map(ageText)).toEqual([
    'today',
    'yesterday',
    '2 days ago',
    '60 days ago',
    '2 months ago',
    '13 months ago',
    '1 year ago',
    '3 years ago',
  ]);
  expect(ageText(-1)).toBe('tomorrow');
  expect(ageText(-9)).toBe('in 9 days');
});

test('addresses fit a margin, and moments read as such', () => {
  expect(shortAddress('https://www.example.com/')).toBe('example.com');
  expect(shortAddress('https://minimal.guide')).toBe('minimal.guide');
  expect(shortAddress('https://example.com/a/very/long/path/that/does/not/break')).toBe('example.com/…/break');
  expect(shortAddress(`https://example.com/${'x'.repeat(60)}`)).toBe('example.com/…');
  expect(['transcript', 'Email', 'sales call', 'Ann', 'a b call'].map(madeFrom)).toEqual([
    'a transcript',
    'an email',
    'a sales call',
    null,
    null,
  ]);
});

test('due dates say what is left or over', () => {
  expect([-42, -1, 0, 1, 4].map(dueText)).toEqual(['42 days over', '1 day over', 'today', 'tomorrow', 'in 4 days']);
  expect([-1, 0, 7, 8].map(whenDue)).toEqual(['overdue', 'soon', 'soon', 'later']);
});

describe('the opening sentence reads as English for every count', () => {
  test.each([
    [0, 0, 'Nothing is overdue', ''],
    [1, 0, 'One action is overdue', ''],
    [0, 1, 'Nothing is overdue', 'one action falls due'],
    [4, 6, 'Four actions are overdue', 'six more fall due'],
    [13, 1, '13 actions are overdue', 'one more falls due'],
  ])('%i overdue, %i soon', (overdue, soon, first, second) => {
    expect(overdueSentence(overdue)).toBe(first);
    expect(soonSentence(overdue, soon)).toBe(second);
  });
});

test('counts agree with their noun', () => {
  expect([countOf(0, 'note'), countOf(1, 'note'), countOf(2, 'note'), countOf(2, 'person', 'people')]).toEqual([
    '0 notes',
    '1 note',
    '2 notes',
    '2 people',
  ]);
});
