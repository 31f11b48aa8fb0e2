import type { Href } from '../graph/graph.ts';
import type { IsoDate } from '../notes/note.ts';

/** Site-wide data every page receives. Small and the same for all pages. */
export interface SiteInfo {
  readonly title: string;
  /** Where the site will be reachable, with a slash at its end; null when config does not say. */
  readonly url: string | null;
  readonly locale: string;
  readonly asOf: IsoDate | null;
  /** The first day from which a browser can count pages again. */
  readonly countsFrom: IsoDate | null;
  readonly noteCount: number;
  /** Main navigation: only pages that hold something. */
  readonly nav: readonly { readonly text: string; readonly href: Href; readonly section: SectionId }[];
  readonly search: boolean;
  /** Style sheet with the site's own accent; null where the theme's is used. */
  readonly accent: Href | null;
  /** One account for people outside: nothing speaks of the vault, of files, or of what a note could be given. */
  readonly brief: boolean;
  /** A line at the foot of every page, such as a notice of confidentiality. */
  readonly footer: string | null;
}

export type SectionId =
  | 'home'
  | 'accounts'
  | 'timeline'
  | 'actions'
  | 'decisions'
  | 'people'
  | 'tags'
  | 'browse'
  | 'search'
  | 'health'
  | 'note';
