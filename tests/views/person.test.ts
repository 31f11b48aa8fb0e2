import { expect, test } from 'vitest';
import type { Href } from '../../src/graph/graph.ts';
import { memorySite } from '../support/memory-vault.ts';

test('a person with many actions on a board of several pages has the table, on one of one page the board', () => {
  const tasks = (count: number) => Array.from({ length: count }, (_, i) => `- [ ] Do ${i} @Ann`).join('\n');
  const table = (count: number): Href | null => {
    const site = memorySite({ 'm.md': `---\ndate: 2026-01-02\naccount: Acme\nparticipants: [Ann Bly]\n---\n${tasks(count)}\n` });
    const view = site.plan.map(({ url }) => site.page(url)?.view).find((one) => one?.kind === 'person');
    return view?.kind === 'person' ? view.table : null;
  };
  expect([table(299), table(301)]).toEqual([null, 'actions.csv']);
});
