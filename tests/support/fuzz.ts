import { parse } from 'parse5';
import { defaultConfig } from '../../src/config/config.ts';
import type { Tree } from '../../src/markdown/tree.ts';
import type { Note } from '../../src/notes/note.ts';
import { noteReader } from '../../src/notes/read-note.ts';
import { drawNote } from '../../src/render/draw.ts';
import { buildSite, type Site } from '../../src/site.ts';
import { vaultPath } from '../../src/vault/path.ts';
import { noteFromBytes } from '../../src/vault/read-note.ts';
import type { NoteFile } from '../../src/vault/vault.ts';
import { auditHtml } from './audit-html.ts';
import { memoryVault } from './memory-vault.ts';
import { mutatedNote, randomFrom } from './mutate.ts';
import { visibleText } from './visible-text.ts';
import { whyHidden } from './why-hidden.ts';

/** What running mutated notes through the stages brought to light. */
export interface FuzzReport {
  /** Number of the note, and what is wrong with it. */
  readonly faults: readonly { readonly number: number; readonly fault: string }[];
  /** Milliseconds a note took to be read, parsed and drawn. */
  readonly times: readonly { readonly number: number; readonly ms: number; readonly size: number }[];
  /** Words planted, and those of them that a page does not show for a reason, by reason. */
  readonly words: number;
  readonly hidden: ReadonlyMap<string, number>;
}

/** A mutated note with words planted in it that occur nowhere else. */
export function fuzzedNote(seeds: readonly string[], number: number): { readonly text: string; readonly words: readonly string[] } {
  const random = randomFrom(number ^ 0x5bd1_e995);
  const words: string[] = [];
  const places = [...mutatedNote(seeds, number).matchAll(/(?<=^|[\s([*_"'“])(?=\p{L})/gu)].map((match) => match.index);
  let text = mutatedNote(seeds, number);
  const chosen = new Set(Array.from({ length: Math.min(12, places.length) }, () => places[Math.floor(random() * places.length)] ?? 0));
  for (const at of [...chosen].sort((a, b) => b - a)) {
    const word = `zq${words.length}zq`;
    words.push(word);
    text = `${text.slice(0, at)}${word} ${text.slice(at)}`;
  }
  return { text, words };
}

/**
 * Builds one site of the notes with these numbers, draws every page's data and every note, and looks at what comes out: nothing may throw, the HTML
 * must be ours and well-formed, and every planted word must be shown unless a rule of Markdown or Obsidian hides it.
 */
export function fuzzBatch(seeds: readonly string[], numbers: readonly number[]): FuzzReport {
  const made = numbers.map((number) => ({ number, path: `${number % 7}/n${number}.md`, ...fuzzedNote(seeds, number) })).filter(isReadable);
  const faults: { number: number; fault: string }[] = [];
  const times: { number: number; ms: number; size: number }[] = [];
  const hidden = new Map<string, number>();
  const reader = noteReader(defaultConfig);
  const reading = new Map<string, number>();
  const read = (file: NoteFile): Note => {
    const start = performance.now();
    const note = reader.read(file);
    reading.set(file.path, performance.now() - start);
    return note;
  };
  let site: Site;
  try {
    site = buildSite(memoryVault(Object.fromEntries(made.map(({ path, text }) => [path, text]))), defaultConfig, { readNote: read });
    for (const { url } of site.plan) site.page(url);
  } catch (error) {
    if (numbers.length > 1) return merged(numbers.map((number) => fuzzBatch(seeds, [number])));
    return { faults: [{ number: numbers[0] ?? 0, fault: `throws ${stackOf(error)}` }], times: [], words: 0, hidden };
  }
  const notes = new Map([...site.scope.notes].map((note) => [String(note.path), note]));
  const treeOf = (note: Note | undefined): Tree =>
    note === undefined ? { blocks: [], footnotes: [], problems: [] } : reader.treeOf(note.file);
  for (const { number, path, text, words } of made) {
    const note = notes.get(path);
    if (note === undefined) continue;
    const start = performance.now();
    const ctx = {
      graph: site.graph,
      from: note.path,
      page: 'notes/here.html',
      remoteImages: false,
      treeOf: (other: string) => treeOf(notes.get(other)),
    } as unknown as Parameters<typeof drawNote>[0];
    let html = '';
    try {
      html = drawNote(ctx, note, treeOf(note));
    } catch (error) {
      faults.push({ number, fault: `throws ${stackOf(error)}` });
    }
    times.push({ number, ms: performance.now() - start + (reading.get(path) ?? 0), size: text.length });
    for (const fault of auditHtml(html)) faults.push({ number, fault });
    for (const fault of nestingFaults(html)) faults.push({ number, fault });
    const shown = `${note.title} ${visibleText(html)}`;
    for (const word of words) {
      if (shown.includes(word)) continue;
      const reason = whyHidden(note, word);
      if (reason === null) faults.push({ number, fault: `loses ${word}` });
      else hidden.set(reason, (hidden.get(reason) ?? 0) + 1);
    }
  }
  return { faults, times, words: made.reduce((sum, { words }) => sum + words.length, 0), hidden };
}

/** Texts with many NULs are taken for binary files, and reported. */
function isReadable({ path, text }: { readonly path: string; readonly text: string }): boolean {
  return noteFromBytes(vaultPath(path), path, new TextEncoder().encode(text)).kind === 'note';
}

/** Errors of nesting that an HTML parser has to mend. */
function nestingFaults(html: string): readonly string[] {
  const faults: string[] = [];
  parse(`<!doctype html><title>t</title><main>${html}</main>`, { onParseError: ({ code }) => faults.push(`parse error ${code}`) });
  return faults;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n', 4).join(' ') : String(error);
}

/** One report out of several. */
function merged(reports: readonly FuzzReport[]): FuzzReport {
  const hidden = new Map<string, number>();
  for (const report of reports) for (const [reason, count] of report.hidden) hidden.set(reason, (hidden.get(reason) ?? 0) + count);
  return {
    faults: reports.flatMap(({ faults }) => faults),
    times: reports.flatMap(({ times }) => times),
    words: reports.reduce((sum, { words }) => sum + words, 0),
    hidden,
  };
}
