import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';

/** Guesses that a passphrase withstands, as a power of ten. A file of its own: its word lists are loaded when they are asked for. */
export function guessesFor(passphrase: string): number {
  const estimate = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs, maxLength: 256 });
  return estimate.check(passphrase).guessesLog10;
}
