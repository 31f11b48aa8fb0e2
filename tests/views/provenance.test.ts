import { expect, test } from 'vitest';
import type { Provenance } from '../../src/views/row.ts';
import { memorySite } from '../support/memory-vault.ts';

/** Provenance of `n.md`; sources as `name (where) href`. */
function of(frontmatter: string, text = 'Text.', others: Readonly<Record<string, string>> = {}) {
  const site = memorySite({ 'n.md': `---\n${frontmatter}\n---\n${text}\n`, ...others });
  const page = site.plan.find((planned) => planned.note === 'n.md');
  const view = page && site.page(page.url)?.view;
  const provenance = view?.kind === 'note' || view?.kind === 'meeting' ? view.body.provenance : null;
  return (
    provenance && {
      kind: provenance.kind?.text ?? null,
      sources: provenance.sources.map(words),
      text: provenance.text && `${provenance.text.differs}: ${words(provenance.text)}`,
    }
  );
}

function words({ name, where, href, title, why }: Provenance['sources'][number]): string {
  return [title ?? name, where, href, why].filter(Boolean).join(' · ');
}

test.each([
  ['nothing', 'title: N', null],
  ['a kind alone', 'source: transcript', { kind: 'transcript', sources: [], text: null }],
  [
    'a path that is not in the vault',
    'source: transcript\nsource_ref: Inbox/a b.md',
    { kind: 'transcript', sources: ['a b · absent'], text: null },
  ],
  [
    'an address',
    'source: https://www.example.com/post/',
    { kind: null, sources: ['example.com/post · web · https://www.example.com/post/'], text: null },
  ],
  [
    'an address that must not be followed',
    'source_ref: "javascript:alert(1)"',
    { kind: null, sources: ['javascript:alert(1) · web'], text: null },
  ],
  [
    'lists',
    'source: [email, "https://a.example/"]\nsource_ref: [x.md, y.md]',
    { kind: 'email', sources: ['a.example · web · https://a.example/', 'x · absent', 'y · absent'], text: null },
  ],
  ['the note itself', 'source_ref: n.md', { kind: null, sources: ['n · itself'], text: null }],
  [
    'a link to a name without a note',
    'source: "[[Handbook]]"',
    { kind: null, sources: ['Handbook · absent · ghosts/handbook.html'], text: null },
  ],
])('%s', (_, frontmatter, expected) => {
  expect(of(frontmatter)).toEqual(expected);
});

test('a source in the vault: found, found in another folder, a file, a name of several notes', () => {
  const others = {
    'Inbox/raw.md': '---\ntitle: Raw text\n---\n',
    'scan.pdf': 'x',
    'a/t.md': '---\naliases: [same]\n---\n',
    'b/u.md': '---\naliases: [same]\n---\n',
  };
  expect(of('source_ref: Inbox/raw.md', '', others)?.sources).toEqual(['Raw text · note · notes/raw.html']);
  expect(of('source_ref: Old/raw.md', '', others)?.sources).toEqual(['Raw text · note · notes/raw.html · the same name in another folder']);
  expect(of('source_ref: scan.pdf', '', others)?.sources).toEqual(['scan.pdf · file']);
  expect(of('source_ref: "[[scan.pdf]]"', '', others)?.sources).toEqual(['scan.pdf · file · files/scan.pdf']);
  expect(of('source_ref: same', '', others)?.sources[0]).toContain('same · several');
});

test('the text names another source: another folder, another name; the same source is not said twice', () => {
  const ref = 'source: transcript\nsource_ref: Inbox/2026-01-04/Sync on Walmart’s data.md';
  expect(of(ref, "*Source: [[Inbox/2025-11-14/Sync on Walmart's data.md|Sync]]*")?.text).toMatch(
    /^folder: Sync on Walmart's data · absent/u,
  );
  expect(of(ref, 'Source: [[Other call]]')?.text).toMatch(/^name: Other call · absent/u);
  expect(of(ref, 'Source: Inbox/other.md')?.text).toBe('name: other · absent');
  expect(of(ref, 'Source: [[Sync on Walmart’s data]]')?.text).toBeNull();
  expect(of(ref, 'Source: [[Inbox/2026-01-04/Sync on Walmart’s data]]')?.text).toBeNull();
  expect(of(ref, 'Source: the call of Monday')?.text).toBeNull();
  expect(of('title: N', 'Source: [[Other call]]')).toBeNull();
});
