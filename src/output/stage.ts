import { createHash, hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { MANIFEST_NAME, manifestText } from './manifest.ts';

/** A folder in which a site is put together, and the ledger of what is in it. */
export interface Stage {
  readonly dir: string;
  /**
   * Writes one file. `file` is relative, with `/`. A path can be written once. Several files are on their way at a time: the promise is
   * fulfilled when there is room for another, and rejected with the first failure of any. `settle` waits for the rest.
   */
  readonly write: (file: string, data: string | Uint8Array) => Promise<void>;
  /** Waits until everything written is on the disk; rejects with the first failure. */
  readonly settle: () => Promise<void>;
  /** Copies an open file to `file`, in pieces, and leaves it open. */
  readonly copy: (file: string, from: number) => void;
  /** Takes up a folder that someone else has filled, file by file, into the ledger. */
  readonly adopt: (folder: string) => void;
  /** Writes the manifest; the stage is then complete. Returns the numbers of files and bytes. */
  readonly seal: () => { readonly files: number; readonly bytes: number };
}

const PIECE = 1 << 20;
/** Files on their way to the disk at a time. */
const IN_FLIGHT = 32;

/** Makes an empty folder to build in. The folder must not exist. */
export function writeStage(dir: string): Stage {
  fs.mkdirSync(dir, { recursive: true });
  const digests = new Map<string, string>();
  const folders = new Set<string>([dir]);
  let bytes = 0;
  const flying = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | null = null;

  const launch = (work: Promise<void>): void => {
    const flight = work
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => flying.delete(flight));
    flying.add(flight);
  };
  const settle = async (most: number): Promise<void> => {
    while (flying.size > most) await Promise.race(flying);
    if (failure !== null) throw failure.error;
  };

  const place = (file: string): string => {
    const parts = file.split('/');
    if (
      file === MANIFEST_NAME ||
      parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\\') || part.includes('\0'))
    ) {
      throw new Error(`not a path inside the site: ${JSON.stringify(file)}`);
    }
    if (digests.has(file)) throw new Error(`written twice: ${JSON.stringify(file)}`);
    const absolute = path.join(dir, ...parts);
    const folder = path.dirname(absolute);
    if (!folders.has(folder)) {
      fs.mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    return absolute;
  };

  return {
    dir,
    write: async (file, data) => {
      const buffer = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
      const absolute = place(file);
      digests.set(file, hash('sha256', buffer, 'hex'));
      bytes += buffer.byteLength;
      launch(fs.promises.writeFile(absolute, buffer, { flag: 'wx' }));
      await settle(IN_FLIGHT);
    },
    settle: () => settle(0),
    copy: (file, from) => {
      const to = fs.openSync(place(file), 'wx');
      try {
        const digest = createHash('sha256');
        const piece = Buffer.allocUnsafe(PIECE);
        for (let read = fs.readSync(from, piece, 0, PIECE, null); read > 0; read = fs.readSync(from, piece, 0, PIECE, null)) {
          const part = piece.subarray(0, read);
          digest.update(part);
          for (let done = 0; done < read; ) done += fs.writeSync(to, part, done);
          bytes += read;
        }
        digests.set(file, digest.digest('hex'));
      } finally {
        fs.closeSync(to);
      }
    },
    adopt: (folder) => {
      const root = path.join(dir, ...folder.split('/'));
      if (!fs.existsSync(root)) return;
      for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const absolute = path.join(entry.parentPath, entry.name);
        const file = path.relative(dir, absolute).split(path.sep).join('/');
        const data = fs.readFileSync(absolute);
        digests.set(file, hash('sha256', data, 'hex'));
        bytes += data.byteLength;
      }
    },
    seal: () => {
      const text = manifestText(digests);
      fs.writeFileSync(path.join(dir, MANIFEST_NAME), text, { flag: 'wx' });
      return { files: digests.size + 1, bytes: bytes + Buffer.byteLength(text) };
    },
  };
}
