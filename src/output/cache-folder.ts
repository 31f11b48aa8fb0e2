import os from 'node:os';
import path from 'node:path';

/** Absolute path of the folder in which this program keeps what it can make again: in the user's cache folder, as the system has it. */
export function readCacheFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const home = os.homedir();
  const given = env['XDG_CACHE_HOME'];
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, 'dossier');
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'dossier', 'Cache');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'dossier');
  return path.join(home, '.cache', 'dossier');
}
