import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse.ts';
import { type BodyField, bodyFieldsFrom } from '../../src/notes/body-fields.ts';
import { accountsFromField, peopleFromField } from '../../src/notes/name-lists.ts';
import { listedNames } from '../../src/views/meeting-head.ts';

function fieldOf(value: string): BodyField {
  const [field] = bodyFieldsFrom(parseMarkdown(`**Attendees**: ${value}\n`, { bodyLine: 1 }));
  if (field === undefined) throw new Error(`no field in ${value}`);
  return field;
}

test.each([
  ['[[Ann Lee]], [[Bo Diaz]]', ['Ann Lee', 'Bo Diaz']],
  ['[[Ann Lee]];[[Bo Diaz]],', ['Ann Lee', 'Bo Diaz']],
  ['[[Ann Lee]]', ['Ann Lee']],
  ['[[Ann Lee]] [[Bo Diaz]]', null],
  ['[[Ann Lee]] and [[Bo Diaz]]', null],
  ['[[Ann Lee|Ann]]', null],
  ['[[People/Ann Lee]]', null],
  ['[[Ann]]', null],
  ['Ann Lee, Bo Diaz;Cy Fox', ['Ann Lee', 'Bo Diaz', 'Cy Fox']],
  ['Ann Lee and Bo Diaz', null],
  ['Ann', null],
  ['[[Ann Lee]] (late)', null],
])('%s', (value, names) => expect(listedNames(fieldOf(value))).toEqual(names));

test('names that need no further reading are those that reading gives, and nothing else stands in the field', () => {
  const name = fc.array(fc.constantFrom('Ann', 'Lee', 'and', 'Or', 'Inc', 'None', 'Bo', 'X'), { minLength: 1, maxLength: 3 });
  const link = name.map((words) => `[[${words.join(' ')}]]`);
  const others = fc.constantFrom('Ann', 'and', '(late)', '[[Ann Lee|A]]', '**Bo**');
  const between = fc.oneof({ weight: 4, arbitrary: fc.constant(', ') }, fc.constantFrom(' ', ';', ',, ', ' and ', ''));
  const listOf = (one: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(fc.oneof({ weight: 4, arbitrary: one }, others), between), { minLength: 1, maxLength: 5 }).map((parts) =>
      parts
        .flat()
        .join('')
        .replace(/[,; ]*$/u, ''),
    );
  const value = fc.oneof(listOf(link), listOf(name.map((words) => words.join(' '))));
  fc.assert(
    fc.property(value, (written) => {
      const field = fieldOf(written);
      const names = listedNames(field);
      if (names === null) return;
      expect(names).toEqual(peopleFromField(field));
      expect(names).toEqual(accountsFromField(field));
      const rest = [...names].sort((a, b) => b.length - a.length).reduce((text, one) => text.replace(one, ''), field.text);
      expect(rest.replace(/[\s,;]/gu, '')).toBe('');
    }),
  );
});
