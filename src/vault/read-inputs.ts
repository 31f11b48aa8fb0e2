import { digestOf } from './digest.ts';
import { documentKindOf, isNotePath } from './path.ts';
import { LARGEST_DOCUMENT, LARGEST_NOTE, readFileBytes, SCRATCH_SIZE } from './read-file.ts';
import type { ReadingConfig } from './read-vault.ts';
import type { AssetFile, FailedFile, VaultPath } from './vault.ts';
import { type FoundFile, readFolderTree, readRoot } from './walk.ts';

/** A note or document by its bytes. */
interface InputFile {
  readonly path: VaultPath;
  /** As the file system spells it, when that is another. */
  readonly diskPath?: string;
  readonly digest: string;
}

/** What a vault is made of, and nothing of what it says: enough to tell whether anything changed. A `Vault` is one. */
export interface VaultInputs {
  readonly root: string;
  readonly notes: readonly InputFile[];
  readonly documents: readonly InputFile[];
  readonly assets: readonly Pick<AssetFile, 'path' | 'diskPath'>[];
  readonly failed: readonly FailedFile[];
  readonly ignored: number;
}

/** Reads the bytes of a vault folder, and looks into none. Throws a VaultError when the folder itself can not be listed. */
export function readInputs(dir: string, config: ReadingConfig): VaultInputs {
  const root = readRoot(dir);
  const { files, failed, ignored } = readFolderTree(root, config);
  const notes: InputFile[] = [];
  const documents: InputFile[] = [];
  const assets: VaultInputs['assets'][number][] = [];
  const refused: FailedFile[] = [];
  const scratch = new Uint8Array(SCRATCH_SIZE);
  const take = (file: FoundFile, limit: number, into: InputFile[]): void => {
    const read = readFileBytes(root, file.diskPath, limit, scratch);
    if (read.kind === 'bytes') into.push({ ...spelled(file), digest: digestOf(read.bytes) });
    else refused.push({ path: file.path, reason: read.kind === 'vanished' ? read.kind : read.reason });
  };
  for (const file of files) {
    if (isNotePath(file.path)) take(file, LARGEST_NOTE, notes);
    else if (documentKindOf(file.path) !== null) take(file, LARGEST_DOCUMENT, documents);
    else assets.push(spelled(file));
  }
  return { root, notes, documents, assets, failed: [...failed, ...refused], ignored };
}

function spelled({ path, diskPath }: FoundFile): Pick<InputFile, 'path' | 'diskPath'> {
  return { path, ...(diskPath === path ? {} : { diskPath }) };
}
