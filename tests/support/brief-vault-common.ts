import type { Random } from './random.ts';

/** One canary a channel, made when first asked for. */
export type Canaries = (channel: string) => string;

/** What the two halves of a vault agree on, so that they meet. */
export interface Common {
  readonly random: Random;
  readonly hidden: Canaries;
  readonly shown: Canaries;
  /** Names that both sides use. */
  readonly names: readonly string[];
  readonly people: readonly string[];
  readonly tags: readonly string[];
}
