import '../support/seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memorySite } from '../support/memory-vault.ts';

/** What is said at one meeting: of an account, on a day of January 2026, items of decisions and of facts, of words that are no stop words. */
interface Meeting {
  readonly account: string;
  readonly day: number;
  readonly decisions: readonly string[];
  readonly facts: readonly string[];
}

const VOCABULARY = 'store price night report page controller north rehearsal signature recording seven gate pilot queue'.split(' ');
const item = fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const meetings = fc.array(
  fc.record<Meeting>({
    account: fc.constantFrom('Northwind', 'Castellan'),
    day: fc.integer({ min: 1, max: 9 }),
    decisions: fc.array(item, { maxLength: 3 }),
    facts: fc.array(item, { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 14 },
);

const list = (heading: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `## ${heading}\n${items.map((one) => `- ${one}`).join('\n')}\n`;

/** Every decision against every later item of its account, word by word, as `decisionsFrom` tells it. */
function naive(all: readonly (Meeting & { readonly path: string })[]): ReadonlyMap<string, readonly string[]> {
  const words = (text: string): readonly string[] => [...new Set(text.split(' '))];
  const said = ({ decisions, facts }: Meeting): readonly string[] => [...decisions, ...facts];
  const having = (some: readonly Meeting[], word: string): number =>
    some.filter((one) => said(one).some((text) => words(text).includes(word))).length;
  const touched = new Map<string, readonly string[]>();
  for (const own of all) {
    const ofAccount = all.filter(({ account }) => account === own.account);
    const weight = (word: string): number =>
      (Math.log(1 + ofAccount.length / Math.max(1, having(ofAccount, word))) * Math.log(1 + all.length / Math.max(1, having(all, word)))) /
      Math.log(1 + all.length);
    const weigh = (some: readonly string[]): number => some.reduce((sum, word) => sum + weight(word), 0);
    own.decisions.forEach((text, i) => {
      const later = ofAccount.filter(
        (other) =>
          other.day > own.day &&
          said(other).some((candidate) => {
            const shared = words(text).filter((word) => words(candidate).includes(word));
            const evidence = weigh(shared);
            const likeness = evidence / Math.sqrt(weigh(words(text)) * weigh(words(candidate)));
            return shared.length >= 2 && evidence >= 0.36 && evidence * likeness >= 0.36;
          }),
      );
      const oldest = later.toSorted((a, b) => a.day - b.day || (a.path < b.path ? -1 : 1)).slice(0, 5);
      touched.set(
        `${own.path} ${i}`,
        oldest.map(({ path }) => path),
      );
    });
  }
  return touched;
}

test('later meetings that return to a decision are those of a comparison of everything with everything', () => {
  fc.assert(
    fc.property(meetings, (drawn) => {
      const all = drawn.map((one, i) => ({ ...one, path: `m${String(i).padStart(2, '0')}.md` }));
      const { decisions } = memorySite(
        Object.fromEntries(
          all.map(({ path, account, day, ...items }) => [
            path,
            `---\ntype: meeting\ndate: 2026-01-0${day}\naccount: ${account}\n---\n${list('Decisions', items.decisions)}${list('Key Facts', items.facts)}`,
          ]),
        ),
      ).graph;
      const byNote = Map.groupBy(decisions, ({ source }) => source.path as string);
      const told = [...byNote].flatMap(([path, own]) =>
        own
          .toSorted((a, b) => a.source.line - b.source.line)
          .map(({ touchedBy }, i): [string, readonly string[]] => [`${path} ${i}`, touchedBy]),
      );
      expect(new Map(told)).toEqual(naive(all));
    }),
    { numRuns: 60 },
  );
});
