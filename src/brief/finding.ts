import { foldedText } from '../graph/fold.ts';

/** Something in a brief that a person must look at before it goes out. */
export interface Finding {
  readonly kind: 'account' | 'person' | 'internal' | 'file';
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

/** A finding before it is known whether it is acknowledged. */
export type Found = Omit<Finding, 'acknowledged'>;

/** A name as names are compared. */
export function foldedName(text: string): string {
  return foldedText(text.normalize('NFC').replace(/\s+/gu, ' ').trim()).text;
}
