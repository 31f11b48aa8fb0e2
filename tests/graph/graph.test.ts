import { describe, expect, test } from 'vitest';
import { memorySite } from '../support/memory-vault.ts';

const meeting = (account: string, date: string, body: string, people: readonly string[] = []): string =>
  `---\ntype: customer\naccount: ${account}\ndate: '${date}'\nparticipants: [${people.join(', ')}]\n---\n\n${body}\n`;

describe('accounts', () => {
  test('names are equal by key only; look-alikes never mix', () => {
    const { graph } = memorySite({
      'Northwind.md': '---\ntype: customer\ntitle: Northwind\n---\n',
      'a.md': meeting('northwind', '2026-01-02', ''),
      'b.md': meeting('Northwind Canada', '2026-01-03', ''),
      'c.md': '---\ndate: 2026-01-04\ntags: [account/northwind-canada]\n---\n',
    });
    expect(graph.accounts.map(({ name, note, meetings }) => [name, note, meetings])).toEqual([
      ['Northwind', 'Northwind.md', ['a.md']],
      ['Northwind Canada', null, ['c.md', 'b.md']],
    ]);
  });

  test('the strongest claim decides and a weaker one that differs is reported', () => {
    const { graph } = memorySite({
      'Customers/Zeta/m.md': meeting('Acme', '2026-01-02', '**Account**: [[Beta]]'),
      'z.md': meeting('Zeta', '2026-01-01', ''),
    });
    expect(graph.accountsOf.get('Customers/Zeta/m.md' as never)).toEqual(['Acme']);
    const conflict = graph.diagnostics.find((finding) => finding.code === 'account-conflict');
    expect(conflict).toMatchObject({ path: 'Customers/Zeta/m.md', line: 8 });
  });

  test('last contact is the newest of note and meetings; next is the first dated thing after', () => {
    const { graph } = memorySite({
      'Acme.md': '---\ntype: customer\nlast_contact: 2026-01-01\n---\n',
      'a.md': meeting('Acme', '2026-01-10', '- [ ] late 📅 2026-01-05\n- [ ] coming 📅 2026-01-20\n- [x] done 📅 2026-01-11'),
    });
    const [account] = graph.accounts;
    expect(account).toMatchObject({ lastContact: '2026-01-10', lastContactDisputed: true, next: { date: '2026-01-20', text: 'coming' } });
    expect(graph.asOf).toBe('2026-01-10');
  });

  test('dated names without a note stand in the timeline, a meeting’s own source does not', () => {
    const { graph } = memorySite({
      'Acme.md': '---\ntype: customer\n---\n- [[2026-01-02 - Never written]]\n- [[2026-01-03 - Raw call]]\n',
      'm.md': `---\ntype: customer\naccount: Acme\ndate: 2026-01-03\nsource_ref: Inbox/2026-02-01/2026-01-03 - Raw call.md\n---\n*Source: [[Inbox/2026-01-03/2026-01-03 - Raw call.md]]*\n`,
    });
    expect(graph.accounts[0]?.datedGhosts.map(({ name }) => name)).toEqual(['2026-01-02 - Never written']);
    const [, healed] = graph.links.get('Acme.md' as never) ?? [];
    expect(healed?.to).toMatchObject({ status: 'healed', via: 'source', target: 'm.md' });
  });
});

describe('people', () => {
  const files = {
    'a.md': meeting('Acme', '2026-01-02', '- [ ] send it @Tomas\n- [ ] mine @Myself\n- [ ] other @Kim', ['Tomas Lindqvist', 'Ann Lee']),
    'b.md': meeting('Acme', '2026-01-03', '- [ ] again @Tomas', ['Ann Lee']),
    'c.md': meeting('Beta', '2026-01-04', '- [ ] elsewhere @Tomas', ['Tomas Berg', 'Tomas Lindqvist']),
  };
  const { graph } = memorySite(files, { owner: 'Ines Okafor', people: { 'Ann Lee': ['Annie'] } });

  test('a short name means the only one it can mean at the meeting, else at the account', () => {
    const owners = Object.fromEntries(graph.actions.map(({ text, owner, inferredFrom }) => [text, [owner, inferredFrom !== null]]));
    expect(owners).toEqual({
      'send it': ['Tomas Lindqvist', true],
      again: ['Tomas Lindqvist', true],
      mine: ['Ines Okafor', false],
      other: ['Kim', false],
      elsewhere: ['Tomas', false],
    });
  });

  test('every inferred owner is reported where it stands', () => {
    const inferred = graph.diagnostics.filter((finding) => finding.code === 'owner-inferred');
    expect(inferred.map(({ path, line }) => [path, line])).toEqual([
      ['a.md', 8],
      ['b.md', 8],
    ]);
  });

  test('a linked name without a note that is a participant leads to the person, others to a ghost', () => {
    const { graph: linked } = memorySite({ ...files, 'x.md': '[[Ann Lee]] [[Google]]' });
    expect(linked.links.get('x.md' as never)?.map(({ to }) => [to.status, to.href])).toEqual([
      ['derived', 'people/ann-lee.html'],
      ['missing', 'ghosts/google.html'],
    ]);
  });

  test('a straight and a curly apostrophe make one person', () => {
    const { graph: irish } = memorySite({
      'a.md': meeting(
        'Acme',
        '2026-01-02',
        'With [[Aoife O’Dowd]].',
        ["Aoife O'Dowd"].map((name) => `"${name}"`),
      ),
    });
    expect(irish.links.get('a.md' as never)?.[0]?.to).toMatchObject({ status: 'derived', href: irish.people[0]?.url });
  });

  test('without an owner in config, @Myself stays the vault owner', () => {
    const { graph: plain } = memorySite({ 'a.md': '- [ ] mine @Myself' });
    expect(plain.actions[0]?.owner).toBe('vault owner');
  });
});

