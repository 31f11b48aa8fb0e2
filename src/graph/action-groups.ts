import type { ActionPlace } from './action-places.ts';

/** What a group of sources says, from which another source must not differ. */
interface Said {
  /** Names the owner may have; null when none is named. */
  readonly owners: readonly string[] | null;
  readonly due: string | null;
}

/**
 * Sources that are one action, in the order of their first one. Within one account these are: places with the same 🆔 or block id; and an
 * account note's with those of its meetings that have the same folded text, as long as owner and due are equal or absent in all of them.
 * A short name that several people have (`@Tomas`) goes with each of these. Sources that name the same owner and due find each other before
 * those that leave them open, and newer meetings before older ones.
 */
export function groupPlaces(places: readonly ActionPlace[]): readonly (readonly ActionPlace[])[] {
  const parent = places.map((_, i) => i);
  const said: Said[] = places.map(({ owner, task }) => ({ owners: owner === null ? null : [owner], due: task.due }));
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== undefined && parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const join = (a: number, b: number, together: Said): void => {
    const [left, right] = [root(a), root(b)];
    parent[Math.max(left, right)] = Math.min(left, right);
    said[Math.min(left, right)] = together;
  };
  const saidBy = (i: number): Said => said[root(i)] as Said;

  const byText = new Map<string, number[]>();
  const byId = new Map<string, number>();
  places.forEach((place, i) => {
    if (place.account === null) return;
    push(byText, `${place.account.key}\n${place.fold}`, i);
    for (const id of idsOf(place)) {
      const key = `${place.account.key}\n${id}`;
      const known = byId.get(key);
      if (known === undefined) byId.set(key, i);
      else join(known, i, both(saidBy(known), saidBy(i)) ?? saidBy(known));
    }
  });
  for (const same of byText.values()) {
    if (same.length === 1) continue;
    const [own, meetings] = [same.filter((i) => isOwn(places[i])), same.filter((i) => !isOwn(places[i]))];
    if (own.length === 0 || meetings.length === 0) continue;
    for (const i of same) {
      const rivals = places[i]?.rivals() ?? [];
      const known = saidBy(i);
      if (rivals.length > 0 && root(i) === i) said[i] = { ...known, owners: [...(known.owners ?? []), ...rivals] };
    }
    meetings.sort((a, b) => compare(dateAt(places, b), dateAt(places, a)) || a - b);
    const named = new Map(same.map((i) => [i, said[i] as Said]));
    for (const strength of [2, 1, 0]) {
      for (const i of own) {
        for (const meeting of meetings) {
          if (strengthOf(named.get(i), named.get(meeting)) !== strength || root(i) === root(meeting)) continue;
          const together = both(saidBy(i), saidBy(meeting));
          if (together !== null) join(i, meeting, together);
        }
      }
    }
  }
  const groups = new Map<number, ActionPlace[]>();
  for (const [i, place] of places.entries()) push(groups, root(i), place);
  return [...groups.values()];
}

function isOwn(place: ActionPlace | undefined): boolean {
  return place?.note.kind === 'account';
}

function idsOf({ task: { id, blockId } }: ActionPlace): readonly string[] {
  return [...(id === null ? [] : [`id ${id}`]), ...(blockId === null ? [] : [`block ${blockId}`])];
}

function dateAt(places: readonly ActionPlace[], i: number): string {
  return places[i]?.note.date ?? '';
}

/** What two say together; null when they differ. */
function both(a: Said, b: Said): Said | null {
  if (a.due !== null && b.due !== null && a.due !== b.due) return null;
  const due = a.due ?? b.due;
  if (a.owners === null || b.owners === null) return { owners: a.owners ?? b.owners, due };
  const owners = a.owners.filter((name) => b.owners?.includes(name));
  return owners.length === 0 ? null : { owners, due };
}

/** How many of owner and due both name. */
function strengthOf(a: Said | undefined, b: Said | undefined): number {
  return Number(a?.owners != null && b?.owners != null) + Number(a?.due != null && b?.due != null);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
