/** Something in a brief that a person must look at before it goes out. */
export interface Finding {
  readonly kind: 'account' | 'person' | 'internal';
  /** The name or word that was found, as its own notes write it. */
  readonly quote: string;
  /** Where it stands in the vault. */
  readonly path: string;
  readonly line: number | null;
  /** The sentence around it. */
  readonly sentence: string;
  /** The profile lists it under `acknowledge`. */
  readonly acknowledged: boolean;
}
