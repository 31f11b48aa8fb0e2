import fs from 'node:fs';
import path from 'node:path';
import type { UsedAsset } from '../graph/graph.ts';
import { decodeText } from '../vault/decode.ts';
import type { Vault } from '../vault/vault.ts';
import { cleanHtml } from './clean-html.ts';
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

/** Bytes of a file that is cleaned before it ships. */
const LARGEST_CLEANED = 32 * 1024 * 1024;
/** What is a program to a browser that opens it, by the end of its name, and how it is made harmless. */
const CLEANED: readonly { readonly name: RegExp; readonly type: string; readonly clean: (bytes: Uint8Array) => Cleaned }[] = [
  { name: /\.svg$/iu, type: 'image/svg+xml', clean: drawingFrom },
  { name: /\.html?$/iu, type: 'text/html; charset=utf-8', clean: pageFrom },
];

type Cleaned = { readonly text: string } | { readonly text: null; readonly reason: string };

/**
 * Copies the attachments that pages show from the vault into the stage, and nothing else; drawings (SVG) and web pages without
 * anything that runs. Only regular files whose real path lies in
 * the vault are read; the others are returned with the reason.
 */
export async function writeAttachments(
  stage: Stage,
  vault: Pick<Vault, 'root' | 'assets'>,
  used: Iterable<UsedAsset>,
): Promise<readonly MissedAttachment[]> {
  const root = fs.realpathSync(vault.root);
  const known = new Map(vault.assets.map((asset) => [asset.path, asset]));
  const missed: MissedAttachment[] = [];
  for (const asset of used) {
    const { diskPath = asset.path, bytes } = known.get(asset.path) ?? {};
    if (bytes !== undefined) {
      stage.write(asset.href, bytes);
      continue;
    }
    const opened = readOpen(root, diskPath);
    if (typeof opened === 'string') {
      missed.push({ path: asset.path, reason: opened });
      continue;
    }
    try {
      const cleaned = cleanedFrom(asset.path, opened);
      if (cleaned === null) stage.copy(asset.href, opened);
      else if (cleaned.text === null) missed.push({ path: asset.path, reason: cleaned.reason });
      else stage.write(asset.href, cleaned.text);
    } finally {
      fs.closeSync(opened);
    }
  }
  return missed;
}

/**
 * A file of the vault as a site ships it, when it is of a kind that is cleaned first; for a server that shows one without writing it. `relative` is
 * below `root`. `body` is null when there is nothing to show; the whole is null for files that ship as they are.
 */
export function readCleaned(root: string, relative: string): { readonly type: string; readonly body: string | null } | null {
  const kind = CLEANED.find(({ name }) => name.test(relative));
  if (kind === undefined) return null;
  const opened = readOpen(fs.realpathSync(root), relative);
  if (typeof opened === 'string') return { type: kind.type, body: null };
  try {
    return { type: kind.type, body: cleanedFrom(relative, opened)?.text ?? null };
  } finally {
    fs.closeSync(opened);
  }
}

function cleanedFrom(name: string, file: number): Cleaned | null {
  const kind = CLEANED.find((candidate) => candidate.name.test(name));
  if (kind === undefined) return null;
  if (fs.fstatSync(file).size > LARGEST_CLEANED) return { text: null, reason: 'it is larger than 32 MB, too large to be made safe' };
  return kind.clean(fs.readFileSync(file));
}

function drawingFrom(bytes: Uint8Array): Cleaned {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') return { text: null, reason: decoded.reason };
  const text = cleanSvg(decoded.text);
  return text === null ? { text, reason: 'it holds no drawing' } : { text };
}

function pageFrom(bytes: Uint8Array): Cleaned {
  const decoded = decodeText(bytes);
  const page = decoded.kind === 'text' ? decoded.text : inDeclaredEncoding(bytes);
  if (page === null) return { text: null, reason: decoded.kind === 'unreadable' ? decoded.reason : 'it is no text' };
  const text = cleanHtml(page);
  return text === null ? { text, reason: 'its elements are too many, or too deep inside each other, to be made safe' } : { text };
}

/** The text of an old page in the encoding that its first kilobyte names; null when it names none, or wrongly. */
function inDeclaredEncoding(bytes: Uint8Array): string | null {
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,30})/iu.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))?.[1];
  if (label === undefined) return null;
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** A file descriptor of a regular file whose real path lies in `root`, or the reason why there is none. `root` has no links in it. */
export function readOpen(root: string, relative: string): number | string {
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
