import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const WORDS =
  'site copy window order region rollback rehearsal price file feed loyalty balance store depot train link catch-up time budget summit turbine log claim hold audit batch record lab signature pilot freeze calendar rack switch queue quorum snapshot replica lag limit criterion runbook owner vendor contract renewal quarter review'.split(
    ' ',
  );
const FIRST = ['Ana', 'Bo', 'Cem', 'Dina', 'Eli', 'Freya', 'Gus', 'Hana', 'Ivo', 'Jun', 'Kaya', 'Lars'];
const LAST = ['Moreau', 'Nilsen', 'Okoye', 'Petrov', 'Quist', 'Romero', 'Sato', 'Tran', 'Ulm', 'Vance', 'Weber', 'Yilmaz'];
const STATES = [' ', '?', 'x', '/', '-'];
const PRIORITIES = ['🔺', '⏫', '🔼', '🔽', ''];

/** A repeatable source of numbers in [0, 1): the same seed gives the same vault on every machine. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Writes a vault of about `count` notes into an empty folder: one account to 25 meetings unless their number is given, people, projects, links, tasks, callouts, tables,
 * a tenth of the links without a note. Notes are 2 to 3 KB.
 */
export function writeVault(dir, count, seed = 1, accountCount = Math.max(1, Math.round(count / 40))) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const times = (n, make) => Array.from({ length: n }, (_, i) => make(i));
  const phrase = (n) => times(n, () => pick(WORDS)).join(' ');
  const upper = (text) => text[0].toUpperCase() + text.slice(1);
  const accounts = times(accountCount, (i) => `${upper(pick(WORDS))} ${pick(LAST)} ${i + 1}`);
  const people = times(Math.max(4, Math.round(count / 9)), (i) => `${pick(FIRST)} ${pick(LAST)} ${i + 1}`);
  const day = () => new Date(Date.UTC(2023, 0, 1) + Math.floor(random() * 1050) * 864e5).toISOString().slice(0, 10);
  const meetings = times(Math.round(count * 0.625), (i) => ({
    account: accounts[i % accounts.length],
    date: day(),
    title: `${upper(phrase(4))} ${i + 1}`,
  }));
  const projects = times(Math.max(0, count - accounts.length - people.length - meetings.length), (i) => `Project ${phrase(2)} ${i + 1}`);
  const name = (meeting) => `${meeting.date} - ${meeting.title}`;
  const target = () =>
    random() < 0.1
      ? upper(phrase(2))
      : pick([
          () => name(pick(meetings)),
          () => pick(accounts),
          () => pick(people),
          () => pick(projects.length > 0 ? projects : accounts),
        ])();
  const sentence = () => `${upper(phrase(8 + Math.floor(random() * 9)))}${random() < 0.16 ? `, see [[${target()}]]` : ''}.`;
  const text = (n) => times(n, sentence).join(' ');
  const bullets = (n) => times(n, () => `- ${sentence()}`).join('\n');
  const task = (date) => `- [${pick(STATES)}] ${sentence()} @${pick(FIRST)} 📅 ${date} ${pick(PRIORITIES)} #task`;
  const put = (folder, title, body) => {
    mkdirSync(path.join(dir, folder), { recursive: true });
    writeFileSync(path.join(dir, folder, `${title}.md`), body);
  };
  for (const meeting of meetings) {
    const present = [pick(people), pick(people), pick(people)];
    const extra =
      random() < 0.3
        ? `> [!warning]- ${upper(phrase(3))}\n> ${sentence()}\n\n`
        : random() < 0.2
          ? `| ${phrase(1)} | ${phrase(1)} |\n| --- | ---: |\n${times(4, () => `| ${phrase(2)} | 12 |`).join('\n')}\n\n`
          : '';
    put(
      `Meetings/${meeting.date.slice(0, 4)}`,
      name(meeting),
      `---\ntype: customer\ntitle: ${meeting.title}\ndate: '${meeting.date}'\naccount: ${meeting.account}\nparticipants:\n${present.map((one) => `- ${one}`).join('\n')}\ntags:\n- topic/${pick(WORDS)}\n---\n\n# ${meeting.title}\n\n**Date**: ${meeting.date}\n**Account**: [[${meeting.account}]]\n**Attendees**: ${present.join(', ')}\n\n## Summary\n\n${text(5)}\n\n${extra}## Action Items\n${times(4, () => task(meeting.date)).join('\n')}\n\n## Decisions\n${bullets(2)}\n\n## Key Information\n${bullets(5)}\n\n## Related\n\n${times(4, () => `- [[${target()}]]`).join('\n')}\n`,
    );
  }
  for (const account of accounts)
    put(
      'Customers',
      account,
      `---\ntype: customer\ntitle: ${account}\n---\n\n# ${account}\n\n## Key Facts\n\n${bullets(7)}\n\n## Topics\n\n${times(8, () => phrase(3)).join(', ')}\n`,
    );
  for (const person of people) put('People', person, `---\ntype: person\naccount: ${pick(accounts)}\n---\n\n${text(5)}\n\n${bullets(6)}\n`);
  for (const project of projects)
    put(
      'Projects',
      project,
      `---\ntype: project\naccount: ${pick(accounts)}\n---\n\n${text(6)}\n\n\`\`\`sql\nselect ${pick(WORDS)} from t;\n\`\`\`\n\n## Actions\n${times(4, () => task(day())).join('\n')}\n\n${bullets(5)}\n`,
    );
}
