import { expect, onTestFinished, test } from 'vitest';
import { watchVault } from '../../src/cli/dev/watch-vault.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

test('a note written the moment the watcher is there is noticed', async () => {
  for (let round = 0; round < 5; round += 1) {
    const dir = tempDir();
    writeFiles(dir, { 'old.md': 'old' });
    const seen: string[] = [];
    const watcher = await watchVault(
      dir,
      `${dir}-site`,
      (file) => seen.push(file),
      (error) => seen.push(String(error)),
    );
    onTestFinished(() => watcher.close());
    writeFiles(dir, { 'new.md': 'new', '.hidden/x.md': 'no' });
    await expect.poll(() => seen, { timeout: 5000 }).toContain('new.md');
    expect(seen).not.toContain('old.md');
    expect(seen.filter((file) => file.startsWith('.hidden'))).toEqual([]);
  }
}, 30_000);
