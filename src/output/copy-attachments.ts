import fs from 'node:fs';
import path from 'node:path';
import type { UsedAsset } from '../graph/graph.ts';
import { decodeText } from '../vault/decode.ts';
import type { Vault } from '../vault/vault.ts';
import { cleanSvg } from './clean-svg.ts';
import type { Stage } from './stage.ts';
import { isInside } from './target.ts';

/** Failures that concern one file alone; anything else (no memory, too many open files) ends the build. */
const FAULTS_OF_THE_FILE: Readonly<Record<string, string>> = {
  ENOENT: 'it is gone',
  ENOTDIR: 'it is gone',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ELOOP: 'it is a link that leads nowhere',
  ENXIO: 'it is no regular file',
  EIO: 'the disk could not read it',
};

/** Why an attachment was not copied. */
export interface MissedAttachment {
  readonly path: UsedAsset['path'];
  readonly reason: string;
}

const LARGEST_DRAWING = 32 * 1024 * 1024;
/** Ends the name of a drawing, which is a program to a browser that opens it. */
const DRAWING = /\.svg$/iu;

/**
 * Copies the attachments that pages show from the vault into the stage, and nothing else; drawings (SVG) without anything that runs. Only regular files whose real path lies in
 * the vault are read; the others are returned with the reason.
 */
export async function writeAttachments(
  stage: Stage,
  vault: Pick<Vault, 'root' | 'assets'>,
  used: Iterable<UsedAsset>,
): Promise<readonly MissedAttachment[]> {
  const root = fs.realpathSync(vault.root);
  const onDisk = new Map(vault.assets.map((asset) => [asset.path, asset.diskPath ?? asset.path]));
  const missed: MissedAttachment[] = [];
  for (const asset of used) {
    const opened = readOpen(root, onDisk.get(asset.path) ?? asset.path);
    if (typeof opened === 'string') {
      missed.push({ path: asset.path, reason: opened });
      continue;
    }
    try {
      if (!DRAWING.test(asset.path)) stage.copy(asset.href, opened);
      else {
        const drawing = drawingFrom(opened);
        if (drawing.text === null) missed.push({ path: asset.path, reason: drawing.reason });
        else await stage.write(asset.href, drawing.text);
      }
    } finally {
      fs.closeSync(opened);
    }
  }
  return missed;
}

/** A drawing of the vault as a site ships it, for a server that shows one without writing it. `relative` is below `root`; null when there is none. */
export function readDrawing(root: string, relative: string): string | null {
  const opened = readOpen(fs.realpathSync(root), relative);
  if (typeof opened === 'string') return null;
  try {
    return drawingFrom(opened).text;
  } finally {
    fs.closeSync(opened);
  }
}

function drawingFrom(file: number): { readonly text: string } | { readonly text: null; readonly reason: string } {
  if (fs.fstatSync(file).size > LARGEST_DRAWING) return { text: null, reason: 'the drawing is larger than 32 MB' };
  const decoded = decodeText(fs.readFileSync(file));
  if (decoded.kind === 'unreadable') return { text: null, reason: decoded.reason };
  const text = cleanSvg(decoded.text);
  return text === null ? { text, reason: 'it holds no drawing' } : { text };
}

/** A file descriptor, or the reason why there is none. */
function readOpen(root: string, relative: string): number | string {
  try {
    const real = fs.realpathSync(path.join(root, ...relative.split('/')));
    if (!isInside(real, root)) return 'it is a link that leads out of the vault';
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    const file = fs.openSync(real, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0) | (fs.constants.O_NOFOLLOW ?? 0));
    if (fs.fstatSync(file).isFile()) return file;
    fs.closeSync(file);
    return 'it is no regular file';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const reason = FAULTS_OF_THE_FILE[code];
    if (reason === undefined) throw error;
    return reason;
  }
}
