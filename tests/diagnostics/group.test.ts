import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, diagnostic } from '../../src/diagnostics/catalogue.ts';
import { groupFindings, placeOf } from '../../src/diagnostics/group.ts';

const finding = fc.record({
  code: fc.constantFrom(...CATALOGUE.map(({ code }) => code)),
  path: fc.constantFrom(null, 'a.md', 'b/c.md'),
  line: fc.constantFrom(null, 1, 2),
  message: fc.constantFrom('[[A]] x.', '[[A|b]] x.', '[[A#c|b]] x.', '![[A]] x.', '[t](a.md) x.', '[[', 'B'),
});

describe('findings in groups', () => {
  test('are the same findings, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(finding), (given) => {
        const all = given.map(({ code, ...rest }) => diagnostic(code, rest));
        const groups = groupFindings(all);
        const grouped = groups.flatMap(({ subjects }) => subjects.flatMap(({ findings }) => findings));
        expect(new Set(grouped)).toEqual(new Set(all));
        expect(grouped).toHaveLength(all.length);
        for (const { total, subjects } of groups) {
          const counts = subjects.map(({ findings }) => findings.length);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
          expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        }
        const ranks = groups.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  test('links to the same are one subject, however they are shown', () => {
    const links = ['[[Plan]]', '[[Plan|the plan]]', '[[Plan#Dates]]', '[[Plan B]]', '![[Plan]]'];
    const all = links.map((raw, i) => diagnostic('link-missing', { path: 'a.md', line: i + 1, message: `${raw} leads to no note.` }));
    expect(groupFindings(all)[0]?.subjects.map(({ message, findings }) => [message, findings.length])).toEqual([
      ['[[Plan]] leads to no note.', 3],
      ['[[Plan B]] leads to no note.', 1],
      ['![[Plan]] leads to no note.', 1],
    ]);
  });

  test('a place is a path with a line, as far as both are known', () => {
    expect([placeOf({ path: 'a.md', line: 3 }), placeOf({ path: 'a.md', line: null }), placeOf({ path: null, line: 3 })]).toEqual([
      'a.md:3',
      'a.md',
      '',
    ]);
  });
});
