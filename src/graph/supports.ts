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
 * True when a text that shares most of its words with a fact may be taken for its source, because nothing in it speaks against that. It must
 * give every figure and date of the fact, with the same unit where both name one, and no other one of the same kind: `65k` is no source of
 * `60k`, nor is `from 60k to 65k`, nor `North 60, South 40` of `North 40, South 60`; what is counted in other units is more than the fact
 * says, and does no harm. It must negate as often as the fact does, and not say `after` where that says `before`. Rather a source missed than
 * a contradiction taken for one.
 */
export function supports(said: string, fact: string): boolean {
  const [own, other] = [figuresIn(withoutCitations(fact)), figuresIn(withoutCitations(said))];
  if (negations(own.words) !== negations(other.words) || !givesFigures(other.figures, own.figures)) return false;
  const [left, right] = [new Set(own.words), new Set(other.words)];
  return !OPPOSITES.some(([one, two]) => isTurned(left, right, one, two) || isTurned(left, right, two, one));
}

function negations(words: readonly string[]): number {
  return words.filter((word) => NEGATIONS.has(word) || word.endsWith("n't")).length;
}

function isTurned(a: ReadonlySet<string>, b: ReadonlySet<string>, one: string, two: string): boolean {
  return a.has(one) && !a.has(two) && b.has(two) && !b.has(one);
}

function givesFigures(said: readonly Figure[], fact: readonly Figure[]): boolean {
  if (fact.length === 0) return true;
  const given = Map.groupBy(said, ({ value }) => value);
  const isGiven = ({ value, unit }: Figure): boolean =>
    (given.get(value) ?? []).some((other) => unit === '' || other.unit === '' || unit === other.unit);
  if (!fact.every(isGiven)) return false;
  const [own, others] = [Map.groupBy(fact, ({ kind }) => kind), Map.groupBy(said, ({ kind }) => kind)];
  return [...own].every(([kind, figures]) => {
    const theirs = others.get(kind);
    // A unit left out makes another kind of a figure that was found above.
    return theirs === undefined || isInOrder(theirs, figures);
  });
}

/** True when all of some figures are among others, in their order. */
function isInOrder(some: readonly Figure[], all: readonly Figure[]): boolean {
  let at = 0;
  return some.every(({ value }) => {
    while (at < all.length && all[at]?.value !== value) at += 1;
    at += 1;
    return at <= all.length;
  });
}

/** What is only there to cite says nothing: links to dated notes, addresses, footnote marks, block ids. */
function withoutCitations(markdown: string): string {
  return markdown
    .replace(/!?\[\[(?:[^\]|]*\/)?([^\]|/]*)(?:\|([^\]]*))?\]\]/gu, (_, target: string, shown: string | undefined) =>
      /^\d{4}-\d{2}-\d{2}/u.test(target) ? ' ' : (shown ?? target),
    )
    .replace(/(?<=\])\([^)]*\)|\[\^[^\]]*\]|\s\^[A-Za-z0-9-]+$/gu, ' ');
}
