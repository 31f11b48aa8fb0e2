import { describe, expect, test } from 'vitest';
import { blockAnchor, footnoteAnchor } from '../../src/markdown/anchors.ts';
import type { Site } from '../../src/site.ts';
import { memorySite } from '../support/memory-vault.ts';

/** Anchors of a note that the page of it does not have, or has more than once, as the document of `inspect` gives them. */
function missingAnchors(site: Site): readonly unknown[] {
  return [...site.graph.notes.values()].flatMap((note) => {
    const view = JSON.stringify(site.page(site.graph.pageUrls.note(note.path))?.view);
    const wanted = [
      ...note.headings.filter(({ line }) => line !== note.titleLine).map(({ id }) => id),
      ...new Set(note.blocks.map(({ id }) => blockAnchor(id))),
      ...note.footnotes.map(({ label }) => footnoteAnchor(label)),
    ];
    return wanted.filter((id) => view.split(`id=\\"${id}\\"`).length !== 2).map((id) => [note.path, id]);
  });
}

const BLOCKS = `# One
## One
## one
### Main
p ^p1

- a ^a1
  - b ^b1
- c

^list

1. x
   text ^x1
2. y
^y-list

> q
> w ^inq

^q

> [!info] T
> body
> - li ^li
>
> ^inner
>
> > nested ^nest

^co

| t |
|---|
| x |

^t

\`\`\`
c
\`\`\`

^code

$$
x
$$
^math

![[Acme#^p1]] ^emb

---
^rule

- [ ] task ^task

text[^1] and[^B.c] ^[inline]

[^1]: foot ^f1
[^B.c]: other

^after

again ^P1
`;

describe('what the document calls an anchor is one of the page', () => {
  test('of every block, heading and footnote, wherever they stand', () => {
    expect(missingAnchors(memorySite({ 'n.md': BLOCKS }))).toEqual([]);
  });

  test('of an account, a meeting and a person, whose pages are put together from parts', () => {
    const body =
      '## Summary\n\nText. ^s1\n\n## Key Facts\n- One fact ^k1\n\n## Decisions\n- It ^d1\n\n## Action Items\n- [ ] Do it ^t1\n\n## Notes\n### Summary\nx\n';
    const site = memorySite({
      'Customers/Acme/Acme.md': `---\ntype: customer\n---\n${body}`,
      'm.md': `---\naccount: Acme\ndate: 2026-01-02\nparticipants: [Ann Lee]\n---\n${body}`,
      'Ann Lee.md': `---\ntype: person\n---\n${body}`,
    });
    const headings = (path: string): readonly string[] => site.graph.notes.get(path as never)?.headings.map(({ id }) => id) ?? [];
    expect(headings('m.md')).toEqual(['summary', 'key-facts', 'decisions', 'action-items', 'notes', 'summary-1']);
    expect(missingAnchors(site)).toEqual([]);
  });

  test('links lead to them: blocks in lists, quotes, tables, an id on its own line, footnotes', () => {
    const site = memorySite({
      'n.md': BLOCKS,
      'x.md': '[[n#^q]] [[n#^T]] [[n#^list]] [[n#^inq]] [[n#^co]] [[n#[^1]]] [f](n.md#[^b.C]) [[n#One]] ![[n#^after]]',
    });
    const links = site.graph.links.get('x.md' as never) ?? [];
    const at = (line: string): number => BLOCKS.split('\n').indexOf(line) + 1;
    expect(links.map(({ to }) => [to.href, to.target === null ? null : to.targetLine])).toEqual([
      ['notes/n.html#b-q', at('> q')],
      ['notes/n.html#b-t', at('| t |')],
      ['notes/n.html#b-list', at('- a ^a1')],
      ['notes/n.html#b-inq', at('> q')],
      ['notes/n.html#b-co', at('> [!info] T')],
      ['notes/n.html#fn-1', at('[^1]: foot ^f1')],
      ['notes/n.html#fn-b.2e.c', at('[^B.c]: other')],
      ['notes/n.html#one', 1],
      ['notes/n.html#b-after', at('[^B.c]: other')],
    ]);
  });
});
