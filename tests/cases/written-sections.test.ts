import { describe, expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { inspectFiles } from '../support/inspected.ts';

const HEAD = '---\naccount: Acme\ndate: 2026-01-01\n---\n';

/** Texts and lines of the decisions of one note. */
function decisionsOf(body: string): readonly (readonly [text: string, line: number])[] {
  return inspectFiles({ 'm.md': HEAD + body }).decisions.map(({ text, source }) => [text, source.line]);
}

describe('items of a section', () => {
  test.each<[rule: string, body: string, items: readonly (readonly [string, number])[]]>([
    [
      'each list item, whatever its marker',
      '## Decisions\n- a\n\n* b\n\n1. c\n2) d',
      [
        ['a', 6],
        ['b', 8],
        ['c', 10],
        ['d', 11],
      ],
    ],
    [
      'one written over several lines is one text',
      '## Decisions\n- We go\n  with *two*\nracks. ^b1\n- b',
      [
        ['We go with *two* racks.', 6],
        ['b', 9],
      ],
    ],
    [
      'comments in it are left out, code blocks and lists below it are its own',
      '## Decisions\n- a %%why\n  not%% b\n  - c\n- d\n  ```\n  - e\n  ```',
      [
        ['a b', 6],
        ['d', 9],
      ],
    ],
    [
      'a label parts a list into groups',
      '## Decisions\n- Storage:\n  - a\n  - b\n- **Network**:\n  1. c\n- **Sites:**\n\t- d\n- Alone:',
      [
        ['a', 7],
        ['b', 8],
        ['c', 10],
        ['d', 12],
        ['Alone:', 13],
      ],
    ],
    [
      'headings below it part it too',
      '## Decisions\n### Storage\n- a\n### Network\n- b',
      [
        ['a', 7],
        ['b', 9],
      ],
    ],
    [
      'a section within it has what is its own',
      '## Decisions\n- a\n### Key facts\n- no\n### Agreed\n- b',
      [
        ['a', 6],
        ['b', 10],
      ],
    ],
    ['of the same name is counted once', '# Decisions\n## Decisions\n- a', [['a', 7]]],
  ])('%s', (_, body, items) => expect(decisionsOf(body)).toEqual(items));
});

describe('attendees', () => {
  test.each<[item: string, name: string]>([
    ['Ann Lee', 'Ann Lee'],
    ['[[Ann Lee]] (CTO)', 'Ann Lee'],
    ['**Ann Lee**, CTO', 'Ann Lee'],
    ['Ann Lee <ann@example.org>', 'Ann Lee'],
    ['Ann Lee ann@example.org', 'Ann Lee'],
    ['Ann Lee (ann@example.org)', 'Ann Lee'],
    ['[Ann Lee](mailto:ann@example.org), CTO', 'Ann Lee'],
    ['@Ann Lee – chair', 'Ann Lee'],
    ['Chair: [[Ann Lee]]', 'Ann Lee'],
    ['Ann Lee (owns the [[Runbook]])', 'Ann Lee'],
    ['Ann Lee – owns the [[Runbook]]', 'Ann Lee'],
    ['[[Lee, Ann|Ann]]', 'Lee, Ann'],
    ['Jean-Luc O’Brien', 'Jean-Luc O’Brien'],
    ['ann@example.org', 'ann@example.org'],
  ])('%s', (item, name) => {
    const note = noteOf(inspectFiles({ 'm.md': `${HEAD}## Attendees\n- ${item}\n` }), 'm.md');
    expect(note.participants).toEqual([name]);
  });

  test('by side, and nobody is named by the side', () => {
    const note = noteOf(inspectFiles({ 'm.md': `${HEAD}## Attendees\n- Acme:\n  - Ann Lee, CTO\n- **Us:**\n  - Bo Ek\n` }), 'm.md');
    expect(note.participants).toEqual(['Ann Lee', 'Bo Ek']);
  });
});

test.each(['2026/3/8', '2026.03.08', '2026/03/08 14:00', 'Sunday, 2026-03-08', '[[2026-03-08|Sunday]]', '[[Daily/2026-03-08]]'])(
  'the line **Date**: %s',
  (date) => expect(noteOf(inspectFiles({ 'm.md': `# m\n\n**Date**: ${date}\n` }), 'm.md').date).toBe('2026-03-08'),
);
