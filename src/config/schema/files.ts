import { textList } from './values.ts';

/**
 * Which files belong to the vault, as globs over their paths (`Customers/**`). Default: all of them.
 */
export const include = textList.default(['**']);

/**
 * Which files do not: globs (`Inbox/**`), folders (`Templates`), or names at any depth (`_drafts`, `*.tmp`). They are counted as ignored and
 * nothing of them is read. Files and folders whose name starts with a dot are always ignored. Default: none.
 */
export const ignore = textList.default([]);
