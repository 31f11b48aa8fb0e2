import { type Figure, figuresIn } from './figures.ts';

/** What turns a sentence round, in some languages of our alphabet; a contraction ends in `n't`. */
const NEGATIONS = new Set(
  `not no never without none nor neither nothing nobody cannot nicht kein keine keinen keinem keiner nie niemals ohne pas jamais sans aucun
  aucune nunca sin ningun ninguna senza nessun nessuna nao sem nenhum nenhuma niet geen nooit zonder`.split(/\s+/u),
);
/** A text with one of the pair against a text with the other. */
const OPPOSITES = [
  ['before', 'after'],
  ['above', 'below'],
  ['over', 'under'],
  ['more', 'less'],
] as const;

/**
 * True when two texts that share most of their words cannot say the same: their figures and dates are not the same (the order of those of one
 * kind included, so that `North 40, South 60` is not `North 60, South 40`), a unit that both give differs, one negates more often than the
 * other, or one says `before` where the other says `after`. Rather an agreement missed than a contradiction taken for one.
 */
export function contradicts(left: string, right: string): boolean {
  const [a, b] = [figuresIn(withoutCitations(left)), figuresIn(withoutCitations(right))];
  if (negations(a.words) !== negations(b.words) || !sameFigures(a.figures, b.figures)) return true;
  const [own, other] = [new Set(a.words), new Set(b.words)];
  return OPPOSITES.some(([one, two]) => isTurned(own, other, one, two) || isTurned(own, other, two, one));
}

function negations(words: readonly string[]): number {
  return words.filter((word) => NEGATIONS.has(word) || word.endsWith("n't")).length;
}

function isTurned(a: ReadonlySet<string>, b: ReadonlySet<string>, one: string, two: string): boolean {
  return a.has(one) && !a.has(two) && b.has(two) && !b.has(one);
}

function sameFigures(a: readonly Figure[], b: readonly Figure[]): boolean {
  if (a.length === 0 && b.length === 0) return true;
  const [left, right] = [unitsByValue(a), unitsByValue(b)];
  if (a.length !== b.length || left.size !== right.size) return false;
  for (const [value, { count, units }] of left) {
    const other = right.get(value);
    if (count !== other?.count) return false;
    if (units.size > 0 && other.units.size > 0 && [...units].sort().join() !== [...other.units].sort().join()) return false;
  }
  const [first, second] = [inOrder(a), inOrder(b)];
  // A unit that one of them leaves out makes another kind of it; then the order tells nothing.
  return [...first].every(([kind, values]) => {
    const others = second.get(kind);
    return others === undefined || others.length !== values.length || others.join() === values.join();
  });
}

function unitsByValue(figures: readonly Figure[]): ReadonlyMap<string, { count: number; readonly units: Set<string> }> {
  const byValue = new Map<string, { count: number; readonly units: Set<string> }>();
  for (const { value, unit } of figures) {
    const known = byValue.get(value) ?? { count: 0, units: new Set<string>() };
    byValue.set(value, known);
    known.count += 1;
    if (unit !== '') known.units.add(unit);
  }
  return byValue;
}

function inOrder(figures: readonly Figure[]): ReadonlyMap<string, readonly string[]> {
  return new Map([...Map.groupBy(figures, ({ kind }) => kind)].map(([kind, some]) => [kind, some.map(({ value }) => value)]));
}

/** What is only there to cite says nothing: links to dated notes, addresses, footnote marks, block ids. */
function withoutCitations(markdown: string): string {
  return markdown
    .replace(/!?\[\[(?:[^\]|]*\/)?([^\]|/]*)(?:\|([^\]]*))?\]\]/gu, (_, target: string, shown: string | undefined) =>
      /^\d{4}-\d{2}-\d{2}/u.test(target) ? ' ' : (shown ?? target),
    )
    .replace(/(?<=\])\([^)]*\)|\[\^[^\]]*\]|\s\^[A-Za-z0-9-]+$/gu, ' ');
}
