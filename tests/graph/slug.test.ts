import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSlug, shortHash, slugOf } from '../../src/graph/slug.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe('slugs', () => {
  test.each([
    ['2025-11-14 - Walmart big data DR sync', '2025-11-14-walmart-big-data-dr-sync'],
    ['Northwind Grocers', 'northwind-grocers'],
    ['  Plan (draft), v2! ', 'plan-draft-v2'],
    ['snake_case', 'snake-case'],
    ['AT&T', 'at-t'],
    ['Übung Æther ŁÓDŹ', 'übung-æther-łódź'],
    ['東京 会議', '東京-会議'],
    ['हिन्दी नोट', 'हिन्दी-नोट'],
    ['خطة الترحيل', 'خطة-الترحيل'],
    ['מסמך דרישות', 'מסמך-דרישות'],
    ['แผนการย้ายข้อมูล', 'แผนการย้ายข้อมูล'],
    ['स्थानांतरण योजना', 'स्थानांतरण-योजना'],
    ['회의록 정리'.normalize('NFD'), '회의록-정리'],
    ['数据治理 v2 – План', '数据治理-v2-план'],
    ['ÉTÉ', 'été'],
    ['E\u0301te\u0301', 'été'],
    ['١٢٣', '١٢٣'],
  ])('%s → %s, nothing lost', (name, slug) => {
    expect(slugOf(name)).toEqual({ slug, changed: false });
  });

  test.each([
    ['It’s a plan', 'it-s-a-plan'],
    ['v1.2 notes', 'v1-2-notes'],
    ['C++', 'c'],
    ['🎉 Party', 'party'],
    ['🎉', '1f389'],
    ['👩‍💻 Team 東京', 'team-東京'],
    ['برنامه\u200cریزی', 'برنامه-ریزی'],
    ['❤️', '2764'],
    ['???', '3f-3f-3f'],
    ['$300M', '300m'],
    ['a\u200bb', 'a-b'],
    ['\u3164', '3164'],
    ['', 'untitled'],
    ['CON', 'con'],
    ['lpt1.', 'lpt1'],
    ['Index', 'index'],
    ['404', '404'],
  ])('%s → %s, and something was lost or is reserved', (name, slug) => {
    expect(slugOf(name)).toEqual({ slug, changed: true });
  });

  test('a long name is cut between words, and within a letter never', () => {
    const { slug, changed } = slugOf(`${'word '.repeat(40)}`);
    expect(changed).toBe(true);
    expect(slug).toMatch(/^word(?:-word)+$/u);
    expect(bytes(slug)).toBeLessThanOrEqual(75);
    expect(cutSlug('नि'.repeat(30), 20)).toBe('नि'.repeat(3));
    expect(cutSlug('a'.repeat(100), 10)).toBe('a'.repeat(10));
    expect(bytes(cutSlug(`a${'\u0301'.repeat(500)}`, 10))).toBeLessThanOrEqual(10);
  });

  test('any text gives a safe segment, and its slug gives itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        const { slug } = slugOf(name);
        expect(slug).not.toBe('');
        expect(bytes(slug)).toBeLessThanOrEqual(75);
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(slugOf(slug).slug).toBe(slug);
      }),
    );
  });
});

describe('hashes', () => {
  test('have the length asked for, lower-case letters and digits only', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (text, length) => {
        expect(shortHash(text, length)).toMatch(new RegExp(`^[0-9a-z]{${length}}$`, 'u'));
      }),
    );
  });

  test('rarely meet: 20,000 similar paths, at most a handful of equal ones', () => {
    const hashes = new Set(Array.from({ length: 20_000 }, (_, i) => shortHash(`Customers/A${i % 50}/note ${i}.md`, 6)));
    expect(hashes.size).toBeGreaterThan(19_990);
  });
});
