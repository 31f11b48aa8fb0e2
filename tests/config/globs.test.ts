import { expect, test } from 'vitest';
import { globMatcher } from '../../src/config/globs.ts';
import { nearestName } from '../../src/config/nearest.ts';

test.each([
  ['Templates', ['Templates', 'Templates/a.md', 'x/Templates/a.md'], ['Template/a.md', 'templates/a.md']],
  ['Templates/', ['Templates/a.md'], ['x/Templates/a.md']],
  ['Inbox/Drafts', ['Inbox/Drafts/a.md', 'Inbox/Drafts/b/c.md'], ['Inbox/a.md', 'x/Inbox/Drafts/a.md']],
  ['/Inbox/**', ['Inbox/a.md', 'Inbox/b/c.md'], ['x/Inbox/a.md']],
  ['*.tmp', ['a.tmp', 'x/y/a.tmp'], ['a.tmp.md']],
  ['Inbox/*.md', ['Inbox/a.md'], ['Inbox/b/a.md']],
  ['Notes (old)/**', ['Notes (old)/a.md'], ['Notes old/a.md']],
  ['a[1].md', ['a[1].md'], ['b.md']],
  ['cafe\u0301/**', ['café/a.md'], ['cafe/a.md']],
  ['**', ['a', 'a/b/c.md'], []],
])('%s', (pattern, named, others) => {
  const matches = globMatcher([pattern]);
  for (const path of named) expect([path, matches(path)]).toEqual([path, true]);
  for (const path of others) expect([path, matches(path)]).toEqual([path, false]);
});

test('no pattern names nothing, and odd ones break nothing', () => {
  expect(globMatcher([])('a')).toBe(false);
  for (const pattern of ['', '/', '[', '(', '!(', '{a,', '\\']) expect(globMatcher([pattern])('a/b.md')).toBe(false);
});

test('the nearest name', () => {
  expect(nearestName('ignor', ['include', 'ignore'])).toBe('ignore');
  expect(nearestName('tiltes', ['title', 'locale'])).toBe('title');
  expect(nearestName('zebra', ['title', 'locale'])).toBeNull();
});
