import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { IndexError, openIndex } from '../../src/search/index-writer.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { tempDir } from '../support/temp.ts';

const written = Promise.withResolvers<void>();
vi.mock('../../src/search/index-thread.ts', () => ({
  openIndexThread: () => ({ add: () => {}, ready: async () => {}, written: () => written.promise, stop: async () => {} }),
}));
afterEach(() => vi.unstubAllEnvs());

test('an index that is given up as its documents are all there does not begin its program', async () => {
  const program = path.join(tempDir(), 'indexer');
  writeFileSync(program, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
  vi.stubEnv('PAGEFIND_EXTENDED_BINARY_PATH', program);
  const writer = openIndex(path.join(tempDir(), 'pagefind'), 1);
  writer.add({ url: 'a.html', html: '', kind: 'note' } as unknown as SearchRecord);
  const finishing = writer.finish().catch((error: unknown) => error);
  written.resolve();
  await writer.abort();
  expect(await finishing).toEqual(new IndexError('The search index was given up.'));
});
