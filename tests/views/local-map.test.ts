import { describe, expect, test } from 'vitest';
import type { LocalMap } from '../../src/views/row.ts';
import { memorySite } from '../support/memory-vault.ts';

const site = memorySite({
  'Projects/Cutover.md': '---\ntype: project\naccount: Acme\n---\n[[Acme]] [[Runbook]] [[Feed]] [[pic.png]] [[Cutover]]',
  'Runbook.md': '[[Cutover]] [[Feed]] and [[Bo Berg]]',
  'People/Bo Berg.md': '---\ntype: person\n---\n[[Runbook]]',
  'Lonely.md': 'Nothing.',
  'pic.png': 'x',
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `2026-01-${String(i + 10)} - Call.md`,
      `---\naccount: Acme\nparticipants: [Ann Lee, ${i % 2 === 0 ? 'Bo Berg' : 'Cy Dee'}]\n---\n[[Runbook]] [[2025-12-01 - Old]]`,
    ]),
  ),
  '2026-02-01 - Other.md': '---\naccount: Zeta\nparticipants: [Ann Lee]\n---\nx',
});
const mapOf = (url: string): LocalMap | null => {
  const view = site.page(url as never)?.view;
  if (view?.kind === 'account') return view.map;
  return view !== undefined && 'body' in view ? (view.body?.map ?? null) : null;
};
const rows = (map: LocalMap | null) => map?.nodes.map(({ title, shape, way }) => `${shape} ${title} ${way ?? ''}`.trim());

describe('the map of a note', () => {
  test('has what is one link away, by shape and direction, the page itself first; neither files nor itself', () => {
    expect(rows(mapOf('notes/cutover.html'))).toEqual(['note Cutover', 'account Acme out', 'note Runbook both', 'ghost Feed out']);
  });

  test('joins neighbours that link to each other, but not an account and its own notes', () => {
    expect(mapOf('notes/cutover.html')?.arcs).toEqual([[2, 3]]);
  });

  test('is not there for a note without neighbours', () => {
    expect(mapOf('notes/lonely.html')).toBeNull();
  });

  test('has nine rows at most, names without a note last', () => {
    const map = mapOf('notes/runbook.html');
    expect(map?.nodes).toHaveLength(10);
    expect(rows(map)?.slice(0, 3)).toEqual(['note Runbook', 'person Bo Berg both', 'note Cutover both']);
  });
});

describe('the map of a record', () => {
  test('of an account without a note: its people, other notes and names, not its meetings', () => {
    expect(rows(mapOf('accounts/acme.html'))).toEqual([
      'account Acme',
      'person Bo Berg',
      'person Cy Dee',
      'person Ann Lee',
      'note Runbook',
      'note Cutover in',
    ]);
  });

  test('of a person: accounts and people met, notes', () => {
    expect(rows(mapOf('people/bo-berg.html'))).toEqual(['person Bo Berg', 'account Acme', 'person Ann Lee', 'note Runbook both']);
  });
});
