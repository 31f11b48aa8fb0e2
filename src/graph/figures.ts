/** A number, label (`phase two`) or date in a text. */
export interface Figure {
  /** `60`, `phase 2`, `date 6-1`. */
  readonly value: string;
  /** The unit before or behind a number, the year of a date; '' when it is not said. */
  readonly unit: string;
  /** What it counts as when the order of figures is compared. */
  readonly kind: string;
}

/** Numbers in words, as far as people write them so; one and second are other words too. */
const NUMBERS: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i): [string, string] => [word, `${i}`]),
  ...'first second third fourth fifth sixth'.split(' ').map((word, i): [string, string] => [word, `${i + 1}`]),
]);

/** Units by the words and signs that stand for them, of a word in the plural without its `s`; the first of a line is the unit. */
const UNITS: ReadonlyMap<string, string> = new Map(
  '% percent pct|€ eur euro|$ usd dollar|£ gbp pound|¥ jpy yen|sec|ms|minute min|hour hr h|day d|week wk|month|quarter|year yr|kb|mb|gb|tb|pb|gbit gbps|mbit mbps|million mn m|billion bn|km|kg'
    .split('|')
    .flatMap((line) => line.split(' ').map((word, _, words): [string, string] => [word, words[0] ?? word])),
);

/** Words that a number behind them names one of. */
const LABELS = new Set(
  'phase step stage version wave sprint site floor level tier part lot release week day option question line store building'.split(' '),
);
const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Capitals tell `May` and `March` from verbs. */
const MONTH =
  '(?<!\\p{L})(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|january|february|april|june|july|august|september|october|november|december)(?!\\p{L})';
const DAY = '(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\p{L}\\d])';
const YEAR = '(?:,? (\\d{4})(?!\\d))?';
const ISO_DATE = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;
const DAY_FIRST = new RegExp(`(?<!\\d)${DAY}(?: of)? ${MONTH}${YEAR}`, 'gu');
const MONTH_FIRST = new RegExp(`${MONTH} ${DAY}${YEAR}`, 'gu');
const MONTH_ALONE = new RegExp(`${MONTH}${YEAR}`, 'gu');
const THOUSANDS = /(?<=\d)[, \u00a0\u202f'’](?=\d{3}(?!\d))/gu;
/** Begins a date that was found. */
const MARK = '\ue000';
const TOKEN = /\ue000[\d-]+y\d*|[€$£¥%]|\d+(?:[.,:/–-]\d+)*|\p{L}+(?:['’]\p{L}+)*/gu;

/**
 * Words and figures of a text, folded. Numbers in words are numbers, `60k` is 60,000, `1 June 2026` is 2026-06-01, and a date without its year
 * fits every year.
 */
export function figuresIn(text: string): { readonly words: readonly string[]; readonly figures: readonly Figure[] } {
  const tokens = withDates(text).replace(THOUSANDS, '').match(TOKEN) ?? [];
  const words = tokens.map((token) => token.normalize('NFKD').replace(/\p{M}/gu, '').replace('’', "'").toLowerCase());
  return { words, figures: words.flatMap((word, i) => figureAt(words, word, i) ?? []) };
}

function figureAt(words: readonly string[], word: string, i: number): Figure | null {
  if (word.startsWith(MARK)) {
    const [value = '', unit = ''] = word.slice(1).split('y');
    return { value: `date ${value}`, unit, kind: 'date' };
  }
  if (WEEKDAYS.has(word)) return { value: word, unit: '', kind: 'date' };
  const number = /^\d/u.test(word) ? word.replace(/^0+(?=\d)/u, '') : NUMBERS.get(word);
  if (number === undefined) return null;
  const before = words[i - 1] ?? '';
  if (LABELS.has(before)) return { value: `${before} ${number}`, unit: '', kind: 'label' };
  const isThousand = words[i + 1] === 'k' && /^\d+$/u.test(number);
  const behind = unitOf(words[isThousand ? i + 2 : i + 1] ?? '');
  const unit = behind || (/^[€$£¥]$/u.test(before) ? before : '');
  return { value: isThousand ? `${number}000` : number, unit, kind: unit };
}

function unitOf(word: string): string {
  return UNITS.get(word) ?? UNITS.get(word.replace(/s$/u, '')) ?? '';
}

function withDates(text: string): string {
  return text
    .replace(ISO_DATE, (_, year: string, month: string, day: string) => dated(Number(month), day, year))
    .replace(DAY_FIRST, (_, day: string, month: string, year: string | undefined) => dated(monthOf(month), day, year))
    .replace(MONTH_FIRST, (_, month: string, day: string, year: string | undefined) => dated(monthOf(month), day, year))
    .replace(MONTH_ALONE, (_, month: string, year: string | undefined) => dated(monthOf(month), '', year));
}

function dated(month: number, day: string, year = ''): string {
  return ` ${MARK}${month}-${Number(day)}y${year} `;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
