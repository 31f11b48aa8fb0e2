import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { healPath } from '../../src/graph/heal.ts';
import { resolvePath } from '../../src/graph/resolve.ts';
import { repairName } from '../../src/vault/repair.ts';
import { at, indexOf } from '../support/name-index.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

describe('the ladder', () => {
  const files = ['Customers/Acme/2025-11-14 - Acme sync.md', 'Notes/It’s a plan.md', 'Notes/Café – notes.md', 'img/Big Map.png', 'x.md'];
  const index = indexOf(
    files,
    {
      'Customers/Acme/2025-11-14 - Acme sync.md': {
        title: 'Acme sync',
        sourceRef: 'Inbox/_archive/2026/2025-11-14 - Call about Acme’s\n  plans.md',
      },
      'x.md': { title: 'A: title / with signs' },
    },
    repairName,
  );
  test.each([
    ['2025-11-14 - Call about Acme’s plans', 'source', files[0]],
    ["Elsewhere/2025-11-14 - call about Acme's  plans.md", 'source', files[0]],
    ['2025-11-14 - Call about Acmeâ€™s plans', 'source', files[0]],
    ["It's a plan", 'folded', files[1]],
    ['Notes/Itâ€™s a plan.md', 'folded', files[1]],
    ['notes/CafÃ© â€“ notes', 'folded', files[2]],
    ['Cafe\u0301 — notes', 'folded', files[2]],
    ['Archive/It’s a plan', 'basename', files[1]],
    ["Archive/it's a plan", 'basename', files[1]],
    ['../../Somewhere/Big%20Map.png', 'basename', files[3]],
    ['/Big Map.png', 'basename', files[3]],
    ['Acme sync', 'title', files[0]],
    ['acme  Sync.md', 'title', files[0]],
    ['A: title / with signs', 'title', files[4]],
  ])('%s is healed by %s', (path, via, target) => {
    expect(resolvePath(index, at('q.md'), path, 'wiki').status).toBe('missing');
    expect(healPath(index, at('q.md'), path)).toEqual({ status: 'healed', via, target });
  });

  test.each(['2025-11-06 - Call about nothing', 'Big Map', 'Acme', '', '|', '|x', '…', '-', 'plan', 'a/b/c'])(
    '"%s" stays missing',
    (path) => {
      expect(healPath(index, at('q.md'), path)).toEqual({ status: 'missing' });
    },
  );
});

describe('several that fit', () => {
  test('make a link ambiguous on the rung that knows them, in order of preference', () => {
    const index = indexOf(['long/b’s.md', 'b/b’s.md', 'c.md', 'd.md'], {
      'c.md': { title: 'T', sourceRef: 's.md' },
      'd.md': { title: 't', sourceRef: 'in/S' },
    });
    expect(healPath(index, at('q.md'), "b's")).toEqual({ status: 'ambiguous', candidates: ['b/b’s.md', 'long/b’s.md'] });
    expect(healPath(index, at('q.md'), 'gone/b’s')).toEqual({ status: 'ambiguous', candidates: ['b/b’s.md', 'long/b’s.md'] });
    expect(healPath(index, at('q.md'), 'T')).toEqual({ status: 'ambiguous', candidates: ['c.md', 'd.md'] });
    expect(healPath(index, at('q.md'), 's')).toEqual({ status: 'ambiguous', candidates: ['c.md', 'd.md'] });
    expect(healPath(index, at('q.md'), "long/b's")).toEqual({ status: 'healed', via: 'folded', target: 'long/b’s.md' });
  });
});

describe('a source line', () => {
  test('never heals onto its own note, by whatever rung', () => {
    const carried = { 'a/Call.md': { title: 'Call', sourceRef: 'Inbox/2026/Call.md' } };
    expect(healPath(indexOf(['a/Call.md'], carried), at('a/Call.md'), 'Inbox/2025/Call.md')).toEqual({ status: 'missing' });
    expect(healPath(indexOf(['a/Call.md', 'Inbox/2026/Call.md'], carried), at('a/Call.md'), 'Inbox/2025/Call.md')).toEqual({
      status: 'healed',
      via: 'basename',
      target: 'Inbox/2026/Call.md',
    });
    expect(healPath(indexOf(['a/Call.md'], carried), at('q.md'), 'Inbox/2025/Call.md')).toEqual({
      status: 'healed',
      via: 'source',
      target: 'a/Call.md',
    });
  });

  test('other links of a note may heal onto it', () => {
    expect(healPath(indexOf(['a/Acme.md']), at('a/Acme.md'), 'old/Acme')).toMatchObject({ via: 'basename', target: 'a/Acme.md' });
  });
});

test('a web address as source is no name', () => {
  const index = indexOf(['a.md'], { 'a.md': { sourceRef: 'https://example.org/calls/123' } });
  expect(healPath(index, at('q.md'), '123')).toEqual({ status: 'missing' });
});

describeShared('the pair of real notes', () => {
  test('the link to the archived transcript leads to the meeting made from it, and the source line nowhere', () => {
    const folder = 'Customers/Walmart';
    const [meeting, account] = [`${folder}/2025-11-14 - Walmart big data DR sync.md`, `${folder}/Walmart.md`];
    const text = (path: string): string => readFileSync(sharedPath(`vaults/seeds/${path}`), 'utf8');
    const properties = parse(text(meeting).split('---\n')[1] ?? '') as { readonly title: string; readonly source_ref: string };
    const index = indexOf([meeting, account], { [meeting]: { title: properties.title, sourceRef: properties.source_ref } }, repairName);
    const links = (path: string): readonly string[] => [...text(path).matchAll(/\[\[([^\]|#]+)/gu)].map((match) => match[1] ?? '');
    const healed = (path: string) =>
      links(path)
        .map((link) => healPath(index, at(path), link))
        .filter(({ status }) => status === 'healed');
    expect(links(account).length).toBeGreaterThan(2);
    expect(healed(account)).toEqual([{ status: 'healed', via: 'source', target: meeting }]);
    expect(links(meeting).some((link) => link.startsWith('Inbox/'))).toBe(true);
    expect(healed(meeting).filter((healing) => healing.status === 'healed' && healing.target === meeting)).toEqual([]);
  });
});
