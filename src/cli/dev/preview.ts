import type { Config } from '../../config/config.ts';
import type { PageUrl } from '../../graph/graph.ts';
import type { Note } from '../../notes/note.ts';
import { noteReader } from '../../notes/read-note.ts';
import type { Renderer } from '../../output/draw-page.ts';
import { pageInPlace } from '../../output/page-in-place.ts';
import type { Theme } from '../../output/write-site.ts';
import { buildSite, type Site } from '../../site.ts';
import type { NoteFile } from '../../vault/vault.ts';
import type { Page } from '../../views/view.ts';
import { readVaultState, type VaultState, withoutSearch } from '../read-site.ts';
import { readChanges } from './read-changes.ts';

/** The site of a vault in memory, drawn page by page on request. */
export interface Preview {
  readonly site: () => Site;
  /** The HTML of a page, remembered until something changes; null when there is no such page, a plain page when it cannot be drawn. */
  readonly draw: (url: string) => Promise<string | null>;
  /** Text of a file made of the notes, by its place below the site root; null when there is none. */
  readonly file: (path: string) => string | null;
  /** Path of an attachment below the vault, by its place below the site root; undefined when no page shows it. */
  readonly attachment: (file: string) => string | undefined;
  /**
   * Reads changed files again. Gives the pages that show their new text already; all others are as they were until `complete`. Null when nothing
   * that shows has changed. Throws when the config is wrong; the last site stays.
   */
  readonly update: (paths: ReadonlySet<string>) => readonly string[] | null;
  /** Works out everything anew: lists, backlinks and addresses too. */
  readonly complete: () => void;
}

/** Who saves more notes than this at once has not typed them, and waits for the whole. */
const SKETCHES = 4;

export interface PreviewOptions {
  /** Day that ages are counted from. */
  readonly asOf: string | undefined;
  /** Gives what draws the site's MDX pages too. */
  readonly compile: (site: Site) => Promise<Renderer>;
  /** Told of pages that cannot be drawn. */
  readonly onError: (url: string, error: unknown) => void;
}

/** Reads a vault and connects it. Search is off: its index is made by a build. */
export function openPreview(dir: string, theme: Theme, { asOf, compile, onError }: PreviewOptions): Preview {
  let state = readVaultState(dir);
  let readNote = rememberingReader(state.config);
  let site = siteOf(state, readNote, asOf);
  let attachments = attachmentsOf(site);
  let drawn = new Map<string, Promise<string | null>>();
  let renderer = rendererOf(site, theme, compile);
  return {
    site: () => site,
    draw: async (url) => {
      const known = drawn.get(url);
      if (known) return known;
      const html = draw(site, renderer, url).catch((error: unknown) => {
        onError(url, error);
        return pageInPlace(url, undefined);
      });
      drawn.set(url, html);
      return html;
    },
    file: (path) => {
      const file = site.files.find((file) => file.path === path);
      return file === undefined ? null : [...file.parts()].join('');
    },
    attachment: (file) => attachments.get(file),
    update: (paths) => {
      const next = readChanges(dir, state, paths);
      if (next === state) return null;
      const texts = next.config === state.config ? changedTexts(state, next).map(readNote) : [];
      if (next.config !== state.config) readNote = rememberingReader(next.config);
      state = next;
      return texts.length === 0 ? [] : sketch(site, texts, theme, drawn);
    },
    complete: () => {
      site = siteOf(state, readNote, asOf);
      attachments = attachmentsOf(site);
      drawn = new Map();
      renderer = rendererOf(site, theme, compile);
    },
  };
}

/** The notes that differ when nothing but a few texts does; none when there is more to it. */
function changedTexts({ vault: before }: VaultState, { vault: now }: VaultState): readonly NoteFile[] {
  if (now.notes.length !== before.notes.length || now.assets !== before.assets || now.documents !== before.documents) return [];
  const changed = now.notes.filter((note, i) => note !== before.notes[i]);
  return changed.length <= SKETCHES ? changed : [];
}

/** Puts the pages of notes with their new text among those that are drawn. Where that fails the page stays as it was: the whole comes soon. */
function sketch(site: Site, texts: readonly Note[], theme: Theme, drawn: Map<string, Promise<string | null>>): readonly string[] {
  const pageAt = site.sketch(texts);
  return texts.flatMap((note) => {
    if (!site.graph.notes.has(note.path) || note.mdx !== undefined) return [];
    const url = site.graph.pageUrls.note(note.path);
    const before = drawn.get(url);
    const now = async (): Promise<string | null> => {
      const page = pageAt(url);
      return page === undefined ? null : theme.render(page);
    };
    drawn.set(
      url,
      now().catch(() => before ?? draw(site, theme.render, url)),
    );
    return [url];
  });
}

/** Draws the pages of one state of the vault. */
type Draw = (page: Page) => Promise<string>;

/** Pages without a program are drawn at once; those with one wait until all of them are compiled, which begins with the first that is asked for. */
function rendererOf(site: Site, theme: Theme, compile: PreviewOptions['compile']): Draw {
  let compiled: Promise<Renderer> | null = null;
  return async (page) => {
    if (page.mdx === undefined) return theme.render(page);
    compiled ??= compile(site);
    return (await compiled).render(page);
  };
}

async function draw(site: Site, render: Draw, url: string): Promise<string | null> {
  const page = site.page(url as PageUrl);
  return page ? render(page) : null;
}

function attachmentsOf({ graph, vault }: Site): ReadonlyMap<string, string> {
  const onDisk = new Map(vault.assets.map((asset) => [asset.path, asset.diskPath ?? asset.path]));
  return new Map([...graph.assets.values()].map(({ path, href }) => [href, onDisk.get(path) ?? path]));
}

type ReadNote = (file: NoteFile) => Note;

function siteOf({ vault, config }: VaultState, readNote: ReadNote, asOf: string | undefined): Site {
  return buildSite(vault, withoutSearch(config), { readNote, asOf: asOf ?? null });
}

/** Reads each file once: an edit costs the one note that it changes. */
function rememberingReader(config: Config): ReadNote {
  const { read } = noteReader(config);
  const known = new WeakMap<NoteFile, Note>();
  return (file) => {
    const note = known.get(file) ?? read(file);
    known.set(file, note);
    return note;
  };
}
