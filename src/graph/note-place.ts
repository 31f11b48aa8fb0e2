import { lineAnchor } from '../markdown/anchors.ts';
import type { Note } from '../notes/note.ts';
import type { VaultPath } from '../vault/vault.ts';
import type { Href, PageUrl } from './graph.ts';

/** A line of a note, as actions and decisions know where they are from. A vault has as many as it has items, so that an address is made when asked for. */
export class NotePlace {
  readonly line: number;
  private readonly note: Note;
  private readonly url: PageUrl;

  /** `url`: the note's page. */
  constructor(note: Note, line: number, url: PageUrl) {
    this.note = note;
    this.line = line;
    this.url = url;
  }

  get path(): VaultPath {
    return this.note.path;
  }

  /**
   * The place of the line on its note's page. An account's page shows its note's lists in assembled parts, so there the section's anchor stands for
   * the item's own.
   */
  get href(): Href {
    const { note, line, url } = this;
    if (note.kind !== 'account') return `${url}#${lineAnchor(line)}` as Href;
    const section = note.sections.find((candidate) => candidate.line <= line && line <= candidate.endLine);
    return (section === undefined || section.headingId === '' ? url : `${url}#${section.headingId}`) as Href;
  }
}
