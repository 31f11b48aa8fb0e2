import { wordlist } from '@scure/bip39/wordlists/english.js';
import { describe, expect, test } from 'vitest';
import { newPassphrase, weaknessOf } from '../../../src/brief/forms/passphrase.ts';

describe('a passphrase made by Dossier', () => {
  test('has at least 77 bits of chance', () => {
    expect(new Set(wordlist).size).toBe(2048);
    const words = newPassphrase().split(' ');
    expect(words.length * Math.log2(wordlist.length)).toBeGreaterThanOrEqual(77);
    for (const word of words) expect(wordlist).toContain(word);
  });

  test('is another each time, and strong enough for itself', async () => {
    const made = Array.from({ length: 50 }, newPassphrase);
    expect(new Set(made).size).toBe(50);
    expect((await Promise.all(made.map(weaknessOf))).filter((weakness) => weakness !== null)).toEqual([]);
  });
});

describe('a passphrase of somebody', () => {
  test.each([
    'short',
    '',
    'Northwind2026!',
    'passwordpassword',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    'qwertyuiopasdfghjkl',
    'correct horse',
    '2026-11-30 2026-12-01',
    'letmeinletmeinletmein',
  ])('%j is refused', async (passphrase) => {
    expect(await weaknessOf(passphrase)).toMatch(/^The passphrase is too (?:short|easy)/u);
  });

  test.each(['knee useless taxi tomorrow sell strike present', 'j7$Kq!m2Zx9@Lw4&Ve', 'Sieben Zwerge reiten quer durch Kasachstan'])(
    '%j is taken',
    async (passphrase) => {
      expect(await weaknessOf(passphrase)).toBeNull();
    },
  );
});
