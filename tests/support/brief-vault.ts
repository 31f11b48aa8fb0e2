/** A vault with one of everything that a page can hold, all of it of one account, and notes of another. */
export const BRIEF_VAULT: Readonly<Record<string, string | Uint8Array>> = {
  'dossier.yaml': 'owner: Ines Okafor\nbriefs:\n  Quarry Foods:\n    attachments: ["*.pdf", "*.ogg", "*.bin", "*.html"]\n',
  'Customers/Quarry Foods.md':
    '---\ntype: customer\n---\n# Quarry Foods\n\n## Key Facts\n- The ovens stand in Wien. Source: [[2026-02-03 - Kick-off#Größe & 50 %]]\n',
  'Meetings/2026-02-03 - Kick-off.md': `---
type: customer
title: Kick-off
account: Quarry Foods
date: 2026-02-03
participants: [Marcin Wójcik, Ines Okafor]
tags: [topic/ovens]
---
## Größe & 50 %
Numbers of a kind.[^1] See [[2026-03-04 - Review#^plan]] and [[#Größe & 50 %|above]].

[^1]: A note below.

- [ ] Measure the oven @Marcin 📅 2026-03-01 #task
- A list item ^item

## Decisions
- Two ovens.
`,
  'Meetings/2026-03-04 - Review.md': `---
type: customer
title: Review
account: Quarry Foods
date: 2026-03-04
participants: [Marcin Wójcik]
---
The plan stands. ^plan

![[oven.png]] ![[oven.png|40]] ![[chart.svg]]

![[terms.pdf]]

![[call.ogg]]

![[page.html]]

![[large.bin]] and [[large.bin]]

\`\`\`js
if (a < b && "</script>") run();
\`\`\`

$$ \\frac{a}{b} \\label{eq} $$

> [!tip]- Folded
> inside, [[2026-02-03 - Kick-off#^item]]

![](https://pictures.example/pixel.png) and [outside](https://quarry.example/?a=1&b=2).

| Oven | Heat |
| --- | ---: |
| one | 900 |

\`\`\`mermaid
graph LR; A[Oven] --> B[Bread]
\`\`\`
`,
  'Ideas/Board.canvas': JSON.stringify({ nodes: [], edges: [] }),
  'Customers/Halden Rail.md': '---\ntype: customer\n---\n# Halden Rail\n\nKanarienvogel.\n',
  'Meetings/2026-02-09 - Other.md': '---\ntype: customer\naccount: Halden Rail\ndate: 2026-02-09\n---\nKanarienvogel sings.\n',
  'oven.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAFCAIAAADzBuo/AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWM4EaWBBzEMoDQApBZAdVqvuL0AAAAASUVORK5CYII=',
    'base64',
  ),
  'chart.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9v9z"/></svg>',
  'terms.pdf': '%PDF-1.4\n%%EOF\n',
  'call.ogg': 'OggS',
  'page.html': '<h1>Report</h1>',
  'large.bin': new Uint8Array(2 << 20),
};

/** The account that is told of. */
export const BRIEF_ACCOUNT = 'Quarry Foods';
