import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

/** A file or folder of the shared test data, which lies beside the repository and is not part of it. */
export const sharedPath = (p: string) => fileURLToPath(new URL(`../../../shared/${p}`, import.meta.url));
export const hasShared = existsSync(sharedPath('cases'));
/** The folder of the shared test data; null when it is not there. */
export const sharedDir = (): string | null => (hasShared ? sharedPath('') : null);
/** A `describe` that is visibly skipped when the shared test data is not there. */
export const describeShared = hasShared ? describe : describe.skip;
