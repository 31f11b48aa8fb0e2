import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { compareText } from '../../diagnostics/order.ts';
import type { Document } from '../../notes/document.ts';
import type { Note } from '../../notes/note.ts';
import type { Refusal } from '../../scope/brief.ts';
import { digestOf } from '../../vault/digest.ts';
import { pixelsFrom } from '../../vault/read-pixels.ts';
import type { AssetFile, DocumentFile, NoteFile, Pixels, Vault, VaultPath } from '../../vault/vault.ts';
import { mapDataPictures } from './data-pictures.ts';
import { meantFiles } from './meant-files.ts';
import { dataPicture, mayShip, preparedFiles } from './prepare-files.ts';
import { canvasWithFileNames, type NameOf, withFileNames } from './rename-files.ts';

/** The files of a brief, and its notes as they name them. */
export interface FilesOfBrief {
  /** Every file that a note of the brief means, under the name under which it ships; sorted. */
  readonly assets: readonly AssetFile[];
  readonly pixelsOf: (path: VaultPath) => Pixels | null;
  readonly documents: readonly DocumentFile[];
  /** A note's file as the brief is to read it. */
  readonly noteFile: (file: NoteFile) => NoteFile;
  /** What was asked for, by the name under which it ships; for the audit. */
  readonly origins: ReadonlyMap<VaultPath, VaultPath>;
  /** The names under which files of the vault ship. */
  readonly shipped: ReadonlyMap<VaultPath, VaultPath>;
  /** Files that a note of the brief shows or links to and that its profile does not let go; for the audit. */
  readonly unlisted: readonly UnlistedFile[];
  /** Pictures written out in notes, as they were drawn anew. */
  readonly pictures: ReadonlySet<string>;
  readonly refusals: readonly Refusal[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface UnlistedFile {
  readonly path: VaultPath;
  /** The note that means it first. */
  readonly from: VaultPath;
  readonly line: number;
}

export interface FilesInput {
  readonly vault: Vault;
  /** Notes of the brief as they are shown, but with nothing blacked out. */
  readonly notes: readonly Note[];
  /** The files of those notes, whole. */
  readonly files: readonly NoteFile[];
  readonly others: readonly Note[];
  /** Canvases and bases that may go. */
  readonly documents: readonly Document[];
  /** All of them. */
  readonly allDocuments: readonly Document[];
  readonly attachments: readonly string[];
  readonly ownerOf: (path: VaultPath) => 'own' | 'other' | 'nobody';
}

/** Finds, cleans and names the files that the notes of a brief mean, and tells the notes their names. */
export async function filesOfBrief(input: FilesInput): Promise<FilesOfBrief> {
  const { vault, notes, others, documents, ownerOf } = input;
  const candidates = vault.assets.filter(({ path }) => mayShip(input.attachments)(path));
  const meant = meantFiles({ notes, others, assets: candidates.map(({ path }) => path), documents, ownerOf });
  const wanted = new Set(meant.refs.map(({ target }) => target));
  const prepared = await preparedFiles(
    vault.root,
    candidates.filter(({ path }) => wanted.has(path)),
  );
  const documentPaths = new Set(meant.documents.map(({ path }) => path));
  const nameOf: NameOf = (target) => (documentPaths.has(target) ? undefined : prepared.files.get(target)?.path);
  const refsOf = Map.groupBy(meant.refs, ({ from }) => from);
  const assets = [...new Map(Array.from(prepared.files.values(), (asset) => [asset.path, asset])).values()].sort((a, b) =>
    compareText(a.path, b.path),
  );
  const byPath = new Map(assets.map((asset) => [asset.path, asset]));
  const pictures = new Set<string>();
  const drawnAnew = async (bytes: Uint8Array): Promise<string> => {
    const picture = await dataPicture(bytes);
    pictures.add(picture);
    return picture;
  };
  const made = new Map<NoteFile, NoteFile>();
  for (const file of input.files)
    made.set(file, await withDataPictures(withFileNames(file, refsOf.get(file.path) ?? [], nameOf), drawnAnew));
  return {
    assets,
    pixelsOf: (path) => {
      const bytes = byPath.get(path)?.bytes;
      return bytes === undefined ? null : pixelsFrom(bytes);
    },
    documents: await Promise.all(
      meant.documents.map(async ({ kind, file, path }) => {
        const named = kind === 'canvas' ? canvasWithFileNames(file, refsOf.get(path) ?? [], nameOf) : file;
        return { ...named, text: await mapDataPictures(named.text, drawnAnew) };
      }),
    ),
    noteFile: (file) => made.get(file) ?? file,
    origins: new Map(Array.from(prepared.files, ([path, asset]) => [asset.path, path])),
    shipped: new Map(Array.from(prepared.files, ([path, asset]) => [path, asset.path])),
    unlisted: unlistedFiles(input, new Set([...wanted, ...documentPaths])),
    pictures,
    refusals: meant.refusals,
    diagnostics: prepared.diagnostics,
  };
}

/** Asked as if every file might go; nothing else is made of the answer. */
function unlistedFiles(
  { vault, notes, others, allDocuments, attachments, ownerOf }: FilesInput,
  known: ReadonlySet<VaultPath>,
): readonly UnlistedFile[] {
  const { refs } = meantFiles({ notes, others, assets: vault.assets.map(({ path }) => path), documents: allDocuments, ownerOf });
  const first = new Map<VaultPath, UnlistedFile>();
  for (const { target, from, line } of refs)
    if (!known.has(target) && !mayShip(attachments)(target) && !first.has(target)) first.set(target, { path: target, from, line });
  return [...first.values()].sort((a, b) => compareText(a.path, b.path));
}

/** Pictures written out in the text of a note, drawn anew. */
async function withDataPictures(file: NoteFile, drawnAnew: (bytes: Uint8Array) => Promise<string>): Promise<NoteFile> {
  if (!/data:image/iu.test(file.text)) return file;
  const body = await mapDataPictures(file.body, drawnAnew);
  const head = await mapDataPictures(file.text.slice(0, file.text.length - file.body.length), drawnAnew);
  const properties = file.properties === null ? null : JSON.parse(await mapDataPictures(JSON.stringify(file.properties), drawnAnew));
  return { ...file, text: head + body, body, properties, digest: digestOf(head + body) };
}
