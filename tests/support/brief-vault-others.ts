import type { Common } from './brief-vault-common.ts';

/** Notes that stay out of the brief, by what keeps them out; each full of words of its own, and of names that the account's notes use. */
export function excludedNotes(common: Common): Record<string, string> {
  const { random, hidden, names, people, tags } = common;
  const notes: Record<string, string> = {};
  const at = (path: string, yaml: readonly string[], body: string): void => {
    notes[path] = `---\n${yaml.map((line) => `${line}\n`).join('')}---\n${body}\n`;
  };
  const other = random.pick(['Halden Rail', 'Northwind', 'Northwind Grocers Canada', 'Grocers']);
  const folder = `Customers/${other}/`;
  at(
    `${random.pick([folder, `${hidden('folder')}/`])}${hidden('filename')}.md`,
    [
      `account: ${other}`,
      `date: 2027-09-0${1 + random.int(8)}`,
      `title: ${hidden('title')}`,
      `aliases: [${hidden('alias')}, Bullseye, The plan, Cold chain]`,
      `tags: [${hidden('tag')}, ${hidden('tag-nested')}/below, ${tags[0]?.toUpperCase()}, ${tags[2]?.toLowerCase()}]`,
      `participants: [${hidden('participant')} Berg, Tomas Bergman, ${hidden('config-alias')}, Annie ${hidden('participant-long')}, ${people[0]}]`,
      'source: transcript',
      `source_ref: "Inbox/_archive/transcript-7.md"`,
      `${hidden('fm-key')}: ${hidden('fm-value')}`,
    ],
    bodyOfOther(common),
  );
  // Notes that bear the names which the account's notes link to.
  for (const name of random.shuffled(names).slice(0, 2 + random.int(4)))
    at(
      `${random.pick(['', 'A/', 'Customers/Halden Rail/', 'Notes/Old/', 'Zz/'])}${name}.md`,
      random.pick([['account: Halden Rail'], [], ['private: true', 'account: Northwind Grocers'], ['account: Northwind']]),
      `# ${name}\n\n## Head\n\n${hidden('namesake')} ^block1\n\n- [x] Send the price file @${people[2]} 📅 2026-05-01 🆔 job1\n- [ ] ${hidden('dependency')} 🆔 job2 @Tomas\n\nBack to [[Northwind Grocers]] and [[${names[0]}]].`,
    );
  for (const person of random.shuffled(people).slice(0, 3))
    at(
      `People/${person}.md`,
      ['type: person', `aliases: [Tomas, ${hidden('person-alias')}, Bo]`, `email: ${hidden('person-mail')}@shop.example`],
      `# ${person}\n\n${hidden('person-body')} [[Northwind Grocers]]`,
    );
  at('People/tomas lindqvist.md', ['type: person', `title: Tomas LINDQVIST`], hidden('person-spelling'));
  at(
    `Customers/Northwind Grocers/${random.pick(['Runbook', 'Strategy'])}.md`,
    [],
    `Undated, nobody's. ${hidden('own-folder')} #${tags[1]}`,
  );
  flagged(common, at);
  notes['Meetings/2026-05-05 - Titled.md'] =
    `---\naccount: Northwind Grocers\n---\n# ${hidden('private-title')} #private\n\n${hidden('private-note')} [[Northwind Grocers]]\n`;
  for (const day of ['2025-12-30', '2027-12-31'])
    notes[`Meetings/${day} - Out of the days.md`] =
      `---\naccount: Northwind Grocers\nparticipants: [${hidden('days-person')} Moe]\n---\n# ${hidden('days-title')}\n\n- [ ] ${hidden('days-task')} 📅 2026-03-03 #${hidden('days-tag')}\n`;
  notes['Secret/glob.md'] = `---\naccount: Northwind Grocers\n---\n${hidden('exclude-glob')}`;
  notes['Program.mdx'] = `---\naccount: Northwind Grocers\n---\n# ${hidden('mdx')}\n\n<Thing x="${hidden('mdx-program')}" />\n`;
  notes['Broken.md'] = `---\nprivate: [\nx: a: b\n---\n${hidden('broken')} #Rollout\n`;
  notes['Unread.md'] = `---\nx: a: b\n---\n${hidden('unreadable')} @${hidden('unreadable-owner')}\n`;
  notes['index.md'] = `# ${hidden('index-title')}\n\n${hidden('index-text')} [[Northwind Grocers]]`;
  notes[`2026-06-0${1 + random.int(8)}.md`] = `Daily: ${hidden('daily')} with [[Northwind Grocers]] and [[${names[0]}]] #${tags[3]}`;
  return notes;
}

/** A flag in one of its spellings, on notes of the account itself. */
function flagged({ random, hidden }: Common, at: (path: string, yaml: readonly string[], body: string) => void): void {
  const spellings = [
    'private: true',
    'private: "true"',
    'private: yes',
    'Private: TRUE',
    'private: [true]',
    'draft: yes',
    'draft: "true"',
    'publish: false',
    'publish: "false"',
    'publish: "no"',
    'private: perhaps',
    'tags: [private]',
    'tags: "#private/board"',
  ];
  for (const [i, flag] of random.shuffled(spellings).slice(0, 6).entries())
    at(
      `Meetings/2027-0${1 + i}-01 - Flagged ${hidden('draft-name')}.md`,
      ['account: Northwind Grocers', 'date: 2027-01-01', flag, `participants: [${hidden('draft-person')} Lund]`],
      `# ${hidden('draft-title')}\n\n${hidden('draft-flag')} #${hidden('draft-tag')}\n\n## Decisions\n\n- Cold chain ${hidden('draft-decision')}`,
    );
}

function bodyOfOther({ hidden, names, people, tags }: Common): string {
  return [
    `# ${hidden('body-title')}`,
    `**Account**: ${hidden('body-account')}`,
    `## ${hidden('body-heading')}`,
    `${hidden('body')} with [[Northwind Grocers]], [[${names[0]}]], [[${hidden('ghost')}]] and ${people[1]}. #${hidden('body-tag')} #${tags[1]} ^${hidden('block-id')}`,
    `key:: ${hidden('inline-field')}\n\n[^x]: ${hidden('footnote')}\n\n\`\`\`\n${hidden('code')}\n\`\`\`\n\n$$${hidden('math')}$$`,
    `- [ ] ${hidden('task')} @${hidden('owner')} 📅 2026-04-04 #${hidden('task-tag')} 🆔 job2 ^task1\n- [x] Send the price file @Tomas 📅 2026-05-01 🆔 job1`,
    `## Decisions\n\n- Cold chain goes on, ${hidden('decision')}\n\n## Key Facts\n\n- Two sites are used ${hidden('fact')}\n\n## Topics\n\n- ${hidden('topic')}`,
    `![[${hidden('other-image-name')}.png]] ![[logo.png]] ![[photo.jpg]] [[list.txt]] ![[offer.pdf]] ![[rows.base]] ![[plan.svg]] ![${hidden('alt')}](img/logo.png "${hidden('img-title')}")`,
    `[${hidden('link-text')}](https://${hidden('link-host')}.example) <span title="${hidden('html-attribute')}">${hidden('html-text')}</span>`,
  ].join('\n\n');
}
