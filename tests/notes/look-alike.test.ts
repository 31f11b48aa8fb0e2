import { describe, expect, test } from 'vitest';
import { looksOf } from '../../src/notes/look-alike.ts';
import { memorySite } from '../support/memory-vault.ts';

describe('names of accounts that look alike', () => {
  test.each([
    ['Acme', 'Acm\u0435'],
    ['Acme Corp', 'Acme-Corp'],
    ['Acme Corp', 'ACME\u200b Corp.'],
    ['Café Nord', 'Cafe Nord'],
    ['東京, 商事', '東京商事'],
  ])('%s and %s are two accounts, and the second is a finding that names both places', (one, other) => {
    expect(looksOf(one)).toBe(looksOf(other));
    const note = (name: string) => `---\ndate: 2026-01-02\naccount: "${name}"\n---\nText\n`;
    const { graph, diagnostics } = memorySite({ 'a.md': note(one), 'b.md': note(other) });
    expect(graph.accounts).toHaveLength(2);
    expect(diagnostics.filter(({ code }) => code === 'account-alike')).toMatchObject([
      { path: 'b.md', line: 3, severity: 'warning', message: expect.stringContaining(`"${one}" (a.md:3)`) },
    ]);
  });

  test.each([
    ['Northwind', 'Northwind Canada'],
    ['Acme', 'Acne'],
    ['🛒', '🥖'],
    ['Relay 4', 'Relay 5'],
  ])('%s and %s do not', (one, other) => {
    const note = (name: string) => `---\ndate: 2026-01-02\naccount: "${name}"\n---\nText\n`;
    const { diagnostics } = memorySite({ 'a.md': note(one), 'b.md': note(other) });
    expect(diagnostics.filter(({ code }) => code === 'account-alike')).toEqual([]);
  });
});