describe('actions', () => {
  test('an account note’s repeat of a meeting’s action is the same action, and the later state wins', () => {
    const { graph } = memorySite({
      'Acme.md': '---\ntype: customer\n---\n## Actions\n- [ ] Send the numbers! @Ann 📅 2026-01-09\n- [ ] Same words @Bo\n',
      'a.md': meeting('Acme', '2026-01-02', '- [x] send the numbers @Ann 📅 2026-01-09\n- [ ] Same words @Cy'),
      'b.md': meeting('Beta', '2026-01-02', '- [ ] Send the numbers! @Ann 📅 2026-01-09'),
    });
    expect(graph.actions.map(({ text, account, state, sources }) => [text, account, state, sources.length])).toEqual([
      ['send the numbers', 'Acme', 'done', 2],
      ['Send the numbers!', 'Beta', 'open', 1],
      ['Same words', 'Acme', 'open', 1],
      ['Same words', 'Acme', 'open', 1],
    ]);
    expect(new Set(graph.actions.map(({ id }) => id)).size).toBe(graph.actions.length);
  });

  test('meetings do not merge with each other, except by the same id', () => {
    const { graph } = memorySite({
      'a.md': meeting('Acme', '2026-01-02', '- [ ] review\n- [ ] plan 🆔 p1'),
      'b.md': meeting('Acme', '2026-01-09', '- [ ] review\n- [x] plan, final 🆔 p1'),
    });
    expect(graph.actions.map(({ text, state, sources }) => [text, state, sources.map(({ path }) => path)])).toEqual([
      ['review', 'open', ['a.md']],
      ['review', 'open', ['b.md']],
      ['plan, final', 'done', ['b.md', 'a.md']],
    ]);
  });
});

describe('decisions and facts', () => {
  const { graph } = memorySite({
    'Acme.md':
      '---\ntype: customer\n---\n## Key Facts\n- Phase one covers 212 of 412 stores.\n- The rollback must take twenty minutes or less for every region.\n- Nothing is known of this.\n',
    'a.md': meeting(
      'Acme',
      '2026-01-02',
      '## Decisions\n- Rollback within twenty minutes is the exit criterion.\n## Key Information\n- Phase one covers 212 of 412 stores.',
    ),
    'b.md': meeting(
      'Acme',
      '2026-01-09',
      '## Decisions\n- The twenty minutes rollback criterion now counts for each region.\n## Key Facts\n- Rollback takes twenty minutes or less in every region.',
    ),
  });

  test('facts are traced to their meeting, exactly, nearly or not', () => {
    const own = graph.facts.filter((fact) => fact.path === 'Acme.md');
    expect(own.map(({ match, meeting: source }) => [match, source])).toEqual([
      ['exact', 'a.md'],
      ['near', 'b.md'],
      ['none', null],
    ]);
  });

  test('a decision knows the later meeting that returns to it', () => {
    const first = graph.decisions.find(({ source }) => source.path === 'a.md');
    expect(first?.touchedBy).toEqual(['b.md']);
    expect(graph.decisions[0]?.source.path).toBe('b.md');
    expect(graph.decisions[0]?.touchedBy).toEqual([]);
  });
});

describe('links, ghosts, tags', () => {
  test('every link that finds no note gets a ghost with all its mentions, case and .md aside', () => {
    const { graph } = memorySite({
      'a.md': 'See [[Price feed]] and [[price feed.md|that]].',
      'b.md': 'Again [[Price feed]] here. [[Pricing feed|x]]',
    });
    expect(graph.ghosts.map(({ name, mentions }) => [name, mentions.map(({ from, line }) => `${from}:${line}`)])).toEqual([
      ['Price feed', ['a.md:1', 'a.md:1', 'b.md:1']],
      ['Pricing feed', ['b.md:1']],
    ]);
  });

  test('an excluded note is like a missing one', () => {
    const files = { 'a.md': 'See [[Secret|the plan]].', 'Secret.md': '---\nprivate: true\n---\nx' };
    const without = memorySite({ 'a.md': files['a.md'] });
    const withIt = memorySite(files);
    expect(withIt.graph.links).toEqual(without.graph.links);
    expect(withIt.plan).toEqual(without.plan);
    expect(withIt.scope.excluded).toEqual([{ path: 'Secret.md', rule: 'private' }]);
  });

  test('nested tags count for their parents', () => {
    const { graph } = memorySite({ 'a.md': '#x/y #X', 'b.md': '#x/z', 'c.md': '#x' });
    expect(graph.tags.map(({ tag, count, total, url }) => [tag, count, total, url])).toEqual([
      ['X', 2, 3, 'tags/x.html'],
      ['x/y', 1, 1, 'tags/x/y.html'],
      ['x/z', 1, 1, 'tags/x/z.html'],
    ]);
  });
});
