import type { PageUrl } from '../graph/graph.ts';
import type { Note } from '../notes/note.ts';
import { accountRefOf, displayTitle, type ViewContext } from './context.ts';
import { noteBody } from './note-body.ts';
import type { NoteView } from './view.ts';

/** The page of a note that is no account, meeting or person. */
export function noteView(ctx: ViewContext, note: Note, page: PageUrl): NoteView {
  const account = accountRefOf(ctx, note.path);
  return {
    kind: 'note',
    name: displayTitle(note),
    noteKind: note.kind,
    type: note.type,
    date: note.date ?? note.updated,
    account,
    body: noteBody(
      ctx,
      note,
      page,
      {
        title: note.title,
        kinds: [note.type ?? note.kind],
        values: { date: note.date },
        accounts: account === null ? [] : [account.text],
        people: [],
      },
      (block) => block.line === note.titleLine,
    ),
  };
}
