import { PlainWords } from './plain-words.ts';

/** Words that say nothing of a subject. */
const STOP_WORDS = new Set(
  'a an the and or but if of to in on at by for from with without into over under as is are was were be been being it its this that these those will would can could should may might must not no nor do does did done has have had having he she they we you i our their his her them us who whom which what when where why how than then so such per via about after before between during each every any all some only more most less least very just also too up out off down only vs need needs'.split(
    ' ',
  ),
);

/** The word that says nothing. */
const NOTHING = 0;

/** Numbers for the subjects that words of some texts stand for, so that texts are compared by numbers: a vault has many texts and few words. */
export class Lexicon {
  private readonly plainWords = new PlainWords();
  private readonly byWord = new Map<string, number>();
  private readonly bySubject = new Map<string, number>([['', NOTHING]]);
  /** By subject: the text, counted, in which it was met last. */
  private readonly lastMet: number[] = [0];
  private texts = 0;

  /** How many numbers were given, from zero on. */
  get size(): number {
    return this.lastMet.length;
  }

  /**
   * Adds the significant words of a text to a list and gives their count: folded and crudely stemmed (lower case, no diacritics, plural and verb
   * endings off), in order, each once.
   */
  read(text: string, into: number[]): number {
    const before = into.length;
    this.texts += 1;
    const plain = plainOf(text);
    if (plain === null) for (const word of folded(text).split(' ')) this.take(this.byWord.get(word) ?? this.learn(word), into);
    else this.readPlain(plain, into);
    return into.length - before;
  }

  private readPlain(text: string, into: number[]): void {
    const words = this.plainWords;
    for (let start = words.next(text, 0); start !== -1; start = words.next(text, words.end)) {
      let subject = words.get(text, start);
      if (subject === undefined) {
        const word = text.slice(start, words.end).toLowerCase();
        subject = this.learn(word);
        words.add(word, subject);
      }
      this.take(subject, into);
    }
  }

  private take(subject: number, into: number[]): void {
    if (subject === NOTHING || this.lastMet[subject] === this.texts) return;
    this.lastMet[subject] = this.texts;
    into.push(subject);
  }

  /** The significant words of a text. */
  wordsOf(text: string): readonly number[] {
    const words: number[] = [];
    this.read(text, words);
    return words;
  }

  private learn(word: string): number {
    const subject = subjectOf(word);
    let number = this.bySubject.get(subject);
    if (number === undefined) {
      number = this.bySubject.size;
      this.bySubject.set(subject, number);
      this.lastMet.push(0);
    }
    this.byWord.set(word, number);
    return number;
  }
}

/** The stem of a folded word; '' for one that says nothing. */
function subjectOf(word: string): string {
  return word === '' || STOP_WORDS.has(word) || (word.length < 2 && !/\d/u.test(word)) ? '' : stem(word);
}

function stem(word: string): string {
  if (word.length < 5) return word.replace(/(?<=..)s$/u, '');
  return word.replace(/(?:ies)$/u, 'y').replace(/(?:ations?|ings?|ed|es|s)$/u, '');
}

/** Printable ASCII only, as most text is. */
const PLAIN = /^[\x20-\x7e]*$/;
const BEYOND_PLAIN = /[^\x20-\x7e]+/g;
/** White space and punctuation, which only part words. */
const PARTS_WORDS = /^[\s\p{P}]+$/u;

/** Text with all differences of case, accents, space and typographic signs taken out, for comparison: words parted by one space. */
export function foldText(text: string): string {
  const plain = plainOf(text);
  if (plain === null) return folded(text);
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A text in printable ASCII that folds to the same; null when there is none. Signs beyond that fold each by themselves, but for sigma. */
function plainOf(text: string): string | null {
  if (PLAIN.test(text)) return text;
  const plain = text.replace(BEYOND_PLAIN, (signs) => (PARTS_WORDS.test(signs) ? ' ' : foldedSigns(signs)));
  return PLAIN.test(plain) ? plain : null;
}

function folded(text: string): string {
  return foldedSigns(text).trim().normalize('NFC');
}

function foldedSigns(signs: string): string {
  return signs
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
}
