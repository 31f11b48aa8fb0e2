import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NameIndex } from '../../src/graph/names.ts';
import { onlyFileNamed, resolvePath } from '../../src/graph/resolve.ts';
import { sharedCases } from '../support/cases.ts';
import { at, indexOf, indexOfVault } from '../support/name-index.ts';
import { describeShared } from '../support/shared.ts';

interface Row {
  readonly name: string;
  readonly vault?: string;
  readonly files?: readonly string[];
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly from: string;
  readonly target: string;
  readonly expected: string | null;
  /** What Obsidian itself answers, where a third party's tool differs. */
  readonly obsidianResolver?: string;
}

const vaults = new Map<string, NameIndex>();

function indexOfRow(row: Row): NameIndex {
  if (row.vault === undefined) {
    return indexOf(row.files ?? [], Object.fromEntries(Object.entries(row.aliases ?? {}).map(([path, aliases]) => [path, { aliases }])));
  }
  const index = vaults.get(row.vault) ?? indexOfVault(row.vault);
  vaults.set(row.vault, index);
  return index;
}

function targetOf(index: NameIndex, from: string, target: string, syntax: 'wiki' | 'markdown'): string | null {
  const found = resolvePath(index, at(from), target.split('#', 1)[0] ?? '', syntax);
  return found.status === 'found' ? found.target : null;
}

describeShared.each(['resolve', 'resolve-starlight'])('links as Obsidian resolves them: %s', (file) => {
  test.each(sharedCases<Row>(file).map((row, i) => [`${i} ${row.name}`, row] as const))('%s', (_, row) => {
    const expected = row.obsidianResolver ?? row.expected;
    const syntax = row.vault?.includes('markdown') ? 'markdown' : 'wiki';
    expect(targetOf(indexOfRow(row), row.from, row.target, syntax)).toBe(expected);
  });
});

describe('steps', () => {
  const index = indexOf(['n.md', 'a/n.md', 'a/b/n.md', 'a/b/only.md', 'z/Figure 1.png', 'x.md'], {
    'x.md': { aliases: ['The X', 'old/Path'] },
  });
  test.each([
    ['a/x.md', '', 'exact', 'a/x.md'],
    ['x.md', 'only', 'name', 'a/b/only.md'],
    ['a/q.md', 'n', 'exact', 'n.md'],
    ['x.md', 'a/n', 'exact', 'a/n.md'],
    ['x.md', 'b/n', 'suffix', 'a/b/n.md'],
    ['a/b/q.md', '../n', 'relative', 'a/n.md'],
    ['x.md', '/a/b/n.md', 'exact', 'a/b/n.md'],
    ['x.md', 'the x', 'alias', 'x.md'],
    ['x.md', 'The X.md', 'alias', 'x.md'],
    ['a/q.md', 'Old/path', 'alias', 'x.md'],
    ['a/q.md', 'anywhere/The X', 'alias', 'x.md'],
    ['a/q.md', 'figure 1.PNG', 'name', 'z/Figure 1.png'],
  ])('from %s, [[%s]] is found by %s', (from, path, via, target) => {
    expect(resolvePath(index, at(from), path, 'wiki')).toEqual({ status: 'found', via, target });
  });

  test('among several: whole segments, then the folder of the note and below, then short paths, then code points', () => {
    const several = indexOf([
      'a/xp/q.md',
      'zz/deep/p/q.md',
      'b/z.md',
      'c/z.md',
      'aaaa/z.md',
      'deep/er/z.md',
      'deep/er/still/z.md',
      '\u{1f600}/t.md',
      '\uffee/tt.md',
      '\uffee\uffee/t.md',
    ]);
    expect(targetOf(several, 'a/n.md', 'p/q', 'wiki')).toBe('zz/deep/p/q.md');
    expect(targetOf(several, 'n.md', 'z', 'wiki')).toBe('b/z.md');
    expect(targetOf(several, 'aaaa/n.md', 'z', 'wiki')).toBe('aaaa/z.md');
    expect(targetOf(several, 'deep/n.md', 'z', 'wiki')).toBe('deep/er/z.md');
    expect(targetOf(several, 'de/n.md', 'z', 'wiki')).toBe('b/z.md');
    expect(targetOf(several, 'n.md', 't', 'wiki')).toBe('\uffee\uffee/t.md');
    expect(targetOf(indexOf(['bb/z.md', 'c/z.md', 'aa/z.md']), 'n.md', 'z', 'wiki')).toBe('c/z.md');
  });

  test('a title is no key, a folder is no name, a wrong folder is not passed over', () => {
    const titled = indexOf(['f/n.md'], { 'f/n.md': { title: 'The N' } });
    for (const path of ['The N', 'f', 'g/n', 'n.png', '/n', '.', '..', './', '|', 'n/']) {
      expect(resolvePath(titled, at('q.md'), path, 'wiki'), path).toEqual({ status: 'missing' });
    }
  });

  test('an alias that several notes carry is ambiguous', () => {
    const twice = indexOf(['b.md', 'a.md'], { 'b.md': { aliases: ['Q'] }, 'a.md': { aliases: ['q'] } });
    expect(resolvePath(twice, at('a.md'), 'Q', 'wiki')).toEqual({ status: 'ambiguous', candidates: ['a.md', 'b.md'] });
  });
});

