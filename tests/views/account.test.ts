import { describe, expect, test } from 'vitest';
import type { Site } from '../../src/site.ts';
import type { AccountView } from '../../src/views/view.ts';
import { memorySite } from '../support/memory-vault.ts';

const accountPage = (site: Site, name: string): AccountView => {
  const page = site.plan.flatMap(({ url }) => site.page(url) ?? []).find(({ title, view }) => view.kind === 'account' && title === name);
  if (page?.view.kind !== 'account') throw new Error(`No page of the account ${name}.`);
  return page.view;
};
const names = (site: Site): readonly string[] => site.graph.accounts.map(({ name }) => name);
const rowsOf = (view: AccountView) => view.timeline.years.flatMap(({ months }) => months.flatMap(({ meetings }) => meetings));
const meeting = (head: string, body = ''): string => `---\ndate: 2026-02-03\n${head}\n---\n${body}\n`;

describe('the account of a note', () => {
  test.each([
    ['by frontmatter', 'Inbox/m.md', 'account: Northwind Canada', ''],
    ['by a link in the frontmatter', 'Inbox/m.md', 'account: "[[Customers/Northwind Canada/Northwind Canada|NC]]"', ''],
    ['by a list', 'Inbox/m.md', 'account: [Northwind Canada]', ''],
    ['by tag', 'Inbox/m.md', 'tags: [account/northwind-canada]', ''],
    ['by a tag in the text', 'Inbox/m.md', 'participants: [Ann Lee]', 'Said #account/northwind-canada today.'],
    ['by line', 'Inbox/m.md', 'participants: [Ann Lee]', '**Account**: [[Northwind Canada]]'],
    ['by folder', 'Customers/Northwind Canada/m.md', 'participants: [Ann Lee]', ''],
  ])('is stated %s, and the look-alike has none of it', (_, path, head, body) => {
    const site = memorySite({
      'Customers/Northwind/Northwind.md': '---\ntype: customer\n---\n# Northwind\n',
      'Customers/Northwind Canada/Northwind Canada.md': '---\ntype: customer\n---\n# Northwind Canada\n',
      [path]: meeting(head, `${body}\n## Decisions\n- Yes.\n`),
    });
    expect(names(site)).toEqual(['Northwind', 'Northwind Canada']);
    expect(rowsOf(accountPage(site, 'Northwind Canada')).map((row) => row.date)).toEqual(['2026-02-03']);
    expect(accountPage(site, 'Northwind Canada').decisions.rows).toHaveLength(1);
    const other = accountPage(site, 'Northwind');
    expect([rowsOf(other), other.decisions.rows, other.people, other.facts.rows]).toEqual([[], [], [], []]);
    expect(site.diagnostics.filter(({ code }) => code === 'account-conflict')).toEqual([]);
  });

  test('is what the strongest statement says, and every weaker one that differs is a finding with its place', () => {
    const site = memorySite({
      'Customers/Beta/frontmatter.md': meeting('account: Acme\ntags: [account/gamma]', '**Account**: Delta'),
      'Customers/Beta/tag.md': meeting('tags: [account/acme]', '**Account**: Delta'),
      'Customers/Beta/line.md': meeting('title: Line\nparticipants: [Ann]', '**Account**: Delta'),
      'Customers/Beta/folder.md': meeting('title: Folder\nparticipants: [Ann]'),
      'd.md': meeting('account: Delta\ntitle: D'),
      'g.md': meeting('account: Gamma\ntitle: G'),
    });
    const of = (path: string) => site.graph.accountsOf.get(path as never);
    expect(['frontmatter', 'tag', 'line', 'folder'].map((name) => of(`Customers/Beta/${name}.md`))).toEqual([
      ['Acme'],
      ['Acme'],
      ['Delta'],
      ['Beta'],
    ]);
    expect(site.diagnostics.filter(({ code }) => code === 'account-conflict').map(({ path }) => path)).toEqual([
      'Customers/Beta/frontmatter.md',
      'Customers/Beta/line.md',
      'Customers/Beta/tag.md',
    ]);
  });

  test('may be several: what such a meeting says stands with each', () => {
    const site = memorySite({
      'm.md': meeting(
        'account: [Acme, Beta]\nparticipants: [Ann Lee]',
        '## Decisions\n- Share it.\n## Key Facts\n- Both use it.\n## Actions\n- [ ] Tell them @Ann',
      ),
    });
    for (const name of ['Acme', 'Beta']) {
      const view = accountPage(site, name);
      expect([rowsOf(view).length, view.decisions.rows.length, view.facts.rows.length, view.actions.openTotal, view.people.length]).toEqual(
        [1, 1, 1, 1, 1],
      );
      expect([view.row.meetings, view.row.open]).toEqual([1, 1]);
    }
  });
});

