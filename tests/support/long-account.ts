/** A vault of one account that was met for years: texts by path. The same arguments give the same texts. */
export function longAccount(meetings: number, years = 5): Readonly<Record<string, string>> {
  const pick = picker(7);
  const last = Date.UTC(2026, 2, 18);
  const files: Record<string, string> = {};
  const facts: string[] = [];
  for (let i = 0; i < meetings; i += 1) {
    const date = new Date(last - Math.floor((i * years * 365) / meetings) * 86_400_000).toISOString().slice(0, 10);
    const topic = pick(TOPICS);
    const title = `${pick(FORMS)}: ${topic} ${i + 1}`;
    const here = [...new Set([pick(OURS), pick(OURS), pick(THEIRS), pick(THEIRS), pick(THEIRS)])];
    const fact = `The ${topic} of lot ${i + 1} takes ${20 + (i % 70)} minutes and needs ${1 + (i % 4)} people on site.`;
    if (i % 9 === 0) facts.push(fact);
    files[`Meetings/${date} - ${title.replace(':', ',')}.md`] = [
      `---\ntype: customer\ntitle: "${title}"\naccount: ${ACCOUNT}\ndate: ${date}\nparticipants: [${here.join(', ')}]\ntags: [generated, ${topic.replace(/ /gu, '-')}]\n---`,
      `# ${title}`,
      `## Summary\n${sentences(pick, topic, 3 + (i % 3))}`,
      `## Action Items\n${Array.from({ length: 1 + (i % 4) }, (_, n) => actionLine(pick, here, date, i, n, topic)).join('\n')}`,
      ...(i % 3 === 2
        ? []
        : [
            `## Decisions\n- The ${topic} of lot ${i + 1} is done in ${pick(PLACES)} first.\n- ${pick(OURS)} signs the ${topic} of lot ${i + 1}.`,
          ]),
      `## Key Information\n- ${fact}`,
      `## Notes\n${sentences(pick, topic, 9)}\n\n${sentences(pick, topic, 8)}\n\nSee [[${topic}]] and [[Rollback plan]].`,
    ].join('\n\n');
  }
  files[`Customers/${ACCOUNT}/${ACCOUNT}.md`] =
    `---\ntype: customer\nlast_contact: 2026-03-18\n---\n# ${ACCOUNT}\n\n## Summary\nRuns ${meetings} meetings a decade.\n\n## Key Facts\n${facts.map((fact) => `- ${fact}`).join('\n')}\n- Nobody knows where this was said.\n`;
  return files;
}

/** Name of the account. */
export const ACCOUNT = 'Tallow Works';

const OURS = ['Ines Okafor', 'Tomas Lindqvist', 'Priya Raman', 'Edda Voss'];
const THEIRS = [
  'Rafael Iturbe',
  'Siobhán Keane',
  'Marcin Wójcik',
  'Dele Adebayo',
  'Gwen Achterberg',
  'Lasse Holm',
  'Ума Рид',
  'Yuki Brandt',
];
const TOPICS = [
  'kiln rebuild',
  'price feed',
  'night shift',
  'rollback rehearsal',
  'yard network',
  'sensor count',
  'north gate',
  'ledger move',
];
const FORMS = ['Weekly', 'Workshop', 'Review', 'Readout', 'Planning'];
const PLACES = ['the north yard', 'Coast', 'the Midlands', 'hall three', 'the old kiln'];
const VERBS = ['moved', 'measured', 'asked for', 'turned down', 'wrote up', 'timed', 'priced'];

type Pick = <T>(of: readonly T[]) => T;

function sentences(pick: Pick, topic: string, count: number): string {
  return Array.from(
    { length: count },
    () =>
      `${pick(THEIRS)} ${pick(VERBS)} the ${topic} in ${pick(PLACES)}, and ${pick(OURS)} ${pick(VERBS)} what was left of it by evening.`,
  ).join(' ');
}

function actionLine(pick: Pick, here: readonly string[], date: string, i: number, n: number, topic: string): string {
  const open = i < 60 ? n < 2 : (i + n) % 11 === 0;
  const due = new Date(Date.parse(date) + (7 + n * 5) * 86_400_000).toISOString().slice(0, 10);
  return `- [${open ? ' ' : 'x'}] Send the ${topic} numbers of lot ${i + 1}, part ${n + 1}, to ${pick(PLACES)} @${pick(here).split(' ')[0]} 📅 ${due}`;
}

function picker(seed: number): Pick {
  let state = seed;
  return (of) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const one = of[Math.floor((state / 2_147_483_648) * of.length)];
    if (one === undefined) throw new Error('Nothing to pick from.');
    return one;
  };
}
