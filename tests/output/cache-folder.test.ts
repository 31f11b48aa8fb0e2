import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readCacheFolder } from '../../src/output/cache-folder.ts';

const home = os.homedir();

test.each([
  [{ XDG_CACHE_HOME: '/var/cache/me' }, 'linux', '/var/cache/me/dossier'],
  [{ XDG_CACHE_HOME: 'not/absolute' }, 'linux', path.join(home, '.cache', 'dossier')],
  [{}, 'linux', path.join(home, '.cache', 'dossier')],
  [{}, 'darwin', path.join(home, 'Library', 'Caches', 'dossier')],
  [{ LOCALAPPDATA: '/local' }, 'win32', path.join('/local', 'dossier', 'Cache')],
] as const)('%j on %s: %s', (env, platform, expected) => {
  expect(readCacheFolder(env, platform)).toBe(expected);
});
