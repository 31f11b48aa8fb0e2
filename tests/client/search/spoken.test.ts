import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settling } from '../../../src/client/search/spoken.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('of lines that come while somebody types, only the last is said', () => {
  const said: string[] = [];
  const say = settling((text) => said.push(text));
  for (const line of ['13 results', '9 results', '4 results']) {
    say(line);
    vi.advanceTimersByTime(300);
  }
  vi.runAllTimers();
  expect(said.filter((text) => text !== '')).toEqual(['4 results']);
});

test('the same line is said again, and none after it was taken back', () => {
  const said: string[] = [];
  const say = settling((text) => said.push(text));
  say('4 results');
  vi.runAllTimers();
  say('4 results');
  vi.runAllTimers();
  say('1 result');
  say('');
  vi.runAllTimers();
  expect(said).toEqual(['', '4 results', '', '4 results', '', '']);
});
