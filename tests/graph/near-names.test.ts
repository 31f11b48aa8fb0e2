import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearIndex, nearNames } from '../../src/graph/near-names.ts';

const NOTES: readonly (readonly [string, string | null, boolean?])[] = [
  ['Price-file feed deep dive', '2026-02-17'],
  ['Rollback rehearsals', null],
  ['Legal hold and retention', null],
  ['Two-site replication', null],
  ['Relay 4.3 early access', null],
  ['2026-03-04 - Weekly sync', '2026-03-04'],
  ['Northwind Grocers', null, false],
  ['Tomas Lindqvist', null, false],
  ['Kubernetes', null],
  ['Onboarding guide', null],
  ['Acme', null, false],
  ['Plan', null],
];
const index = nearIndex(NOTES.map(([name, date, isPart = true]) => ({ item: name, names: [name], date, isPart })));
const near = (name: string) => nearNames(index, name).map(({ item, reason }) => `${item}: ${reason}`);

describe('what a name without a note may have meant', () => {
  test.each([
    ['Two site replication', 'Two-site replication: signs'],
    ['Twosite replication', 'Two-site replication: signs'],
    ['Replication, two site', 'Two-site replication: order'],
    ['Rollback rehearsal', 'Rollback rehearsals: ending'],
    ['Rollback reheasals', 'Rollback rehearsals: spelling'],
    ['Tomas Lindquist', 'Tomas Lindqvist: spelling'],
    ['Kuberentes', 'Kubernetes: spelling'],
    ['Price-file feed', 'Price-file feed deep dive: longer'],
    ['Two-site replication overview', 'Two-site replication: shorter'],
    ['Onboarding gide', 'Onboarding guide: spelling'],
    ['Onboarding giude', 'Onboarding guide: spelling'],
    ['Acmee', 'Acme: spelling'],
    ['Acm', 'Acme: spelling'],
    ['Amce', 'Acme: spelling'],
    ['2026-03-04 - Weekley sync', '2026-03-04 - Weekly sync: spelling'],
  ])('%s', (name, expected) => {
    expect(near(name)).toEqual([expected]);
  });

  test.each([
    ['another number', 'Relay 4.4 early access'],
    ['another day of a series', '2026-03-11 - Weekly sync'],
    ['an account that a longer name begins with', 'Northwind Grocers kickoff'],
    ['a first name', 'Tomas'],
    ['one word of a title', 'Replication'],
    ['a few words in common', 'Legal entity and address'],
    ['a short word with another letter', 'Relax'],
    ['another short word', 'Acne'],
    ['another short word that is no name', 'Plane'],
    ['a name too short to tell', 'Ac'],
    ['nothing but signs', '???'],
  ])('not %s', (_, name) => {
    expect(near(name)).toEqual([]);
  });

  test('never more than five, and each once, for any name', () => {
    const words = fc.array(fc.constantFrom('rollback', 'rehearsal', 'rehearsals', '4', 'north', '東京', 'a-b', ''), { maxLength: 4 });
    const name = words.map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), name, (titles, asked) => {
        const many = nearIndex(titles.map((title, item) => ({ item, names: [title, `${title} x`], date: null, isPart: true })));
        const found = nearNames(many, asked).map(({ item }) => item);
        expect(found.length).toBeLessThanOrEqual(5);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
