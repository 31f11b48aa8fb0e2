import path from 'node:path';
import colors from 'picocolors';
import { loadTheme } from '../output/theme.ts';
import type { Site } from '../site.ts';
import { openClients } from './dev/clients.ts';
import { batchChanges } from './dev/debounce.ts';
import { previewHandler } from './dev/handler.ts';
import { openPreview } from './dev/preview.ts';
import { changeShower } from './dev/show-changes.ts';
import { watchVault } from './dev/watch-vault.ts';
import { EXIT } from './exit-codes.ts';
import { listen, untilStopped } from './listen.ts';
import { readThemeFolder } from './package-root.ts';
import { readTheme } from './read-theme.ts';
import { counted, durationText, printError } from './terminal.ts';
import { defaultOutput, readVaultFolder } from './vault-folder.ts';

export interface DevFlags {
  readonly port: number;
  readonly asOf?: string;
}

/** `dossier dev`: serves a vault from memory until it is stopped; an edit reloads the pages that it changes. */
export async function runDev(folder: string | undefined, flags: DevFlags): Promise<number> {
  const start = performance.now();
  const dir = readVaultFolder(folder);
  const theme = loadTheme(readThemeFolder());
  await theme.load();
  const onError = (url: string, error: unknown) => complain(`The page ${url} could not be made`, error);
  const clients = openClients();
  let show: ReturnType<typeof changeShower> | null = null;
  const onChange = batchChanges(
    async (paths, rest) => show?.(paths, rest),
    (error) => complain('The change could not be shown', error),
  );
  const watcher = await watchVault(dir, defaultOutput(dir), onChange, (error) => complain('The folder could not be watched', error));
  try {
    const compile = (site: Site) => readTheme(site, () => process.stdout.write(`${colors.dim('compiling MDX pages')}\n`));
    const preview = openPreview(dir, theme, { asOf: flags.asOf, compile, onError });
    show = changeShower(preview, clients, (behind) => process.stdout.write(`${colors.dim(`updated in ${durationText(behind)}`)}\n`));
    const { server, origin } = await listen(previewHandler(preview, theme, clients, onError), flags.port);
    const { notes } = preview.site().vault;
    process.stdout.write(`${colors.bold(path.basename(dir))} at ${colors.cyan(`${origin}/`)}\n`);
    process.stdout.write(
      `${counted(notes.length, 'note')} read in ${durationText(performance.now() - start)}. Search works in a built site. Stop with Ctrl-C.\n`,
    );
    await untilStopped(server);
    return EXIT.fine;
  } finally {
    await watcher.close();
  }
}

function complain(what: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  printError(`${what}: ${reason}`, error instanceof Error && 'hint' in error ? String(error.hint) : '');
}
