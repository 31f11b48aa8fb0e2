import type { Graph, Person } from '../graph/graph.ts';

const accountsMetByUs = new WeakMap<Graph, ReadonlySet<string>>();

/** Whose side somebody is on. Theirs is who belongs to an account that one of ours has to do with; of anybody else nothing is known (null). */
export function sideOf(graph: Graph, person: Person): 'ours' | 'theirs' | null {
  if (person.ours) return 'ours';
  const met = accountsMetByUs.get(graph) ?? new Set(graph.people.flatMap(({ ours, accounts }) => (ours ? accounts : [])));
  accountsMetByUs.set(graph, met);
  return person.accounts.some((account) => met.has(account)) ? 'theirs' : null;
}
