import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { supports } from '../../src/graph/supports.ts';
import { inspectFiles } from '../support/inspected.ts';
import '../support/seed.ts';

/** How an account's fact is traced to a meeting that says `said`. */
function traced(fact: string, said: string): string {
  const facts = (item: string) => `## Key Facts\n- ${item}\n`;
  const model = inspectFiles({
    'Acme.md': `---\ntype: customer\n---\n${facts(fact)}`,
    'm.md': `---\ndate: 2026-01-10\naccount: Acme\n---\n${facts(said)}`,
  });
  const own = model.facts.find(({ path }) => path === 'Acme.md');
  return `${own?.match} ${own?.meeting}`;
}

describe('a fact is traced to the meeting that says it in other words', () => {
  test.each([
    ['Budget is 60k for phase two of the rollout', 'The budget for phase two of the rollout is 60k'],
    ['The data centre of the bank does not move before June', 'Before June the data centre of the bank will not move'],
    ['Go live of all stores is on 2026-06-01', 'All stores: go live is on 1 June 2026'],
    ['Up to 60,000 scanned documents are migrated each night', 'Each night up to 60k scanned documents are migrated'],
    ['All forty vans and 12 lorries change on 3 May', 'On 3 May 2026 all forty vans and twelve lorries change'],
    [
      'The session waits for definitive requirements of the store team',
      'On 14 May the session waits for definitive requirements of the store team',
    ],
    [
      'Round trip from North to South is 168 ms over the main link',
      'Round trip from North to South is 168 ms over the main link, 87 % of it usable',
    ],
    ['The pilot runs for 6 weeks in two stores', 'The pilot in all runs for six weeks, in 2 stores'],
    ['The contract with the carrier ends in May 2027 [[2026-01-10 - Kick-off]]', 'The contract with that carrier ends in May 2027'],
    ["The warehouse doesn't need a second link this year", 'The warehouse does not need a second link this year'],
  ])('%s ≈ %s', (fact, said) => {
    expect(traced(fact, said)).toBe('near m.md');
  });

  test.each([
    ['another number', 'Budget is 60k for phase two of the rollout', 'Budget is 65k for phase two of the rollout'],
    ['a number in words', 'Budget is 60k for phase two of the rollout', 'Budget is 60k for phase three of the rollout'],
    ['negation', 'The data centre does not move before June', 'The data centre does move before June'],
    ['never', 'The data centre never moves to another country', 'The data centre moves to another country'],
    ['without', 'The rollout starts without a second link in March', 'The rollout starts with a second link in March'],
    ['a contraction', "The warehouse doesn't need a second link this year", 'The warehouse does need a second link this year'],
    ['another month', 'The data centre does not move before June', 'The data centre does not move before July'],
    ['another day', 'Go live of all stores is on 2026-06-01', 'Go live of all stores is on 2026-06-02'],
    ['another unit', 'The pilot runs for 6 weeks in all northern stores', 'The pilot runs for 6 months in all northern stores'],
    ['another currency', 'The price of phase two is €60 a seat', 'The price of phase two is $60 a seat'],
    ['the other way round', 'North gets 40 seats and South gets 60 seats', 'North gets 60 seats and South gets 40 seats'],
    ['a number that one alone has', 'Budget is 60k for phase two of the rollout', 'Budget is agreed for phase two of the rollout'],
    ['what it was and is', 'Budget is 60k for phase two of the rollout', 'Budget goes from 60k to 65k for phase two of the rollout'],
    ['before and after', 'The data centre moves before the audit in June', 'The data centre moves after the audit in June'],
  ])('not with %s', (_, fact, said) => {
    expect(traced(fact, said)).toBe('none null');
  });

  test('nor to a later meeting that contradicts it when an older one agrees', () => {
    const facts = (item: string) => `## Key Facts\n- ${item}\n`;
    const model = inspectFiles({
      'Acme.md': `---\ntype: customer\n---\n${facts('Budget is 60k for phase two of the rollout')}`,
      'a.md': `---\ndate: 2026-01-10\naccount: Acme\n---\n${facts('The budget for phase two of the rollout is 60k')}`,
      'b.md': `---\ndate: 2026-02-10\naccount: Acme\n---\n${facts('Budget is 65k for phase two of the rollout')}`,
    });
    expect(model.facts.find(({ path }) => path === 'Acme.md')).toMatchObject({ match: 'near', meeting: 'a.md' });
  });
});

