import type { IsoDate } from '../notes/note.ts';
import type { PersonChip, Ref } from './row.ts';

/** People × accounts: meetings together, and the last of them. */
export interface PeopleMatrix {
  readonly accounts: readonly Ref[];
  readonly rows: readonly {
    readonly person: PersonChip;
    readonly cells: readonly { readonly count: number; readonly last: IsoDate | null }[];
    /** Meetings in all, with accounts that are no column too. */
    readonly total: number;
  }[];
  /** Our own people; all where nobody is known to be ours. */
  readonly ours: boolean;
  readonly peopleTotal: number;
  readonly accountTotal: number;
}

/** Who of ours last met whom of theirs, by account, the newest contact first. */
export interface LastMet {
  readonly accounts: readonly {
    readonly account: Ref;
    readonly rows: readonly {
      readonly person: PersonChip;
      readonly date: IsoDate;
      readonly meeting: Ref;
      readonly by: readonly PersonChip[];
    }[];
    /** People of the account who stand on its own page only. */
    readonly left: number;
  }[];
  readonly accountTotal: number;
}
