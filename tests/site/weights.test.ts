import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/site.ts';
import type { VaultPath } from '../../src/vault/vault.ts';
import { memorySite } from '../support/memory-vault.ts';
import { drawPage } from '../theme/write-fixtures.ts';

async function htmlOf(site: Site, url: string): Promise<string> {
  const page = site.plan.find((planned) => planned.url === url);
  const data = page && site.page(page.url);
  if (data === undefined) throw new Error(`No page ${url}.`);
  return drawPage(data);
}

const day = (i: number): string => new Date(Date.UTC(2026, 2, 18) - i * 2 * 86_400_000).toISOString().slice(0, 10);
const LONG = 'a rather long name of a meeting that a pipeline has made of everything that was said in it';

/** An account of many meetings; `words` are what each title and item goes on with. */
function bigAccount(meetings: number, words: string, people = 83): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < meetings; i += 1) {
    const here = [0, 1, 2, 3].map(
      (n) => `Person ${String.fromCharCode(65 + ((i + n) % 26))}${'abcd'.charAt(i % 4)} Name${(i * 4 + n) % people}`,
    );
    files[`Customers/Acme/Meetings/${day(i)} - M${i}.md`] = [
      `---\ntitle: "M${i} ${words}"\naccount: Acme\ndate: ${day(i)}\nparticipants: [${here.join(', ')}]\n---`,
      `## Summary\nWe spoke of M${i} and ${words}. Then of more.`,
      `## Action Items\n${[1, 2, 3, 4, 5].map((n) => `- [${n === 5 ? 'x' : ' '}] Do ${n} of M${i} with ${words} @${here[n % 4]} 📅 ${day(i - n)}`).join('\n')}`,
      `## Decisions\n${[1, 2, 3].map((n) => `- Decided ${n} of M${i}: ${words}.`).join('\n')}`,
    ].join('\n\n');
  }
  files['Customers/Acme/Acme.md'] =
    `---\ntype: customer\n---\n# Acme\n\n## Key Facts\n${Array.from({ length: 60 }, (_, i) => `- Fact ${i} about ${words}`).join('\n')}\n`;
  return files;
}

describe('the page of an account is below 400 KB', () => {
  test.each([
    ['five hundred meetings with long names', bigAccount(500, LONG)],
    ['seven hundred with short names', bigAccount(700, 'x')],
    ['five hundred of another script, of very many people', bigAccount(500, '会議の長い名前です'.repeat(5), 500)],
    [
      'six hundred notes of its own, as many that link to it, and as many that name it',
      {
        ...bigAccount(300, LONG),
        ...Object.fromEntries(
          Array.from({ length: 600 }, (_, i) => [
            [`Customers/Acme/Notes/${LONG} ${i}.md`, `---\naccount: Acme\n---\nText of [[Subject ${i}]], which is ${LONG}.\n`],
            [`Elsewhere/${LONG} ${i}.md`, `It was [[Acme]] that asked for it: ${LONG}.\n`],
            [`Named/${LONG} by name ${i}.md`, `It was Acme that asked for it: ${LONG}.\n`],
          ]).flat(),
        ),
      },
    ],
  ])('with %s, and says what it leaves out', async (_, files) => {
    const site = memorySite(files);
    const html = await htmlOf(site, 'accounts/acme.html');
    expect(Buffer.byteLength(html)).toBeLessThan(400_000);
    expect(Buffer.byteLength(html)).toBeGreaterThan(250_000);
    expect(html).toMatch(/Of [\d,]+ open actions the \d+ due first are listed/u);
    expect(html).toMatch(/Of [\d,]+ closed actions the newest \d+ are listed/u);
    expect(html).toMatch(/Older ones stand in \d+ more meetings/u);
    const { people } = site.graph.accounts[0] ?? { people: [] };
    const listed = [...html.matchAll(/<tr><th scope="row"><a class="person/gu)].length;
    expect(listed === people.length || html.includes(`The ${listed} that were met most of ${people.length};`)).toBe(true);
  });
});

test('the page of a small note is below 60 KB however many notes mention it, and counts them', async () => {
  const files: Record<string, string> = { 'Topics/Feed.md': `# Feed\n\n${'Words about the feed. '.repeat(140)}\n` };
  for (let i = 0; i < 300; i += 1)
    files[`Customers/A customer with a name/Meetings/${day(i)} - ${LONG} ${i}.md`] =
      `---\naccount: Customer ${i % 30}\ndate: ${day(i)}\n---\nIn it we spoke of the [[Feed]] number ${i}, at length, and of ${LONG}.\n\n- And the [[Feed]] once more\n`;
  const site = memorySite(files);
  const html = await htmlOf(site, site.graph.pageUrls.note('Topics/Feed.md' as VaultPath));
  expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  const rows = [...html.matchAll(/<li class="backlink">/gu)].length;
  expect(rows).toBeGreaterThan(20);
  expect(html).toContain(`The ${rows} newest of 300 notes`);
  // The title leads to the place of the first mention, a further one to its own.
  expect(html).toMatch(
    /<h4><a href="[^"]+\.html">[^<]+<\/a>[\s\S]*?<\/h4><p>In it we spoke of the <b>Feed<\/b>[^<]*<\/p><p><a href="[^"]+#l-\d+">/u,
  );
});
