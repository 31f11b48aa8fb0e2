import { spokenPicture } from './brief-pictures.ts';
import type { Common } from './brief-vault-common.ts';

/** Notes of the account: what they show, what is withheld from them, and every way in which they touch notes of others. */
export function includedNotes(common: Common): Record<string, string> {
  const { random, shown, hidden, names, people, tags } = common;
  const home = 'Customers/Northwind Grocers/';
  const notes: Record<string, string> = {};
  notes[`${home}Northwind Grocers.md`] = accountNote(common);
  const count = 3 + random.int(3);
  for (let i = 0; i < count; i += 1) {
    const date = `2026-0${1 + i}-1${random.int(9)}`;
    const folder = random.pick([home, 'Meetings/', '', 'Inbox/']);
    const name = i === 2 && random.chance(0.5) ? (names[5] ?? '') : `${date} - ${random.pick(['Call', 'Review', 'Sync'])} ${i}`;
    notes[`${folder}${name}.md`] = meeting(common, i, date);
  }
  notes[`Notes/${names[0]}.md`] = [
    '---',
    'account: Northwind Grocers',
    `title: ${names[0]} ${shown('title')}`,
    `aliases: [${hidden('own-alias')}]`,
    `tags: [${tags[0]}, ${shown('tag')}]`,
    `stage: ${shown('property')}`,
    `secretkey: ${hidden('fm-extra')}`,
    `source: transcript`,
    `source_ref: "Inbox/_archive/${hidden('fm-path')}.md"`,
    `cssclasses: [${hidden('fm-class')}]`,
    `created: 2025-01-01`,
    `related: "[[${hidden('fm-link')}]]"`,
    '---',
    `# ${names[0]} ${shown('title')}`,
    `Seen by ${people[0]} and [[${people[1]}]]. [[${names[1]}]] [[${names[2]}#Head]] ![[${names[3]}]] [[Old/${names[2]}|words]] [[The plan]] [[transcript-7]]`,
    `## Head ${shown('heading')}`,
    `Body ${shown('body')} ^${shown('block-id')}`,
    `A footnote[^1] here.\n\n[^1]: Foot ${shown('footnote')}`,
    `Of ${hidden('redacted-word')} and Project  ${hidden('redacted-second')}.`,
    `[link](https://shop.example/${encodeURIComponent(hidden('redacted-word'))}) and [[${hidden('redacted-word')} notes]]`,
    `![[${hidden('image-name')}.png]] ![](<../${home}logo.png>) ![[photo.jpg]] ![[moving.gif|40]] ![[sketch.webp]] ![[plan.svg]] [[list.txt]] ![[board.canvas]] ![[contract.pdf]] ![[logo.png|a logo]]`,
    `<img src="../attachments/photo.jpg" alt="a photo"><!-- ${hidden('html-comment')} -->`,
    `Said.%%${hidden('obs-comment')}%%`,
    `> quoted %% ${hidden('obs-comment-quote')} %%\n\n- item <!-- ${hidden('html-comment-item')} -->\n\n| a | b |\n|---|---|\n| 1 %%${hidden('obs-comment-cell')}%% | 2 |`,
    `%%\n${hidden('obs-comment-block')}\n\n- [ ] ${hidden('obs-comment-task')} @${hidden('obs-comment-owner')} #${hidden('obs-comment-tag')}\n%%`,
    `## Inner #private\n\n${hidden('private-section')} #${hidden('private-tag')} [[${hidden('private-link')}]]\n\n### Deeper\n\n- [ ] ${hidden('private-task')} @${hidden('private-owner')}\n\n## Outer`,
    `> [!private] ${hidden('private-callout-title')}\n> ${hidden('private-callout')}\n\n> [!note] Fine\n> > [!private]- x\n> > ${hidden('private-callout-nested')}`,
    `- shown item\n- ${hidden('private-item')} #private\n  - ${hidden('private-item-child')}`,
    `| a | b |\n|---|---|\n| ${hidden('private-row')} | #private |\n| 1 | 2 |`,
    `> [!note] Plan #private\n> ${hidden('private-callout-tagged')}`,
    `Seen[^p] #private\n\n[^p]: ${hidden('private-footnote')}`,
    `$x % ${hidden('formula-comment')}$\n\n\`\`\`mermaid\ngraph LR\n  %% ${hidden('diagram-comment')}\n  A-->B\n\`\`\``,
    `<template>${hidden('html-template')}</template><span hidden>${hidden('html-hidden')}</span>`,
    `## Commercials\n\n${hidden('withheld-section')}\n\n## ${hidden('profile-section')}\n\n${hidden('withheld-section-body')}\n\n## Rest`,
    `Source: [[${hidden('source-line')}]]\n\n**Source**: Inbox/${hidden('source-line-bold')}.md`,
    `- [x] ${hidden('done-task')} @${hidden('done-owner')} ✅ 2026-01-09\n- [-] ${hidden('cancelled-task')}`,
    `Mail ${hidden('mail')}@shop.example today.`,
    `%%\n${hidden('unclosed-comment')}`,
  ].join('\n\n');
  return notes;
}

