import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileHrefsFromPaths, type UrlItem, urlsFromNames } from '../../src/graph/urls.ts';
import { vaultPath } from '../../src/vault/path.ts';
import { describeShared, sharedPath } from '../support/shared.ts';

const note = (key: string, prefix = 'notes/'): UrlItem => ({
  key,
  prefix,
  name: key.slice(key.lastIndexOf('/') + 1).replace(/\.md$/u, ''),
});
const tag = (name: string): UrlItem => ({ key: name, prefix: 'tags/', name });
const urlsOf = (items: readonly UrlItem[]): Readonly<Record<string, string>> => Object.fromEntries(urlsFromNames(items));

describe('addresses', () => {
  test('follow the name, below the folder of the kind', () => {
    expect(
      urlsOf([
        note('Customers/Acme/2025-11-14 - Acme big data DR sync.md', 'meetings/'),
        note('Acme', 'accounts/'),
        note('x/Ann Lee.md', 'people/'),
      ]),
    ).toEqual({
      'Customers/Acme/2025-11-14 - Acme big data DR sync.md': 'meetings/2025-11-14-acme-big-data-dr-sync.html',
      Acme: 'accounts/acme.html',
      'x/Ann Lee.md': 'people/ann-lee.html',
    });
  });

  test('a changed, cut or reserved name carries a hash of its key', () => {
    const { 'It’s.md': changed, 'con.md': reserved, ...rest } = urlsOf([note('It’s.md'), note('con.md'), note(`${'long '.repeat(30)}.md`)]);
    expect(changed).toMatch(/^notes\/it-s-[0-9a-z]{6}\.html$/u);
    expect(reserved).toMatch(/^notes\/con-[0-9a-z]{6}\.html$/u);
    expect(Object.values(rest)[0]).toMatch(/^notes\/long(?:-long)+-[0-9a-z]{6}\.html$/u);
  });

  test('of names that would meet, all carry one, and only those', () => {
    const urls = urlsOf([note('a/Plan.md'), note('b/plan!.md'), note('c/Other.md'), note('Plan', 'accounts/')]);
    expect(urls['a/Plan.md']).toMatch(/^notes\/plan-[0-9a-z]{6}\.html$/u);
    expect(urls['b/plan!.md']).toMatch(/^notes\/plan-[0-9a-z]{6}\.html$/u);
    expect(urls['c/Other.md']).toBe('notes/other.html');
    expect(urls).toMatchObject({ Plan: 'accounts/plan.html' });
  });

  test('a note named like a hashed address moves, the hashed one stays', () => {
    const hashed = urlsOf([note('It’s.md')])['It’s.md'] ?? '';
    const twin = note(`z/${hashed.slice('notes/'.length, -'.html'.length)}.md`);
    const urls = urlsOf([twin, note('It’s.md')]);
    expect(urls['It’s.md']).toBe(hashed);
    expect(urls[twin.key]).not.toBe(hashed);
  });

  test('names that only some file systems tell apart are apart', () => {
    const urls = Object.values(urlsOf(['straße', 'strasse', 'ſtrasse', 'ΟΔΟΣ', 'οδοσ', 'ı', 'i'].map((name) => note(name))));
    expect(new Set(urls.map((url) => url.toUpperCase().normalize('NFC'))).size).toBe(urls.length);
  });
});

describe('tags', () => {
  test('nest by segment', () => {
    expect(urlsOf([tag('account/northwind-grocers'), tag('account'), tag('project_x/Ünit')])).toEqual({
      'account/northwind-grocers': 'tags/account/northwind-grocers.html',
      account: 'tags/account.html',
      'project_x/Ünit': 'tags/project-x/ünit.html',
    });
  });

  test('that would meet in a folder are told apart by their last segment', () => {
    const urls = urlsOf([tag('a_b/x'), tag('a-b/x')]);
    expect(Object.values(urls)).toEqual([
      expect.stringMatching(/^tags\/a-b\/x-\w{6}\.html$/u),
      expect.stringMatching(/^tags\/a-b\/x-\w{6}\.html$/u),
    ]);
    expect(new Set(Object.values(urls)).size).toBe(2);
  });

  test('a reserved folder carries a hash, a very deep tag is one segment', () => {
    expect(urlsOf([tag('con/x')])['con/x']).toMatch(/^tags\/con-\w{6}\/x\.html$/u);
    const deep = Array.from({ length: 2000 }, (_, i) => `level${i}`).join('/');
    expect(urlsOf([tag(deep)])[deep]).toMatch(/^tags\/level0-[^/]+\.html$/u);
  });
});

