import { CommanderError } from 'commander';
import { EXIT } from './exit-codes.ts';
import { printError } from './terminal.ts';

// Errors are told apart by name: importing their classes would load what `--help` does not need.

/** Prints what went wrong, for people, and returns the exit code. Only faults of Dossier itself show a stack trace. */
export function reportFailure(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.fine;
    // Commander has printed its own errors; ours carry a code that begins with our name.
    if (error.code.startsWith('dossier.')) printError(error.message.replace(/^error: /, ''), '');
    return EXIT.usage;
  }
  if (error instanceof Error && error.name === 'AbortError') return EXIT.interrupted;
  if (error instanceof Error && error.name === 'VaultError') {
    printError(error.message, 'Give the folder that holds your notes, and check that you may read it.');
    return EXIT.usage;
  }
  if (error instanceof Error && error.name === 'ConfigError') {
    printError(error.message, 'Mend the lines named, or remove them: every setting has a default.');
    return EXIT.usage;
  }
  if (error instanceof Error && 'hint' in error && typeof error.hint === 'string') {
    printError(error.message, error.hint);
    const usage = error.name === 'UsageError' || error.name === 'MissingPackageError' || ('reason' in error && error.reason === 'usage');
    return usage ? EXIT.usage : EXIT.findings;
  }
  printError(
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    'This is a fault of Dossier. Please report it with the lines above.',
  );
  return EXIT.findings;
}
