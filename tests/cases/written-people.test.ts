import { expect, test } from 'vitest';
import { inspectFiles } from '../support/inspected.ts';

const meeting = (people: string, body = ''): string => `---\naccount: Acme\ndate: 2026-01-01\nparticipants: [${people}]\n---\n${body}`;

test.each<[rule: string, others: string, people: readonly string[]]>([
  ['a name with an initial is short', 'Tomas L', ['Ada Byron', 'Tomas Lindqvist']],
  ['so with a dot', 'Tomas L.', ['Ada Byron', 'Tomas Lindqvist']],
  ['one that fits nobody is a person', 'Malcolm X, Tomas B', ['Ada Byron', 'Malcolm X', 'Tomas B', 'Tomas Lindqvist']],
  ['a sign of a script without case is a whole name', 'Tomas 李', ['Ada Byron', 'Tomas Lindqvist', 'Tomas 李']],
])('%s', (_, others, people) => {
  const model = inspectFiles({ 'a.md': meeting('Tomas Lindqvist, Ada Byron'), 'b.md': meeting(others) });
  expect(model.people.map(({ name }) => name).sort()).toEqual(people);
});

test('a name with an initial makes nobody else unclear', () => {
  const task = '- [ ] Send it @Tomas\n- [ ] Get it @Tomas.L\n';
  const model = inspectFiles({
    'a.md': meeting('Tomas Lindqvist'),
    'b.md': meeting('Tomas L, Bo Ek', task),
    'c.md': meeting('Bo Ek', task),
  });
  expect([...new Set(model.actions.map(({ owner }) => owner))]).toEqual(['Tomas Lindqvist']);
});
