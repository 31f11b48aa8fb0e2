import fs from 'node:fs';
import path from 'node:path';
import { type Brief, briefFrom } from '../../src/brief/brief-site.ts';
import { writeBrief } from '../../src/brief/forms/write-brief.ts';
import { guardedTheme } from '../../src/brief/guard/guard.ts';
import { readVaultState } from '../../src/cli/read-site.ts';
import { readTheme } from '../../src/cli/read-theme.ts';
import { recordFrom } from '../../src/search/record.ts';
import { bytesOfFolder } from './leak-scan.ts';
import { makeTempDir, writeFiles } from './temp.ts';

type Output = ReadonlyMap<string, Uint8Array>;

/** A form in which a brief is handed out, as files. */
export interface Form {
  readonly name: string;
  readonly make: (brief: Brief) => Promise<Output>;
}

/** The forms of a brief whose bytes repeat. Every test of leaks and of non-interference goes over all of them. A locked brief has a fresh salt each time. */
export const FORMS: readonly Form[] = [
  { name: 'folder', make: (brief) => formOf(brief, 'out') },
  { name: 'zip', make: (brief) => formOf(brief, 'out.zip') },
  { name: 'html', make: (brief) => formOf(brief, 'out.html') },
];

/** A brief as the command line writes it, with its search. */
async function formOf(brief: Brief, name: string): Promise<Output> {
  const dir = makeTempDir();
  try {
    const theme = guardedTheme(await readTheme(brief.site, () => undefined), brief.guarded);
    const out = path.join(dir, name);
    await writeBrief(brief.site, theme, { out, passphrase: null });
    return fs.statSync(out).isDirectory() ? bytesOfFolder(out) : new Map([[name, fs.readFileSync(out)]]);
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** What a folder is made of, without writing it: pages, files, and what is told to the index. Many times as fast. */
export async function partsOf({ site, guarded }: Pick<Brief, 'site'> & Partial<Pick<Brief, 'guarded'>>): Promise<Output> {
  const parts = new Map<string, Uint8Array>();
  const plain = await readTheme(site, () => undefined);
  const theme = guarded === undefined ? plain : guardedTheme(plain, guarded);
  for (const planned of site.plan) {
    const page = site.page(planned.url);
    if (page === undefined) throw new Error(`no page ${planned.url}`);
    parts.set(planned.url, Buffer.from(await theme.render(page)));
    const record = recordFrom(site, planned);
    if (record) parts.set(`${planned.url} index`, Buffer.from(JSON.stringify(record)));
  }
  for (const { path: name, parts: texts } of site.files) parts.set(name, Buffer.from([...texts()].join('')));
  for (const { path: name, href } of site.graph.assets.values()) {
    const { bytes, diskPath = name } = site.vault.assets.find((asset) => asset.path === name) ?? {};
    parts.set(href, bytes ?? fs.readFileSync(path.join(site.vault.root, diskPath)));
  }
  return parts;
}

/** What `use` makes of the brief of a vault that is given as files. Fails for a brief that is refused. */
export async function withBrief<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  account: string,
  use: (brief: Brief, vault: string) => Promise<T>,
): Promise<T> {
  const dir = makeTempDir();
  try {
    const vault = path.join(dir, 'vault');
    writeFiles(vault, files);
    const { vault: read, config } = readVaultState(vault);
    const brief = await briefFrom(read, config, { account, profile: null, since: null, until: null, asOf: null });
    if (brief.selection.refusals.length > 0) throw new Error(`refused: ${JSON.stringify(brief.selection.refusals)}`);
    return await use(brief, vault);
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}