describe('the page of an account', () => {
  test('stands without a note, with facts of its meetings and of its other notes', () => {
    const site = memorySite({
      'a.md': '---\naccount: Acme\ndate: 2026-01-02\n---\n## Key Information\n- Old one.\n',
      'b.md': '---\naccount: Acme\ndate: 2026-02-02\n---\n## Key Facts\n- New one.\n',
      'p.md': '---\ntype: project\naccount: Acme\n---\n## Key Facts\n- From the project.\n',
    });
    const { facts, body, map } = accountPage(site, 'Acme');
    expect(facts.rows.map(({ html, from, match }) => [String(html), from?.text, match])).toEqual([
      ['New one.', 'b', 'exact'],
      ['Old one.', 'a', 'exact'],
      ['From the project.', 'p', 'exact'],
    ]);
    expect([facts.total, facts.fromMeetings, body]).toEqual([3, false, null]);
    expect(map?.nodes.map(({ title }) => title)).toEqual(['Acme', 'p']);
  });

  test('stands with a note and no meeting, and with nothing but a tag', () => {
    const site = memorySite({
      'Customers/Acme/Acme.md': '---\ntype: customer\nlast_contact: 2026-01-09\n---\n# Acme\n\n## Key Facts\n- Nobody said this.\n',
      'x.md': 'Thoughts. #account/halden-rail\n',
    });
    const acme = accountPage(site, 'Acme');
    expect(acme.facts.rows.map(({ from, match }) => [from, match])).toEqual([[null, 'none']]);
    expect([acme.timeline.total, acme.row.lastContact, acme.meetingTotal]).toEqual([0, '2026-01-09', 0]);
    const halden = accountPage(site, 'Halden Rail');
    expect([halden.notes.map(({ title }) => title), halden.timeline.years, halden.facts.rows]).toEqual([['x'], [], []]);
  });

  test('says of facts of a note that lists none that they are its meetings’', () => {
    const site = memorySite({
      'Acme.md': '---\ntype: customer\n---\n# Acme\n',
      'a.md': '---\naccount: Acme\ndate: 2026-01-02\n---\n## Key Facts\n- Said.\n',
    });
    expect(accountPage(site, 'Acme').facts.fromMeetings).toBe(true);
  });

  /** Every id of what the page shows of the note, and how often each word of the given ones does. */
  const shown = (text: string) => {
    const site = memorySite({
      'Acme.md': `---\ntype: customer\n---\n# Acme\n${text}`,
      'm.md': meeting('account: Acme', '## Key Facts\n- Said.'),
    });
    const { facts, factsId, body } = accountPage(site, 'Acme');
    const parts = [...facts.rows.map(({ label, html, under }) => `${label ?? ''} ${html} ${under ?? ''}`), body?.html ?? ''];
    const ids = [factsId, ...facts.rows.map(({ id }) => id), ...[...parts.join('').matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id)];
    return { facts, body: body?.html ?? '', ids, words: parts.join(' ') };
  };
  const countIn = (text: string, word: string): number => text.split(word).length - 1;

  test.each([
    ['a list below a fact', '## Key Facts\n- Afact with\n  - Bdetail below\n  - another\n', ['Afact', 'Bdetail'], []],
    ['code below a fact', '## Key Facts\n- Afact\n\n  ```\n  Bdetail\n  ```\n', ['Afact', 'Bdetail'], []],
    ['groups', '## Key Facts\n- **Alabel**:\n  - Bfact\n    - Cdetail\n  - Dfact\n', ['Bfact', 'Cdetail', 'Dfact'], []],
    ['two lists', '## Key Facts\n- Afact\n\n* Bfact\n', ['Afact', 'Bfact'], []],
    [
      'a second list under another heading',
      '## Old\n\n### Key Facts\n- Afact\n- Bfact\n\n## Key Facts\n- Cfact\n',
      ['Afact', 'Bfact', 'Cfact'],
      ['Afact', 'Bfact'],
    ],
    ['words between', '## Key Facts\n- Afact\n\nBwords\n', ['Afact', 'Bwords'], ['Afact', 'Bwords']],
    ['a footnote', '## Key Facts\n- Afact[^1]\n\n[^1]: Bnote\n', ['Afact', 'Bnote'], ['Afact']],
    ['a block with an id', '## Key Facts\n- Afact ^x\n- Bfact\n', ['Afact', 'Bfact'], ['Afact', 'Bfact']],
  ])('shows facts with %s once, with every anchor once, and loses nothing', (_, text, words, inText) => {
    const page = shown(`\n${text}`);
    expect(words.map((word) => [word, countIn(page.words, word)])).toEqual(words.map((word) => [word, 1]));
    expect(words.filter((word) => page.body.includes(word))).toEqual(inText.length === 0 ? [] : expect.arrayContaining(inText));
    expect(new Set(page.ids).size).toBe(page.ids.length);
    expect(page.facts.rows.length + (page.facts.elsewhere?.count ?? 0)).toBe(words.filter((word) => word.endsWith('fact')).length);
    if (page.facts.elsewhere !== null) expect(page.body).toContain(`id="${page.facts.elsewhere.id}"`);
  });

  test.each([
    ['an emoji', '🛒🥖'],
    ['right to left', 'شركة الرياح'],
    ['CJK', '北風商事株式会社'],
    ['two hundred letters', 'Consolidated '.repeat(15).trim().padEnd(200, 'x')],
    ['apostrophes', 'Marlow’s & O"Dell <b>'],
    ['a name of the machine', 'CON'],
  ])('stands under a name with %s', (_, name) => {
    const site = memorySite({
      'm.md': `---\naccount: ${JSON.stringify(name)}\ndate: 2026-01-02\nparticipants: [Ann Lee]\n---\n## Decisions\n- Go.\n`,
    });
    const view = accountPage(site, name);
    expect([view.name, rowsOf(view).length, view.decisions.rows.length, view.people.length]).toEqual([name, 1, 1, 1]);
  });

  test('tells with whom of the other side each person was last met', () => {
    const site = memorySite(
      {
        'a.md': '---\naccount: Acme\ndate: 2026-01-02\nparticipants: [Ann Lee, Bo Berg, Ines Okafor]\n---\n',
        'b.md': '---\naccount: Acme\ndate: 2026-02-02\nparticipants: [Ann Lee, Ines Okafor, Tomas Lindqvist]\n---\n',
        'c.md': '---\naccount: Beta\ndate: 2026-02-03\nparticipants: [Tomas Lindqvist, Ines Okafor]\n---\n',
        'last.md': '---\naccount: Acme\ndate: 2026-09-02\nparticipants: [Ann Lee, Edda Voss]\n---\n',
      },
      { owner: 'Ines Okafor' },
    );
    const page = accountPage(site, 'Acme');
    const told = page.people.map(({ name, ours, lastWith }) => [name, ours, lastWith?.map((person) => person.name)]);
    expect(told).toEqual([
      ['Ann Lee', false, []],
      ['Ines Okafor', true, ['Ann Lee']],
      ['Bo Berg', false, ['Ines Okafor']],
      ['Edda Voss', false, []],
      ['Tomas Lindqvist', true, ['Ann Lee']],
    ]);
  });

  test('names what its notes link to with the newest sentence that does, and no source of a meeting', () => {
    const site = memorySite({
      'Acme.md': '---\ntype: customer\n---\n# Acme\n\n## Related\n- [[Price feed]]\n- [[Loose end]]\n',
      'old.md': '---\naccount: Acme\ndate: 2026-01-02\n---\nOld words on the [[Price feed]].\n',
      'new.md':
        '---\naccount: Acme\ndate: 2026-02-02\nsource_ref: "[[raw]]"\n---\nNobody owns the [[Price feed]] at night. Another.\n\nSource: [[raw]]\n',
      'raw.md': '---\ntype: transcript\n---\nWords.\n',
    });
    const { related } = accountPage(site, 'Acme');
    expect(
      related.map(({ text, count, detail, context }) => [
        text,
        count,
        detail,
        context?.runs.map(({ text: words, mark }) => (mark ? `[${words}]` : words)).join('') ?? null,
        context?.note ?? null,
      ]),
    ).toEqual([
      ['Price feed', 3, 'no note yet', 'Nobody owns the [Price feed] at night. …', 'new'],
      ['Loose end', 1, 'no note yet', null, null],
    ]);
  });
});
