import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
/** The sample vault. */
export const contentDir = fileURLToPath(new URL('../../content', import.meta.url));
export const binFile = fileURLToPath(new URL('../../bin/dossier.mjs', import.meta.url));

/** Keeps what tests compile out of the user's cache, and for the next test. */
export const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/dossier-tests', import.meta.url));
const testEnv = { NO_COLOR: '1', XDG_CACHE_HOME: cacheDir };

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another installation than this folder. */
  readonly bin?: string;
}

/** Runs the compiled command line to its end. */
export function runCli(args: readonly string[], { cwd = projectRoot, env = {}, bin = binFile }: CliOptions = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, ...testEnv, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: status, stdout, stderr };
}

/** Builds a vault and fails loudly when that fails. Returns the report. */
export function buildVault(vault: string, out: string, args: readonly string[] = [], options: CliOptions = {}): Record<string, unknown> {
  const { code, stdout, stderr } = runCli(['build', vault, '-o', out, '--json', ...args], options);
  if (code !== 0) throw new Error(`dossier build ${vault} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}

/** Starts a command that runs until the test ends. Resolves with the address it prints. */
export async function startCli(args: readonly string[]): Promise<{ readonly origin: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, [binFile, ...args], { cwd: projectRoot, env: { ...process.env, ...testEnv } });
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let text = '';
    const onData = (data: Buffer) => {
      text += data;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text)?.[0];
      if (address) resolve(address);
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', (data: Buffer) => {
      text += data;
    });
    child.once('exit', (code) => reject(new Error(`dossier ${args.join(' ')} ended with ${code}: ${text}`)));
  });
  return { origin, child };
}
