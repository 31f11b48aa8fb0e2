/** Folder of the index below the site root; writer and browser agree on it here. */
export const INDEX_FOLDER = 'pagefind';

/** Below the index: copies of its files as scripts, for sites opened from a folder (`folder-files.ts`). */
export const FOLDER_FILES = 'folder';

/** The function such a script hands its files to: name, then bytes as base64. */
export const HANDOVER = 'dossierIndexFile';

/** The script with a file of the index, below `FOLDER_FILES`. Texts of pages, which are many and small, share 256 of them. */
export function folderScript(name: string): string {
  const [, end] = /^fragment\/.*(..)\.pf_fragment$/u.exec(name) ?? [];
  return end === undefined ? `${name}.js` : `fragment/${end}.js`;
}

/** Beside the index: the words of the site, for queries without a result (`vocabulary.ts`). */
export const WORDS_FILE = 'words';

/** Every file of Pagefind begins so once it is unpacked. */
export const SIGNATURE = 'pagefind_dcd';
