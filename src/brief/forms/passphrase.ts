import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Seven of 2,048 words are 77 bits: out of reach of a million rounds a guess, and still said over a telephone. */
const WORDS = 7;

/** A new passphrase, of words that differ in their first four letters. */
export function newPassphrase(): string {
  return Array.from({ length: WORDS }, () => wordlist[randomInt(wordlist.length)]).join(' ');
}

/** Guesses, as a power of ten, that a passphrase must withstand: at 10,000 a second on each of 1,000 machines, thirty years. */
const LEAST_GUESSES = 16;
const LEAST_LENGTH = 12;

/** Why a passphrase is too weak, as a sentence; null when it is not. */
export async function weaknessOf(passphrase: string): Promise<string | null> {
  const words = passphrase.normalize('NFKC').trim();
  if (words.length < LEAST_LENGTH) return `The passphrase is too short: it has ${words.length} characters of at least ${LEAST_LENGTH}.`;
  const { guessesFor } = await import('./guesses.ts');
  return guessesFor(words) < LEAST_GUESSES
    ? 'The passphrase is too easy to guess: it holds too few words, or words and patterns that are tried first.'
    : null;
}