function accountNote({ shown, names, people, tags }: Common): string {
  return [
    '---\ntype: customer\nlast_contact: 2026-01-02\n---',
    '# Northwind Grocers',
    `Works with [[Halden Rail]], [[Bullseye]] and [[${names[4]}]]. #${tags[1]}`,
    `## Key Facts\n\n- Two sites are used (2026-02-11)\n- ${shown('fact')} from [[${names[5]}]]`,
    `## Topics\n\n- Cold chain\n- ${shown('topic')}`,
    `## Action Items\n\n- [ ] Send the price file @${people[2]} 📅 2026-05-01 🆔 job1 ⛔ job2\n- [ ] ${shown('task')} @${shown('owner')} 📅 2026-05-03 #task ^task1`,
  ].join('\n\n');
}

function meeting({ random, shown, names, people, tags }: Common, i: number, date: string): string {
  const claim = random.pick([
    'account: Northwind Grocers',
    'account: "[[Northwind Grocers]]"',
    'tags: [account/northwind-grocers]',
    'account: NORTHWIND grocers',
  ]);
  const short = random.pick(['Tomas', 'Ann', people[3] ?? '', 'Annie']);
  return [
    `---\n${claim}\ndate: ${date}\nparticipants: [${short}, ${people[i % people.length]}${i === 0 ? `, ${shown('participant')} Lind` : ''}]\n---`,
    `# Call ${i}`,
    `## Summary\n\nTwo sites were agreed upon, as said with [[${names[i % names.length]}]]. ${i === 0 ? shown('summary') : ''}`,
    `## Decisions\n\n- Go with two sites #${tags[i % tags.length]}\n- ${i === 1 ? shown('decision') : 'Keep the price file'} [[Cold chain]]`,
    `## Action Items\n\n- [ ] Send the price file @${random.pick(['Tomas', 'Ann', 'Bo'])} 📅 2026-05-01\n- [/] Ask @Myself ⏫ 🆔 job3 ⛔ job2 #task\n- [?] Look at ![[logo.png]] @Tomas`,
    `![[${names[(i + 1) % names.length]}#Head]] ![[${names[(i + 2) % names.length]}#^block1]] #${tags[(i + 1) % tags.length]?.toUpperCase()} ^block1`,
  ].join('\n\n');
}

/** A note with a picture written out in its text. */
export async function noteWithWrittenPicture(word: string): Promise<string> {
  const base64 = (await spokenPicture('jpeg', word, 9)).toString('base64');
  return `---\naccount: Northwind Grocers\ntitle: Written\n---\n![shown](data:image/jpeg;base64,${base64})\n\n<img alt="x" src="data:image/jpeg;base64,${base64}">\n`;
}
