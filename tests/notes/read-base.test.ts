import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBase } from '../../src/notes/read-base.ts';

const BOOKS = `filters:
  and:
    - categories.contains(link("Books"))
    - not: '!file.name.contains("Template")'
    - or:
        - a == 1
formulas:
  Age: today() - year
properties:
  note.author:
    displayName: Author
summaries:
  half: values.length / 2
views:
  - type: table
    name: Top rated
    limit: 20
    order: [file.name, author]
    sort:
      - property: rating
        direction: DESC
      - column: file.path
    groupBy:
      property: genre
      direction: desc
    summaries:
      note.rating: Average
    columnSize:
      file.name: 200
  - type: map
`;

test('a base is read with all its parts', () => {
  const { content, problem, unread } = parseBase(BOOKS);
  expect({ problem, unread }).toEqual({ problem: null, unread: [] });
  expect(content).toEqual({
    filters: {
      all: 'and',
      of: ['categories.contains(link("Books"))', { all: 'not', of: ['!file.name.contains("Template")'] }, { all: 'or', of: ['a == 1'] }],
    },
    formulas: [['Age', 'today() - year']],
    names: new Map([['note.author', 'Author']]),
    summaries: [['half', 'values.length / 2']],
    views: [
      {
        name: 'Top rated',
        id: 'view-top-rated',
        type: 'table',
        filters: null,
        order: ['file.name', 'author'],
        sort: [
          { property: 'rating', descending: true },
          { property: 'file.path', descending: false },
        ],
        groupBy: { property: 'genre', descending: true },
        limit: 20,
        summaries: [['note.rating', 'Average']],
      },
      {
        name: 'Untitled map',
        id: 'view-untitled-map',
        type: 'map',
        filters: null,
        order: [],
        sort: [],
        groupBy: null,
        limit: null,
        summaries: [],
      },
    ],
  });
});

describe('what is no base', () => {
  test('says why and where', () => {
    expect(parseBase('views:\n  - name: a\n  name: b: c\n')).toMatchObject({ content: null, line: 3 });
    expect(parseBase('- a\n- b')).toMatchObject({ content: null, problem: 'it holds no `key: value` lines' });
    expect(parseBase(`a: ${'['.repeat(300)}${']'.repeat(300)}`)).toMatchObject({ content: null });
  });
  test('nothing at all is a base without views', () => expect(parseBase('\n')).toMatchObject({ content: { views: [] }, problem: null }));
  test('parts of the wrong kind are named', () => {
    expect(parseBase('views: {a: b}\nfilters:\n  xor: [a]\n').unread).toEqual([
      '`views` is no list',
      'xor in the filters is none of and, or, not',
    ]);
    expect(parseBase('views: [7]\nfilters: 7').unread).toEqual(['View 1 is no mapping', 'A condition in the filters is no text: 7']);
  });
});

test('views of one name have anchors of their own', () => {
  const ids = parseBase('views:\n  - name: A b\n  - name: a B!\n  - name: "%"\n').content?.views.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(3);
});

test('whatever YAML or JSON holds, nothing is thrown', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((views) => JSON.stringify({ views, filters: views, properties: views })),
      ),
      (text) => {
        const { content, problem } = parseBase(text);
        expect(content === null).toBe(problem !== null);
      },
    ),
  ));
