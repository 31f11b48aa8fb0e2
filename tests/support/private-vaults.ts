import fc from 'fast-check';

/** A vault in which some notes are kept out, and the same vault without them and without the attachments that only they use. */
export interface PrivatePair {
  readonly config: string;
  readonly whole: Readonly<Record<string, string>>;
  readonly public: Readonly<Record<string, string>>;
  /** Paths of the notes that are kept out. */
  readonly excluded: readonly string[];
}

/** What keeps a note out: a line of frontmatter, its folder, frontmatter that cannot be read, silence where config asks for a word. */
const RULES = [
  'private: true',
  'private: "yes"',
  'private: perhaps',
  'draft: true',
  'publish: false',
  'publish: "no"',
  'tags: [internal/x]',
  'folder',
  'broken',
  'unsaid',
];
const NAMES = ['Alpha', 'Beta', 'Gamma plan', 'Delta', '2026-05-01 - Kickoff', '2027-09-09 - Review', 'Epsilon', 'Zeta'];
const PEOPLE = ['Ann Lee', 'Ann Moss', 'Tomas Lind', 'Bo Berg'];
const ACCOUNTS = ['Acme', 'Northwind', 'Halden Rail'];

const line = fc.oneof(
  fc
    .constantFrom(...NAMES)
    .chain((name) => fc.constantFrom(`[[${name}]]`, `[[${name}#Head|words]]`, `![[${name}]]`, `[x](<${name}.md>)`, `[[Old/${name}]]`)),
  fc.constantFrom('#shared', '#shared/below', '#Rare', '![[pic.png]]', '![[chart.svg]]', '[[report.pdf]]', '[[Nobody here]]'),
  fc.constantFrom(
    '- [ ] Call them @Ann 📅 2026-06-01 #task',
    '- [x] Sent @Tomas ✅ 2026-05-02',
    '- [?] Ask @Myself ⏫',
    '- [ ] Write @Zoe',
  ),
  fc.constantFrom(
    '## Decisions\n\n- Go with two sites',
    '## Key Facts\n\n- Two sites are used',
    '## Head',
    '## Summary\n\nTwo sites were agreed upon, as said.',
  ),
);

const note = fc.record({
  name: fc.constantFrom(...NAMES),
  folder: fc.constantFrom('', 'Notes/', 'Customers/Acme/'),
  rule: fc.option(fc.constantFrom(...RULES), { freq: 2 }),
  account: fc.option(fc.constantFrom(...ACCOUNTS)),
  people: fc.uniqueArray(fc.constantFrom(...PEOPLE), { maxLength: 3 }),
  date: fc.option(fc.constantFrom('2026-05-01', '2026-05-09', '2027-01-01')),
  type: fc.option(fc.constantFrom('customer', 'person', 'topic', 'meeting')),
  alias: fc.option(fc.constantFrom(...NAMES, 'The plan')),
  lines: fc.array(line, { maxLength: 6 }),
});

type Entry = typeof note extends fc.Arbitrary<infer T> ? T : never;

function textOf(entry: Entry, isAsked: boolean): string {
  const yaml = [
    entry.rule?.includes(':') ? entry.rule : null,
    isAsked && entry.rule !== 'unsaid' && !entry.rule?.startsWith('publish') ? 'publish: true' : null,
    entry.account === null ? null : `account: ${entry.account}`,
    entry.people.length === 0 ? null : `participants: [${entry.people.join(', ')}]`,
    entry.date === null ? null : `date: ${entry.date}`,
    entry.type === null ? null : `type: ${entry.type}`,
    entry.alias === null ? null : `aliases: [${entry.alias}]`,
    entry.rule === 'broken' ? 'private: [' : null,
  ].filter((one) => one !== null);
  return `---\n${yaml.map((one) => `${one}\n`).join('')}---\n${entry.lines.join('\n\n')}\n`;
}

/** Attachments of both vaults. */
const ATTACHMENTS = { 'pic.png': 'PNG', 'chart.svg': '<svg><g/></svg>', 'report.pdf': '%PDF' };

/** Pairs of vaults, of two to nine notes. */
export const privatePairs: fc.Arbitrary<PrivatePair> = fc
  .record({
    notes: fc.uniqueArray(note, {
      minLength: 2,
      maxLength: 9,
      selector: ({ name, folder, rule }) => `${rule === 'folder'}${folder}${name}`,
    }),
    asksToPublish: fc.boolean(),
  })
  .map(({ notes, asksToPublish }) => {
    const whole: Record<string, string> = { ...ATTACHMENTS };
    const open: Record<string, string> = { ...ATTACHMENTS };
    const excluded: string[] = [];
    for (const entry of notes) {
      const path = `${entry.rule === 'folder' ? 'Secret/' : ''}${entry.folder}${entry.name}.md`;
      whole[path] = textOf(entry, asksToPublish);
      if (entry.rule === null || (entry.rule === 'unsaid' && !asksToPublish)) open[path] = textOf(entry, asksToPublish);
      else excluded.push(path);
    }
    // An attachment that only notes kept out could mean, of a name that is there already.
    whole['Secret/deep/pic.png'] = 'SECRET';
    const config = `publish:\n  exclude: [Secret/**]\n  tags: [internal]\n  requirePublish: ${asksToPublish}\n`;
    return { config, whole, public: open, excluded };
  });
