import { modelFrom } from '../views/model.ts';
import { EXIT } from './exit-codes.ts';
import { readSite } from './read-site.ts';
import { similarNames } from './similar-names.ts';
import { UsageError } from './usage-error.ts';
import { readVaultFolder } from './vault-folder.ts';

export interface InspectFlags {
  readonly note?: string;
  readonly asOf?: string;
}

/** `dossier inspect`: prints the model as one JSON document on stdout and nothing else. Returns the exit code. */
export async function runInspect(folder: string | undefined, flags: InspectFlags): Promise<number> {
  const site = readSite(readVaultFolder(folder), flags);
  const model = modelFrom(site);
  const document =
    flags.note === undefined ? model : { ...model, notes: model.notes.filter((note) => note.path === notePath(flags.note ?? '')) };
  if (flags.note !== undefined && document.notes.length === 0) {
    const near = similarNames(
      notePath(flags.note),
      model.notes.map((note) => note.path),
    );
    throw new UsageError(
      `There is no note ${flags.note}`,
      near.length > 0 ? `Did you mean: ${near.join(', ')}` : 'Give its path in the vault, with .md at the end.',
    );
  }
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  return EXIT.fine;
}

/** A path as typed, as the model writes it. */
function notePath(text: string): string {
  return text.replaceAll('\\', '/').replace(/^\.\//, '').normalize('NFC');
}
