import { defineLiveCollection } from 'astro:content';
import { z } from 'astro/zod';
import { KINDS } from './config/names.ts';
import { type NoteEntry, noteEntries, noteEntry } from './theme-source.ts';

/** Every page that shows a note's own text, answered from the model in memory; id = URL of the page. */
const notes = defineLiveCollection({
  loader: {
    name: 'vault',
    loadEntry: async ({ filter }: { filter: { id: string } }) => liveEntry(noteEntry(filter.id)),
    loadCollection: async () => ({ entries: noteEntries().flatMap((entry) => liveEntry(entry) ?? []) }),
  },
  schema: z.object({
    path: z.string(),
    title: z.string(),
    kind: z.enum(KINDS),
    date: z.string().nullable(),
    accounts: z.array(z.string()),
    tags: z.array(z.string()),
    excerpt: z.string(),
  }),
});

function liveEntry(entry: NoteEntry | undefined) {
  return entry && { id: entry.id as string, data: { ...entry.data }, rendered: entry.rendered };
}

export const collections = { notes };
