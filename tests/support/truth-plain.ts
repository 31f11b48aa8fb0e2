import type { TrueAccount, TrueAction, TrueMeeting, World } from './truth-world.ts';

export const STATE_SIGNS = { open: ' ', proposed: '?', 'in-progress': '/', 'on-hold': 'h', done: 'x', cancelled: '-' } as const;
export const PRIORITY_SIGNS = { highest: '🔺', high: '⏫', medium: '🔼', low: '🔽', lowest: '⏬' } as const;

/** Writes a world down as a pipeline does: every note whole, and all of one form. */
export function writePlain(world: World): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const meeting of world.meetings) {
    meeting.path = `Customers/${meeting.account.name}/${meeting.date} - ${meeting.title}.md`;
    files[meeting.path] = plainMeeting(meeting);
  }
  for (const account of world.accounts.slice(0, -1)) {
    account.path = `Customers/${account.name}/${account.name}.md`;
    files[account.path] = plainAccount(account, world);
  }
  for (const name of world.personNotes)
    world.others.set(`People/${name}.md`, { kind: 'person', text: `---\ntype: person\n---\n\n# ${name}\n\nKnows the racks.\n` });
  for (const [path, { text }] of world.others) files[path] = text;
  return files;
}

function plainMeeting({ account, title, date, people, actions, decisions, facts }: TrueMeeting): string {
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}\n`).join('');
  return `---
type: customer
title: ${title}
date: '${date}'
account: ${account.name}
participants:
${list(people)}source: transcript
source_ref: Inbox/_archive/${date}/${date} - ${title}, as it was said.md
tags:
- type/customer
- account/${tagOf(account.name)}
- generated
---

# ${title}

**Date**: ${date}
**Account**: [[${account.name}]]
**Attendees**: ${people.join(', ')}

## Summary

The teams met and spoke of ${account.name}’s plans—nothing was decided on the [[Runbook]].
## Action Items
${actions.map((action) => plainTask(action, account.people)).join('')}
## Decisions
${list(decisions)}
## Key Information
${list(facts)}
---

*Source: [[Inbox/_archive/${date}/${date} - ${title}, as it was said.md|${date} - ${title}, as it was said]]*

## Related

- [[Google]]
- [[Win]]
`;
}

function plainAccount(account: TrueAccount, world: World): string {
  const meetings = world.meetings.filter((meeting) => meeting.account === account);
  const repeats = meetings.flatMap(({ actions }) => actions.filter((action) => action.repeated));
  return `---
type: customer
title: ${account.name}
${account.lastContact === null ? '' : `last_contact: '${account.lastContact}'\n`}created: '2025-09-01'
tags:
- type/customer
- generated
---

# ${account.name}

## Recent Context

${meetings.map(({ date, title }) => `- ${date}: [[${date} - ${title}]] - What was said, cut off here...\n`).join('')}
## Key Facts

${account.facts.map((fact) => `- ${fact}\n`).join('')}
## Action Items

${[...repeats, ...account.actions].map((action) => plainTask(action, account.people)).join('')}
## Topics

Sizing, Failover (both sites), WAN latency

## Related

<!-- Wikilinks to related entities -->
`;
}

function plainTask({ text, owner, due, state, priority, id }: TrueAction, people: readonly string[]): string {
  const first = owner?.split(' ')[0] ?? '';
  const isClear = people.filter((name) => name.startsWith(`${first} `)).length < 2;
  const parts = [
    `- [${STATE_SIGNS[state]}] ${text}`,
    owner === null ? '' : `@${isClear ? first : owner.replaceAll(' ', '_')}`,
    due === null ? '' : `📅 ${due}`,
    priority === null ? '' : PRIORITY_SIGNS[priority],
    id === null ? '' : `🆔 ${id}`,
    '#task',
    state === 'proposed' ? '#proposed' : '',
  ];
  return `${parts.filter((part) => part !== '').join(' ')}\n`;
}

/** `Société Orage` → `société-orage`. */
export function tagOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/’/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/-$/u, '');
}
