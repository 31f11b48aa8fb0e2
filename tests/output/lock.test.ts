import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeLock } from '../../src/output/lock.ts';
import { tempDir, writeFiles } from '../support/temp.ts';

const holder = (pid: number, host = os.hostname()) => JSON.stringify({ pid, host, id: 'other' });

/** A process that lives until the test ends. */
function livingPid(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => {
    child.kill();
  });
  return child.pid ?? 0;
}

test('a lock is taken once, given back, and taken again', () => {
  const file = path.join(tempDir(), 'lock');
  const unlock = writeLock(file);
  expect(() => writeLock(file)).toThrow(/Another build/);
  unlock();
  expect(fs.existsSync(file)).toBe(false);
  writeLock(file)();
});

test('the lock of a living process is respected', () => {
  const dir = tempDir();
  writeFiles(dir, { lock: holder(livingPid()) });
  expect(() => writeLock(path.join(dir, 'lock'))).toThrow(
    expect.objectContaining({ reason: 'busy', hint: expect.stringContaining('lock') }),
  );
});

test('the lock of a process that is gone is taken over', () => {
  const dir = tempDir();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeFiles(dir, { lock: holder(gone) });
  writeLock(path.join(dir, 'lock'))();
  expect(fs.readdirSync(dir)).toEqual([]);
});

test('so is one with our own process number that we do not hold, as a restarted container leaves it', () => {
  const dir = tempDir();
  writeFiles(dir, { lock: holder(process.pid) });
  writeLock(path.join(dir, 'lock'))();
  expect(fs.readdirSync(dir)).toEqual([]);
});

test('a lock from another machine counts while it gives signs of life', () => {
  const dir = tempDir();
  const file = path.join(dir, 'lock');
  writeFiles(dir, { lock: holder(1, 'elsewhere') });
  expect(() => writeLock(file)).toThrow(/Another build/);
  const longAgo = new Date(Date.now() - 120_000);
  fs.utimesSync(file, longAgo, longAgo);
  writeLock(file)();
  expect(fs.readdirSync(dir)).toEqual([]);
});

test('an unreadable lock counts only for a moment', () => {
  const dir = tempDir();
  const file = path.join(dir, 'lock');
  writeFiles(dir, { lock: '{"pid"' });
  expect(() => writeLock(file)).toThrow(/Another build/);
  const longAgo = new Date(Date.now() - 120_000);
  fs.utimesSync(file, longAgo, longAgo);
  writeLock(file)();
  expect(fs.readdirSync(dir)).toEqual([]);
});

test('a lock that someone else took meanwhile is not deleted', () => {
  const dir = tempDir();
  const file = path.join(dir, 'lock');
  const unlock = writeLock(file);
  fs.writeFileSync(file, holder(livingPid()));
  unlock();
  expect(fs.existsSync(file)).toBe(true);
});
