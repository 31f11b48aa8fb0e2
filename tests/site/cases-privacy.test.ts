import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildVault, runCli } from '../support/cli.ts';
import { privatePairs } from '../support/private-vaults.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

/** The bytes of the site of a vault, search index included. */
function siteBytes(files: Readonly<Record<string, string>>, config: string): Readonly<Record<string, string>> {
  const dir = tempDir();
  writeFiles(path.join(dir, 'vault'), { ...files, 'dossier.yaml': config });
  buildVault(path.join(dir, 'vault'), path.join(dir, 'site'));
  return readTree(path.join(dir, 'site'));
}

describe('the bytes of a site', () => {
  const pairs = fc.sample(
    privatePairs.filter(({ whole, excluded }) => excluded.length > 1 && Object.keys(whole).length > 8),
    { numRuns: 4, seed: 7 },
  );
  test.each(pairs.map((pair) => [pair.excluded.join(', '), pair] as const))('are the same with and without %s', (_, pair) => {
    expect(siteBytes(pair.whole, pair.config)).toEqual(siteBytes(pair.public, pair.config));
  });
});

describe('a word that stands only in notes that are kept out', () => {
  /** One word a channel; none is a word of any language, so that nothing else can hold it. */
  const channels = new Set<string>();
  const words = (prefix: string) =>
    new Proxy({} as Record<string, string>, {
      get: (_, channel) => {
        channels.add(String(channel));
        return `${prefix}${String(channel)}`.replace(/[^a-z]/gu, '');
      },
    });
  const noteWith = (word: Readonly<Record<string, string>>, lines: string): string =>
    [
      '---',
      lines,
      `title: ${word['title']}`,
      `aliases: [${word['alias']}]`,
      `account: ${word['account']}`,
      `participants: [${word['person']} Lind]`,
      'date: 2026-05-01',
      `secretkey: ${word['property']}`,
      `source_ref: "${word['ref']}.md"`,
      '---',
      `# ${word['heading']}`,
      `${word['body']} #shared #${word['tag']} [[${word['ghost']}]] ![[${word['picture']}.png]] ^${word['block']}`,
      `- [ ] ${word['task']} @${word['owner']} #task`,
      `## Decisions\n- ${word['decision']}\n## Key Facts\n- ${word['fact']}`,
    ].join('\n');
  const shown = words('qzx');
  const hidden = words('wvk');
  const files = {
    'Shown.md': noteWith(shown, 'tags: [shared]'),
    [`${hidden['folder']}/${hidden['file']}.md`]: noteWith(hidden, 'private: true'),
    [`${hidden['broken']}.md`]: noteWith(hidden, 'draft: ['),
    [`Secret/${hidden['glob']}.md`]: 'not utf-8 \ud800',
    [`${shown['picture']}.png`]: 'shown',
    [`${hidden['picture']}.png`]: 'hidden',
    [`${hidden['orphan']}.pdf`]: 'hidden',
  };

  const unpacked = (bytes: Buffer): string => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');

  /** Words with a prefix that a file holds: in its name, its bytes, what is packed in them, and what a script hands over as base64. */
  const holding = (tree: Readonly<Record<string, string>>, prefix: string): readonly string[] => {
    const word = new RegExp(`${prefix}(?:${[...channels].join('|')})[a-z]*`, 'gu');
    return Object.entries(tree).flatMap(([file, latin1]) => {
      const packed = [...latin1.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/gu)].map(([text]) => unpacked(Buffer.from(text, 'base64')));
      const texts = [file, latin1, unpacked(Buffer.from(latin1, 'latin1')), ...packed];
      return texts.flatMap((text) => [...text.toLowerCase().matchAll(word)].map((match) => match[0]));
    });
  };

  test('is nowhere in it, in no encoding that a site uses; and those of notes that show are', () => {
    const dir = tempDir();
    writeFiles(path.join(dir, 'vault'), { ...files, 'dossier.yaml': 'publish:\n  exclude: [Secret/**]\n' });
    writeFiles(path.join(dir, 'vault'), { [`Secret/${hidden['bytes']}.md`]: Uint8Array.of(0xff, 0xfe, 0x00) });
    buildVault(path.join(dir, 'vault'), path.join(dir, 'site'));
    const tree = readTree(path.join(dir, 'site'));
    expect(holding(tree, 'wvk')).toEqual([]);
    const found = new Set(holding(tree, 'qzx'));
    for (const channel of [
      'title',
      'account',
      'person',
      'heading',
      'body',
      'tag',
      'ghost',
      'picture',
      'task',
      'owner',
      'decision',
      'fact',
    ]) {
      expect(found).toContain(shown[channel]);
    }
    // The owner is told all the same.
    const check = runCli(['check', path.join(dir, 'vault')]).stdout;
    for (const channel of ['file', 'broken', 'glob', 'bytes']) expect(check).toContain(hidden[channel]);
  });
});