describe('a fact that links a meeting of its account comes from it, whatever that says', () => {
  const meeting = (date: string) => `---\ndate: ${date}\naccount: Acme\n---\n## Key Facts\n- Something else was told that day\n`;
  const files = {
    '2026-01-10 - Kick-off.md': meeting('2026-01-10'),
    '2026-02-10 - Review.md': meeting('2026-02-10'),
    'other.md': meeting('2026-02-12').replace('Acme', 'Beta'),
    'plan.md': '---\naccount: Acme\n---\nA note without a date.\n',
  };
  test.each<readonly [rule: string, lines: string, traced: string]>([
    ['a wikilink', '- The pilot needs a badge ([[2026-01-10 - Kick-off]])', 'exact 2026-01-10 - Kick-off.md'],
    ['with other words', '- The pilot needs a badge [[2026-01-10 - Kick-off#Key Facts|kick-off]]', 'exact 2026-01-10 - Kick-off.md'],
    ['a Markdown link', '- The pilot needs a badge [kick-off](2026-01-10%20-%20Kick-off.md)', 'exact 2026-01-10 - Kick-off.md'],
    ['on its second line', '- The pilot needs a badge,\n  as said in [[2026-01-10 - Kick-off]]', 'exact 2026-01-10 - Kick-off.md'],
    ['the newest of several', '- A badge [[2026-02-10 - Review]], [[2026-01-10 - Kick-off]]', 'exact 2026-02-10 - Review.md'],
    ['not below it', '- The pilot needs a badge\n  - see [[2026-01-10 - Kick-off]]', 'none null'],
    ['not on the next line', '- The pilot needs a badge\n- [[2026-01-10 - Kick-off]] went well', 'none null'],
    ['not of another account', '- The pilot needs a badge [[other]]', 'none null'],
    ['not a note that is no meeting', '- The pilot needs a badge [[plan]]', 'none null'],
    ['not in code', '- The pilot needs a badge `[[2026-01-10 - Kick-off]]`', 'none null'],
  ])('%s', (_, lines, traced) => {
    const model = inspectFiles({ ...files, 'Acme.md': `---\ntype: customer\n---\n## Key Facts\n${lines}\n` });
    const [own] = model.facts.filter(({ path }) => path === 'Acme.md');
    expect(`${own?.match} ${own?.meeting}`).toBe(traced);
  });

  test('before a meeting that says the same', () => {
    const fact = 'The pilot in the northern stores needs a badge for everybody';
    const model = inspectFiles({
      ...files,
      'said.md': `---\ndate: 2026-03-10\naccount: Acme\n---\n## Key Facts\n- ${fact}\n`,
      'Acme.md': `---\ntype: customer\n---\n## Key Facts\n- ${fact} [[2026-01-10 - Kick-off]]\n`,
    });
    expect(model.facts.find(({ path }) => path === 'Acme.md')).toMatchObject({ match: 'exact', meeting: '2026-01-10 - Kick-off.md' });
  });
});

test('no text speaks against itself, and more figures of the same kind speak against any', () => {
  const word = fc.constantFrom(
    'North',
    'not',
    'moves',
    '60k',
    'before',
    'June',
    '€5',
    'phase two',
    '12 %',
    'never',
    '2026-01-02',
    '6 weeks',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.nat(8), (words, at) => {
      const text = words.join(' ');
      expect(supports(text, text)).toBe(true);
      const more = [...words.slice(0, at), 'within 7 weeks', ...words.slice(at)].join(' ');
      expect(supports(text, more)).toBe(false);
      expect(supports(more, text)).toBe(!words.includes('6 weeks'));
    }),
  );
});
