import { compile } from '../../tools/compile.mjs';

/** Vitest's global set-up: makes `build/` when it is not up to date. */
export async function setup(): Promise<void> {
  await compile();
}
