import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMS, withBrief } from '../support/brief-forms.ts';
import { ACCOUNT, type Files, foreign, note } from '../support/brief-notes.ts';
import { spokenPicture } from '../support/brief-pictures.ts';
import { runCli } from '../support/cli.ts';
import { bytesOfFolder, scanFiles } from '../support/leak-scan.ts';
import { readTree, tempDir, writeFiles } from '../support/temp.ts';

describe('L8: nothing of the machine is in a brief', () => {
  const vault = async (): Promise<Files> => ({
    'a.md': note('![[x.png]] ![[y.svg]] [[list.txt]]', 'date: 2026-01-01\n'),
    'x.png': await spokenPicture('png', 'w', 1),
    'y.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
    'list.txt': 'a list',
    'dossier.yaml': 'briefs:\n  customer:\n    attachments: ["*.txt"]\n',
  });

  test('no host, home, user or folder, no report, no map of sources', async () => {
    for (const { make } of FORMS) {
      const [output, root] = await withBrief(await vault(), ACCOUNT, async (brief, dir) => [await make(brief), dir] as const);
      const words = [os.hostname(), os.homedir(), path.dirname(root), process.cwd()].filter((word) => word.length > 4);
      for (const [name, bytes] of output) {
        const text = Buffer.from(bytes).toString('latin1');
        expect(
          words.filter((word) => text.includes(word)),
          name,
        ).toEqual([]);
        expect(name).not.toMatch(/report|audit|\.map$|\.log$|\.bak$/u);
        expect(text).not.toMatch(/sourceMappingURL/u);
      }
    }
  });

  test('another folder, other times of files, another zone and language of the machine: the same bytes', () => {
    const outputs = [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', USER: 'somebody', HOME: os.tmpdir() },
    ].map((env, i) => {
      const dir = tempDir();
      writeFiles(path.join(dir, `vault${i}`), {
        'a.md': note('![[y.svg]] I', 'date: 2026-01-01\n'),
        'y.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>',
      });
      fs.utimesSync(path.join(dir, `vault${i}`, 'a.md'), 1_000_000 * (i + 1), 1_000_000 * (i + 1));
      const { code, stderr } = runCli(['brief', ACCOUNT, path.join(dir, `vault${i}`), '-o', path.join(dir, 'out'), '--quiet'], { env });
      expect([code, stderr]).toEqual([0, '']);
      return readTree(path.join(dir, 'out'));
    });
    expect(outputs[1]).toEqual(outputs[0]);
  });
});

describe('L9: what an earlier, wider brief wrote is gone', () => {
  test('wide, then narrow into the same folder, is narrow into an empty one', async () => {
    const dir = tempDir();
    writeFiles(path.join(dir, 'vault'), {
      'a.md': note('![[x.png]] [[b]] #one', 'date: 2026-01-01\n'),
      'b.md': note('![[y.png]] qzwide #two', 'date: 2025-01-01\n'),
      'x.png': await spokenPicture('png', 'w', 1),
      'y.png': await spokenPicture('png', 'w', 2),
    });
    const build = (out: string, ...flags: readonly string[]) => {
      const { code, stderr } = runCli(['brief', ACCOUNT, path.join(dir, 'vault'), '-o', path.join(dir, out), '--quiet', ...flags]);
      expect([code, stderr]).toEqual([0, '']);
      return readTree(path.join(dir, out));
    };
    const wide = build('once');
    expect(JSON.stringify(wide)).toContain('qzwide');
    const narrow = build('once', '--since', '2025-06-01');
    expect(narrow).toEqual(build('empty', '--since', '2025-06-01'));
    expect(Object.keys(narrow).filter((name) => name.startsWith('files/'))).toHaveLength(1);
    expect(scanFiles(bytesOfFolder(path.join(dir, 'once')), ['qzwide'])).toEqual([]);
  });
});

describe('L10: a brief shares no cache with a wiki', () => {
  test('it is the same after one, and during one, and leaves nothing in the cache', async () => {
    const dir = tempDir();
    const cache = path.join(dir, 'cache');
    writeFiles(path.join(dir, 'vault'), {
      'a.md': note('One. [[b]]', 'date: 2026-01-01\n'),
      'b.md': foreign('qzforeign'),
      'c.mdx': '# Program\n\nqzprogram\n',
      'dossier.yaml': 'mdx:\n  trusted: ["*.mdx"]\n',
    });
    const env = { XDG_CACHE_HOME: cache };
    const brief = (out: string) => {
      const { code, stderr } = runCli(['brief', ACCOUNT, path.join(dir, 'vault'), '-o', path.join(dir, out), '--quiet'], { env });
      expect([code, stderr]).toEqual([0, '']);
      return readTree(path.join(dir, out));
    };
    const before = brief('before');
    expect(fs.existsSync(cache) ? fs.readdirSync(cache, { recursive: true }) : []).toEqual([]);
    const wiki = runCli(['build', path.join(dir, 'vault'), '-o', path.join(dir, 'wiki'), '--quiet'], { env });
    expect([wiki.code, wiki.stderr]).toEqual([0, '']);
    expect(brief('after')).toEqual(before);
    expect(JSON.stringify(before)).not.toMatch(/qzforeign|qzprogram/u);
  });
});
