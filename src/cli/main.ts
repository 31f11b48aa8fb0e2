import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Argument, Command, CommanderError, Option } from 'commander';
import { EXIT } from './exit-codes.ts';
import { readPackageRoot } from './package-root.ts';
import { reportFailure } from './report-failure.ts';

/** Bodies of commands are imported when they run, so that `--help` answers at once. */
const program = new Command('dossier')
  .description('Turns a folder of Markdown notes (an Obsidian vault) into a searchable, read-only site.')
  .version(versionText(), '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print help')
  .helpCommand(false)
  .showHelpAfterError('(add --help for what there is)')
  .configureHelp({ showGlobalOptions: false })
  .exitOverride();

const vault = () => new Argument('[vault]', 'folder of notes; default: the folder with dossier.yaml, else the current one');
const asOf = () =>
  new Option('--as-of <date>', 'day that ages and "next" are counted from; default: the newest meeting').argParser(parseDate);
const port = (fallback: number) =>
  new Option('-p, --port <number>', 'port; the next free one when it is taken').argParser(parsePort).default(fallback);

program
  .command('build')
  .summary('write the site')
  .description('Writes the site of a vault into a folder, which is replaced whole or not at all. The vault is never written to.')
  .addArgument(vault())
  .option('-o, --out <dir>', 'folder to write; default: <vault>-site beside the vault')
  .option('--strict', 'errors and warnings end the build with exit code 1, and the old site stays')
  .option('--explain', 'say of every file what became of it')
  .option('--no-search', 'build without the search index')
  .option('--no-cache', 'build in full even where nothing has changed since the last build')
  .addOption(asOf())
  .option('--json', 'print the report as JSON')
  .option('--quiet', 'print nothing but errors')
  .action(async (folder, options) => finish((await import('./build.ts')).runBuild(folder, options)));

program
  .command('dev')
  .summary('preview while you write')
  .description('Serves the site of a vault from memory and reloads the browser when a note is saved.')
  .addArgument(vault())
  .addOption(port(4321))
  .addOption(asOf())
  .action(async (folder, options) => finish((await import('./dev.ts')).runDev(folder, options)));

program
  .command('serve')
  .summary('look at a built site')
  .description('Serves a built site on this computer only.')
  .argument('[dir]', 'folder of the site; default: the current folder when it is one, else where build writes')
  .addOption(port(4173))
  .option('--base <path>', 'serve below a path, as a host would, e.g. /wiki/', '/')
  .action(async (dir, options) => finish((await import('./serve.ts')).runServe(dir, options)));

program
  .command('check')
  .summary('list what is wrong with the notes')
  .description('Lists findings about the notes: damaged text, broken and healed links, unreadable frontmatter, and what to do about them.')
  .addArgument(vault())
  .addOption(new Option('--format <format>', 'how to print them').choices(['text', 'json']).default('text'))
  .option('--strict', 'exit code 1 when there are errors or warnings')
  .action(async (folder, options) => finish((await import('./check.ts')).runCheck(folder, options)));

program
  .command('brief')
  .summary('write one account for people outside')
  .description('Writes the notes of one account as a site of its own, with nothing that belongs to another. Fails closed.')
  .argument('<account>', 'name of the account, as notes give it')
  .addArgument(vault())
  .option('-o, --out <path>', 'what to write: a folder, a .zip, or one .html file')
  .option('--encrypt', 'lock it with a passphrase, which is made and shown once unless one is given')
  .option('--passphrase-file <file>', 'lock it with the first line of a file')
  .option('--ask-passphrase', 'ask for the passphrase on this terminal')
  .option('--profile <name>', 'profile of dossier.yaml; default: the one called like the account, else "customer"')
  .addOption(new Option('--since <date>', 'leave out dated notes before this day').argParser(parseDate))
  .addOption(new Option('--until <date>', 'leave out dated notes after this day').argParser(parseDate))
  .addOption(asOf())
  .option('--dry-run', 'write nothing, print the audit')
  .option('--json', 'print the audit of a dry run as JSON')
  .option('--quiet', 'print nothing but errors')
  .action(async (account, folder, options) => finish((await import('./brief.ts')).runBrief(account, folder, options)));

program
  .command('inspect')
  .summary('print what is known as JSON')
  .description('Prints notes, accounts, people, actions, decisions and links of a vault as one JSON document.')
  .addArgument(vault())
  .option('--note <path>', 'only this note, by its path in the vault')
  .addOption(asOf())
  .action(async (folder, options) => finish((await import('./inspect.ts')).runInspect(folder, options)));

program
  .command('init')
  .summary('write a commented dossier.yaml')
  .description('Writes a dossier.yaml with every setting explained. Everything works without it.')
  .argument('[dir]', 'folder of the vault', '.')
  .action(async (dir) => finish((await import('./init.ts')).runInit(dir)));

/** Sets the exit code instead of exiting, so that what was printed into a pipe arrives whole. */
async function finish(code: Promise<number>): Promise<void> {
  process.exitCode = await code;
}

function parseDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  throw new CommanderError(EXIT.usage, 'dossier.date', `error: ${JSON.stringify(text)} is no date: write it as YYYY-MM-DD`);
}

function parsePort(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
  throw new CommanderError(EXIT.usage, 'dossier.port', `error: ${JSON.stringify(text)} is no port: give a number from 0 to 65535`);
}

function versionText(): string {
  const data: { version?: string } = JSON.parse(readFileSync(path.join(readPackageRoot(), 'package.json'), 'utf8'));
  return data.version ?? '0.0.0';
}

// A reader that closes early (`| head`) is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.fine);
  });
}

try {
  if (process.argv.length <= 2) program.outputHelp();
  else await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportFailure(error);
}
