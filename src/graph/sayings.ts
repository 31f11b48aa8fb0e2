import type { Note } from '../notes/note.ts';
import { Lexicon } from './lexicon.ts';

/**
 * Sentences and items of notes, known by number in the order in which they were added, with the words of each and the sayings that have a word.
 * All stand in flat tables: a vault has hundreds of thousands.
 */
export class Sayings {
  readonly lexicon = new Lexicon();
  private readonly notes: Note[] = [];
  private readonly texts: string[] = [];
  private readonly tasks: boolean[] = [];
  private read: number[] = [];
  /** Words of all sayings, one saying behind the other, and where those of a saying begin. */
  private words = new Int32Array();
  private readonly starts: number[] = [0];
  /** Sayings that have a word, in order, one word behind the other, and where those of a word begin. */
  private holders = new Int32Array();
  private holderStarts = new Int32Array();

  get count(): number {
    return this.texts.length;
  }

  add(note: Note, text: string, isTask: boolean): void {
    this.notes.push(note);
    this.texts.push(text);
    this.tasks.push(isTask);
    this.lexicon.read(text, this.read);
    this.starts.push(this.read.length);
  }

  /** To be called when all were added, before anything is asked. */
  finish(): void {
    this.words = Int32Array.from(this.read);
    this.read = [];
    const ends = new Int32Array(this.lexicon.size + 1);
    for (const word of this.words) ends[word + 1] = (ends[word + 1] ?? 0) + 1;
    for (let word = 1; word < ends.length; word += 1) ends[word] = (ends[word] ?? 0) + (ends[word - 1] ?? 0);
    this.holderStarts = ends.slice();
    this.holders = new Int32Array(this.words.length);
    for (let saying = 0; saying < this.count; saying += 1) {
      for (let i = this.starts[saying] ?? 0; i < (this.starts[saying + 1] ?? 0); i += 1) {
        const word = this.words[i] ?? 0;
        const at = ends[word] ?? 0;
        this.holders[at] = saying;
        ends[word] = at + 1;
      }
    }
  }

  noteOf(saying: number): Note {
    return this.notes[saying] as Note;
  }

  textOf(saying: number): string {
    return this.texts[saying] ?? '';
  }

  /** Tasks say what shall be and not what is. */
  isTask(saying: number): boolean {
    return this.tasks[saying] === true;
  }

  /** How many words a saying has, each counted once. */
  sizeOf(saying: number): number {
    return (this.starts[saying + 1] ?? 0) - (this.starts[saying] ?? 0);
  }

  wordAt(saying: number, index: number): number {
    return this.words[(this.starts[saying] ?? 0) + index] ?? 0;
  }

  /** Where, among all holders of words, the first saying stands that has the word and is not before the one given. */
  holdersFrom(word: number, saying: number): number {
    let low = this.holderStarts[word] ?? this.holders.length;
    let high = this.holderStarts[word + 1] ?? this.holders.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.holders[middle] ?? 0) < saying) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  holderAt(place: number): number {
    return this.holders[place] ?? 0;
  }

  /** How many notes the sayings between two places among the holders are of; those of one note were added one after the other. */
  notesBetween(from: number, to: number): number {
    let count = 0;
    let last: Note | null = null;
    for (let place = from; place < to; place += 1) {
      const note = this.noteOf(this.holderAt(place));
      if (note !== last) count += 1;
      last = note;
    }
    return count;
  }
}