describe('attachments', () => {
  test('keep their extension, lower-cased', () => {
    const hrefs = Object.fromEntries(
      fileHrefsFromPaths(['a/Big Map.PNG', 'x.tar.gz', 'Makefile', '.png', 'b/Big map.png', 'index.html'].map(vaultPath)),
    );
    expect(hrefs['a/Big Map.PNG']).toMatch(/^files\/big-map-\w{6}\.png$/u);
    expect(hrefs['x.tar.gz']).toMatch(/^files\/x-tar-\w{6}\.gz$/u);
    expect(hrefs).toMatchObject({ Makefile: 'files/makefile', '.png': 'files/png' });
    expect(hrefs['index.html']).toMatch(/^files\/index-\w{6}\.html$/u);
  });
});

describe('any names', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      'Plan',
      'plan',
      'PLAN!',
      'pla-n',
      'pla n',
      'straße',
      'strasse',
      'con',
      '🎉',
      'x'.repeat(200),
      '漢'.repeat(60),
      'a/b',
      'A/b',
      'a_/b',
    ),
  );
  const item = fc.record({ key: fc.string({ minLength: 1, maxLength: 8 }), prefix: fc.constantFrom('notes/', 'tags/', 'accounts/'), name });
  const items = fc.uniqueArray(item, { maxLength: 25, selector: ({ key }) => key });
  const fold = (url: string): string => url.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');

  test('no two addresses are equal, even without case', () => {
    fc.assert(
      fc.property(items, (list) => {
        const urls = [...urlsFromNames(list).values()];
        expect(urls.length).toBe(list.length);
        expect(new Set(urls.map(fold)).size).toBe(list.length);
      }),
    );
  });

  test('every segment is short and plain, and every address stays below its prefix', () => {
    fc.assert(
      fc.property(items, (list) => {
        const urls = urlsFromNames(list);
        for (const { key, prefix } of list) {
          const url = urls.get(key) ?? '';
          expect(url.startsWith(prefix)).toBe(true);
          expect(url.endsWith('.html')).toBe(true);
          for (const segment of url.slice(0, -'.html'.length).split('/'))
            expect(segment).toMatch(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u);
          for (const segment of url.split('/')) expect(new TextEncoder().encode(segment).length).toBeLessThanOrEqual(80);
        }
      }),
    );
  });

  test('the order of the items does not matter', () => {
    fc.assert(
      fc.property(
        items.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(urlsOf(shuffled)).toEqual(urlsOf(list));
        },
      ),
    );
  });

  test('a page of another name changes no address', () => {
    fc.assert(
      fc.property(items, fc.constantFrom('notes/', 'tags/', 'accounts/'), (list, prefix) => {
        const urls = urlsOf(list);
        expect(urlsOf([{ key: 'quite unrelated', prefix, name: 'Quite unrelated' }, ...list])).toMatchObject(urls);
      }),
    );
  });
});

describeShared('hostile file names', () => {
  test('get safe addresses, each its own', () => {
    const rows = JSON.parse(readFileSync(sharedPath('security/file-names.json'), 'utf8')) as readonly {
      readonly id: string;
      readonly vector: string;
    }[];
    const urls = [
      ...urlsFromNames(rows.map(({ id, vector }) => ({ key: id, prefix: 'notes/', name: vector.replace(/\.md$/u, '') }))).values(),
    ];
    expect(urls.length).toBe(rows.length);
    expect(new Set(urls.map((url) => url.toUpperCase().normalize('NFC'))).size).toBe(rows.length);
    for (const url of urls) expect(url).toMatch(/^notes\/[\p{L}\p{N}\p{M}-]+\.html$/u);
  });
});
