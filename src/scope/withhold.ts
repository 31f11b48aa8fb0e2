import { sourceWithoutComments } from '../markdown/comments.ts';
import type { Tree } from '../markdown/tree.ts';
import { walkBlocks } from '../markdown/walk.ts';
import type { Note } from '../notes/note.ts';
import type { NoteReader } from '../notes/read-note.ts';
import { digestOf } from '../vault/digest.ts';
import type { NoteFile, VaultPath } from '../vault/vault.ts';
import { type Profile, SHOWN_KEYS } from './profile.ts';
import { type Redactor, redactData, redactorOf } from './redact.ts';
import { SOURCE_LINE, type Withheld, type WithheldPart, withholdBlocks } from './withhold-blocks.ts';
import { htmlWithoutHidden } from './withhold-html.ts';

/** A note as a brief may know it. */
export interface ProfiledNote {
  readonly note: Note;
  readonly tree: Tree;
  /** Where the note lies in the vault. Nothing that is published may know it when the path holds redacted words. */
  readonly original: VaultPath;
  readonly parts: readonly WithheldPart[];
  /** Frontmatter keys that are not shown. */
  readonly keys: readonly string[];
}

/** Properties of a tree whose strings are words of the grammar, not of people. */
const GRAMMAR: ReadonlySet<string> = new Set(['kind', 'syntax', 'canonical', 'marker', 'fold', 'align', 'code']);
/** Keys that say what a note is; they are read, and shown only when the profile lists them. */
const KIND_KEYS = new Set(['type', 'kind']);

/**
 * Notes as the profile lets a brief see them: withheld parts, properties and comments are gone from data, tree and source, and what is to be
 * blacked out is black wherever it stands, in paths too. Every later stage works on these notes alone. Lines keep their numbers.
 */
export function profiledNotes(notes: readonly Note[], profile: Profile, reader: NoteReader): readonly ProfiledNote[] {
  const redact = redactorOf(profile.redact, !profile.emails);
  const shown = new Set(
    [...SHOWN_KEYS, ...(profile.sources ? ['source', 'source_ref'] : []), ...profile.properties].map((key) => key.toLowerCase()),
  );
  const taken = new Set<string>();
  return notes.map((note) => {
    const { tree: kept, parts, lines } = withholdBlocks(reader.treeOf(note.file), profile);
    const tree = redactData(kept, redact, { kept: GRAMMAR });
    const all = note.file.properties;
    const hidden = Object.keys(all ?? {}).filter((key) => !shown.has(key.toLowerCase()));
    const legible = redactData(
      withoutKeys(all, (key) => hidden.includes(key) && !KIND_KEYS.has(key.toLowerCase())),
      redact,
      { keys: true },
    );
    const file: NoteFile = {
      path: freePath(redact(note.path), taken),
      ...sourceOf(note.file, tree, { hidden, redact, parts, lines, sources: profile.sources }),
      digest: digestOfShown(
        tree,
        withoutKeys(legible, (key) => hidden.includes(key)),
      ),
      bodyLine: note.file.bodyLine,
      properties: legible,
      frontmatter: note.file.frontmatter,
      withheld: false,
      propertyLines: withoutKeys(note.file.propertyLines, (key) => hidden.includes(key)) ?? {},
      repairs: [],
      size: note.file.size,
      oversized: note.file.oversized,
      diagnostics: [],
    };
    const known = reader.readTree(file, tree);
    const properties = withoutKeys(file.properties, (key) => hidden.includes(key));
    return {
      note: {
        ...known,
        file: { ...file, properties },
        properties,
        // What the note is was told from all of its frontmatter.
        kind: note.kind,
        type: hidden.some((key) => key.toLowerCase() === 'type') ? null : known.type,
        date: note.date,
        claims: redactData(note.claims, redact, { kept: new Set(['via']) }),
        source: profile.sources ? known.source : null,
        repairs: [],
      },
      tree,
      original: note.path,
      parts,
      keys: hidden,
    };
  });
}

interface SourceOptions {
  readonly hidden: readonly string[];
  readonly redact: Redactor;
  readonly parts: readonly WithheldPart[];
  /** Lines of code that changed. */
  readonly lines: Withheld['lines'];
  readonly sources: boolean;
}

/**
 * The note's source for those who read lines of it: what no block of the tree covers is blank, and so are lines of hidden keys and Source
 * lines. Containers give their own first line; what they hold is copied by itself.
 */
function sourceOf(
  file: NoteFile,
  tree: Tree,
  { hidden, redact, parts, lines: changed, sources }: SourceOptions,
): Pick<NoteFile, 'text' | 'body'> {
  const lines = file.body.split('\n');
  const body = Array.from(lines, () => '');
  const withoutComment = (line: string): string => changed.reduce((text, [old, put]) => text.replace(old, () => put), line);
  const copy = (from: number, to: number): void => {
    const source = lines.slice(from - file.bodyLine, to - file.bodyLine + 1).map(withoutComment);
    const shown = redact(htmlWithoutHidden(sourceWithoutComments(source.join('\n')))).split('\n');
    source.forEach((_, i) => {
      const line = shown[i] ?? '';
      body[from - file.bodyLine + i] = sources || !SOURCE_LINE.test(line.replace(/^[\s>*_+-]+/u, '')) ? line : '';
    });
  };
  walkBlocks(tree, (block) => {
    if (block.kind === 'list') for (const item of block.items) copy(item.line, item.line);
    else copy(block.line, block.kind === 'quote' || block.kind === 'callout' ? block.line : block.endLine);
  });
  for (const { line, endLine, why } of parts) if (why !== 'source') body.fill('', line - file.bodyLine, endLine - file.bodyLine + 1);
  const text = `${headWithout(file, hidden, redact)}${body.join('\n')}`;
  return { text, body: body.join('\n') };
}

/** What stands before the body, the lines of hidden keys blank. */
function headWithout(file: NoteFile, hidden: readonly string[], redact: Redactor): string {
  const head = file.text.slice(0, file.text.length - file.body.length).split('\n');
  const starts = Object.values(file.propertyLines).sort((a, b) => a - b);
  for (const key of hidden) {
    const start = file.propertyLines[key];
    if (start === undefined) continue;
    const end = starts.find((line) => line > start) ?? head.length - 1;
    for (let line = start; line < end; line += 1) head[line - 1] = '';
  }
  return redact(head.join('\n'));
}

function withoutKeys<T>(
  entries: Readonly<Record<string, T>> | null,
  isHidden: (key: string) => boolean,
): Readonly<Record<string, T>> | null {
  if (entries === null) return null;
  const kept: Record<string, T> = Object.create(null);
  for (const [key, value] of Object.entries(entries)) if (!isHidden(key)) kept[key] = value;
  return kept;
}

/** A digest of what is shown and of nothing else: readers see it change, and what is withheld may change unseen. Places in the file are left out. */
function digestOfShown(tree: Tree, properties: NoteFile['properties']): string {
  const places = new Set(['line', 'endLine', 'column']);
  return digestOf(
    JSON.stringify([tree.blocks, tree.footnotes, properties], (key, value: unknown) => (places.has(key) ? undefined : value)),
  );
}

/** A path that no other note has: blacking out may make two alike. */
function freePath(path: string, taken: Set<string>): VaultPath {
  let free = path;
  for (let i = 2; taken.has(free); i += 1) free = path.replace(/(\.md)?$/iu, (end) => ` (${i})${end}`);
  taken.add(free);
  return free as VaultPath;
}
