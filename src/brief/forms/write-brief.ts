import { hash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beginSearchOf } from '../../output/begin-search.ts';
import { MANIFEST_NAME, manifestText } from '../../output/manifest.ts';
import type { LoadedTheme } from '../../output/theme.ts';
import { type Progress, writeSite } from '../../output/write-site.ts';
import { writeWholeFile, writeWholeFolder } from '../../output/write-whole.ts';
import type { Site } from '../../site.ts';
import { type BriefBook, bookFrom } from './book.ts';
import { readBuiltFiles } from './built-files.ts';
import { FILE_MARKER, pageFileFrom } from './page-file.ts';
import { type ReaderAssets, readReaderAssets } from './reader-assets.ts';
import { sealedFileFrom } from './sealed-file.ts';
import { isBriefArchive, zipFrom } from './zip-form.ts';

/** How a brief is handed over. */
export type BriefForm = 'folder' | 'zip' | 'page';

export interface WriteBriefOptions {
  /** Its ending says the form: `.zip`, `.html`, else a folder. */
  readonly out: string;
  /** Locks the brief; null for one that everybody can read. */
  readonly passphrase: string | null;
  readonly onProgress?: (step: Progress) => void;
}

export interface WrittenBrief {
  readonly form: BriefForm;
  /** Absolute. */
  readonly out: string;
  readonly pages: number;
  readonly bytes: number;
}

/** The form that the ending of a name asks for. */
export function formOf(out: string): BriefForm {
  const ending = path.extname(out).toLowerCase();
  return ending === '.zip' ? 'zip' : ending === '.html' || ending === '.htm' ? 'page' : 'folder';
}

/**
 * Writes a brief in the form that its name asks for, whole or not at all. A locked brief is one HTML file in every form, since names, sizes
 * and number of files tell of what is in them: a folder or an archive holds that file alone. Throws an OutputError.
 */
export async function writeBrief(site: Site, theme: LoadedTheme, options: WriteBriefOptions): Promise<WrittenBrief> {
  const { out, passphrase, onProgress = () => {} } = options;
  const form = formOf(out);
  const pages = site.plan.length;
  const place = { out, vaultRoot: site.vault.root, ignore: site.config.ignore };
  const beginSearch = site.config.search.enabled ? beginSearchOf(site) : null;
  if (form === 'folder' && passphrase === null) {
    const report = await writeSite(site, theme, { out, beginSearch, strict: true, onProgress });
    return { form, out: report.out, pages, bytes: report.bytes };
  }
  const built = async <T>(search: boolean, use: (dir: string) => T): Promise<T> =>
    inPrivateFolder(async (dir) => {
      const whole = path.join(dir, 'brief');
      await writeSite(site, theme, { out: whole, beginSearch: search ? beginSearch : null, strict: true, onProgress });
      return use(whole);
    });
  const asPage = async (): Promise<string> => {
    const assets = readReaderAssets(theme);
    const book = await built(false, (dir) => bookFrom(readBuiltFiles(dir), site, assets.readerStyle));
    return passphrase === null ? pageFileFrom(book, assets) : lockedPage(book, passphrase, assets);
  };
  const written = await writeForm();
  return { form, pages, ...written };

  function writeForm(): Promise<{ readonly out: string; readonly bytes: number }> {
    switch (form) {
      case 'page':
        return writeWholeFile(place, isBriefFile, asPage);
      case 'folder':
        return writeWholeFolder(place, async () => new Map([['index.html', await asPage()]]));
      case 'zip':
        return writeWholeFile(place, isBriefArchiveFile, async () => {
          const top = path.basename(out, path.extname(out)) || 'brief';
          const files = passphrase === null ? await built(true, readBuiltFiles) : alone(await asPage());
          return zipFrom(files, top);
        });
    }
  }
}

function lockedPage(book: BriefBook, passphrase: string, { unlock, unlockStyle }: ReaderAssets): string {
  return sealedFileFrom(book, passphrase, { script: unlock, style: unlockStyle });
}

/** One page as the files of a folder. */
function alone(page: string): ReturnType<typeof readBuiltFiles> {
  const data = Buffer.from(page, 'utf8');
  const manifest = manifestText(new Map([['index.html', hash('sha256', data, 'hex')]]));
  return [
    { path: MANIFEST_NAME, data: Buffer.from(manifest, 'utf8') },
    { path: 'index.html', data },
  ];
}

/** What a build that ends in one file has in the clear meanwhile lies in a folder of this user alone, and is deleted whatever happens. */
async function inPrivateFolder<T>(use: (dir: string) => Promise<T>): Promise<T> {
  let dir: string | null = null;
  const remove = (): void => {
    if (dir !== null) fs.rmSync(dir, { recursive: true, force: true });
  };
  const stop = (): never => {
    remove();
    process.exit(130);
  };
  // Before there is anything to delete: a signal may come in the same moment.
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'dossier-brief-'));
    return await use(dir);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    remove();
  }
}

/** As much of a file as holds its head up to the marker. */
const HEAD = 4096;

function isBriefFile(file: string): boolean {
  const descriptor = fs.openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    return head.toString('utf8', 0, fs.readSync(descriptor, head, 0, HEAD, 0)).includes(FILE_MARKER);
  } finally {
    fs.closeSync(descriptor);
  }
}

function isBriefArchiveFile(file: string): boolean {
  return isBriefArchive(fs.readFileSync(file));
}