describe('spelling', () => {
  test('composed and decomposed letters, no-break spaces and final sigmas are alike', () => {
    const index = indexOf(['Équipe.md', 'A\u00a0B.md', 'ΟΔΟΣ.md']);
    expect(targetOf(index, 'x.md', 'E\u0301quipe', 'wiki')).toBe('Équipe.md');
    expect(targetOf(index, 'x.md', 'a b', 'wiki')).toBe('A\u00a0B.md');
    expect(targetOf(index, 'x.md', 'οδος', 'wiki')).toBe('ΟΔΟΣ.md');
  });

  test('Markdown links are percent-decoded when they are not found as given, wikilinks never', () => {
    const index = indexOf(['My note.md', 'a, b.md', '100%.md', 'x%20y.md', 'x y.md']);
    expect(targetOf(index, 'q.md', 'My%20note.md', 'markdown')).toBe('My note.md');
    expect(targetOf(index, 'q.md', 'a%2C%20b.md', 'markdown')).toBe('a, b.md');
    expect(targetOf(index, 'q.md', '100%.md', 'markdown')).toBe('100%.md');
    expect(targetOf(index, 'q.md', 'x%20y.md', 'markdown')).toBe('x%20y.md');
    expect(targetOf(index, 'q.md', 'My%20note', 'wiki')).toBeNull();
  });
});

describe('any vault', () => {
  const word = fc.constantFrom('a', 'b', 'Ab', 'n', 'Übung', 'v1.2 x', 'y.md');
  const folders = fc.array(word, { maxLength: 2 });
  const file = fc.tuple(folders, word, fc.constantFrom('.md', '.png')).map(([folder, name, ext]) => [...folder, name + ext].join('/'));
  const files = fc.uniqueArray(file, { minLength: 1, maxLength: 12, selector: (path) => path.toLowerCase() });
  const path = fc
    .tuple(fc.constantFrom('', '', './', '../', '/'), folders, word, fc.constantFrom('', '', '.md', '.png'))
    .map(([lead, folder, name, ext]) => lead + [...folder, name + ext].join('/'));
  const run = (names: readonly string[], from: string, link: string) => resolvePath(indexOf(names), at(from), link, 'wiki');

  test('the order of the files does not matter', () => {
    fc.assert(
      fc.property(
        files.chain((names) => fc.tuple(fc.constant(names), fc.shuffledSubarray(names, { minLength: names.length }))),
        file,
        path,
        ([names, shuffled], from, link) => {
          expect(run(shuffled, from, link)).toEqual(run(names, from, link));
        },
      ),
    );
  });

  test('the case of the link does not matter', () => {
    fc.assert(
      fc.property(files, file, path, (names, from, link) => {
        expect(run(names, from, link.toUpperCase())).toEqual(run(names, from, link));
        expect(run(names, from, link.toLowerCase())).toEqual(run(names, from, link));
      }),
    );
  });

  test('a file of another name does not matter', () => {
    fc.assert(
      fc.property(files, folders, file, path, (names, folder, from, link) => {
        expect(run([...names, [...folder, 'unrelated.md'].join('/')], from, link)).toEqual(run(names, from, link));
      }),
    );
  });

  test('what is found has the name of the link', () => {
    fc.assert(
      fc.property(files, file, path, (names, from, link) => {
        const found = run(names, from, link);
        if (found.status !== 'found') return;
        const name = link.slice(link.lastIndexOf('/') + 1).toLowerCase();
        expect(names).toContain(found.target);
        expect([name, `${name}.md`]).toContain(found.target.slice(found.target.lastIndexOf('/') + 1).toLowerCase());
      }),
    );
  });

  test('the only file of a name is what it leads to from everywhere', () => {
    fc.assert(
      fc.property(files, file, path, fc.constantFrom('wiki' as const, 'markdown' as const), (names, from, link, syntax) => {
        const index = indexOf(names);
        const target = onlyFileNamed(index, link);
        if (target !== null) expect(resolvePath(index, at(from), link, syntax)).toEqual({ status: 'found', via: 'name', target });
      }),
    );
  });
});
