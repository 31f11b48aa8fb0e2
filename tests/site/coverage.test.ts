import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseMdx } from '../../src/markdown/parse-mdx.ts';
import { repairText } from '../../src/vault/repair.ts';
import { buildVault, runCli } from '../support/cli.ts';
import { sourceWords, wordsOf } from '../support/source-words.ts';
import { makeTempDir } from '../support/temp.ts';
import { siteVaults } from '../support/vaults.ts';
import { visibleText } from '../support/visible-text.ts';

interface Finding {
  readonly path: string | null;
  readonly message: string;
}
interface Listed {
  readonly path: string;
  readonly url: string | null;
}

/** Share of a vault's notes whose pages must show all their words. */
const LEAST = 0.995;

/**
 * Words of the source that a page shows too rarely. Words run together where no space is, as in Chinese, may stand inside of longer ones. What a
 * finding quotes is not lost in silence.
 */
function missingWords(source: string, page: string, findings: readonly Finding[]): readonly string[] {
  const shown = [...wordsOf(visibleText(page)), ...findings.flatMap(({ message }) => wordsOf(message))];
  const left = new Map<string, number>();
  for (const word of shown) left.set(word, (left.get(word) ?? 0) + 1);
  const joined = shown.join('');
  return sourceWords(repairText(source).text).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0 && !(word.length > 2 && /[^\p{ASCII}]/u.test(word) && joined.includes(word));
  });
}

/** The text of a note; of an MDX page its prose, since what its program draws are no words of its own. */
function sourceOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.mdx')) return text;
  const body = text.replace(/^---\n[\s\S]*?\n---\n/u, '');
  const parsed = parseMdx(body, 1);
  return parsed.kind === 'mdx' ? parsed.document.prose : body;
}

describe.each(siteVaults)('the pages of %s', (name, vault) => {
  const dir = makeTempDir();
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('show the words of their notes', () => {
    const findings = buildVault(vault, path.join(dir, 'site'), ['--no-search'])['diagnostics'] as readonly Finding[];
    const { notes } = JSON.parse(runCli(['inspect', vault]).stdout) as { readonly notes: readonly Listed[] };
    const shown = notes.filter(({ url }) => url !== null);
    const lacking = shown.flatMap(({ path: note, url }) => {
      const page = readFileSync(path.join(dir, 'site', url ?? ''), 'utf8');
      const own = findings.filter((finding) => finding.path === note);
      const missing = missingWords(sourceOf(path.join(vault, note)), page, own);
      return missing.length === 0 ? [] : [`${note} lacks: ${missing.join(' ')}`];
    });
    const share = 1 - lacking.length / shown.length;
    process.stderr.write(
      `${[`${name}: ${(100 * share).toFixed(1)} % of ${shown.length} notes show all their words`, ...lacking].join('\n  ')}\n`,
    );
    expect(share, lacking.join('\n')).toBeGreaterThanOrEqual(LEAST);
  });
});

test('a word that a page does not show is missed, one that is no text is not', () => {
  const source = '---\na: b\n---\n# One\n\n**two** [[three|four]] `five` %%six%% <b>seven</b> ![[eight]]\n\n- [ ] nine #task 📅 2026-01-02';
  expect(sourceWords(source)).toEqual(['one', 'two', 'four', 'five', 'seven', 'nine']);
  const page = '<main><h1>One</h1><p><b>two</b> <a href="x">four<span class="vh"> ten</span></a> <code>five</code> <b>seven</b></p></main>';
  expect(missingWords(source, page, [])).toEqual(['nine']);
  expect(missingWords(`${source} 说明文字`, page.replace('five', '有说明文字的'), [])).toEqual(['five', 'nine']);
});
