import { setTimeout } from 'node:timers/promises';
import type { Clients } from './clients.ts';
import type { Rest } from './debounce.ts';
import type { Preview } from './preview.ts';

/** How long a browser that was told of a change may take to ask for the page, and others that ask just then, in milliseconds. */
const COMING_BACK = 400;
const BREATH = 20;
/** Where working out everything takes longer, it waits for a pause; and for how long: Obsidian saves every two seconds while somebody types. */
const QUICK = 3000;
const PAUSE = 2500;

/**
 * Shows changes to the browsers: new texts at once, everything else right after, or, where that takes long, once there is a pause. No request is answered
 * while everything is worked out, and who types on wants to see the text. `onComplete` is told how long it was behind, in milliseconds.
 */
export function changeShower(
  preview: Pick<Preview, 'update' | 'complete' | 'draw'>,
  clients: Pick<Clients, 'announce' | 'comeBack'>,
  onComplete: (milliseconds: number) => void,
): (paths: ReadonlySet<string>, rest: Rest) => Promise<void> {
  const draw = async (url: string) => (await preview.draw(url)) ?? '';
  /** When the first change was made that is not worked out; null when all are. */
  let behindSince: number | null = null;
  /** What working out everything took last, in milliseconds. */
  let cost = 0;
  return async (paths, rest) => {
    const begun = performance.now();
    const sketched = preview.update(paths);
    if (sketched !== null) behindSince ??= begun;
    if (behindSince === null) return;
    if (sketched !== null && sketched.length > 0) {
      // Whoever was told comes for the new text before.
      await clients.comeBack(await clients.announce(draw, sketched), COMING_BACK);
      await setTimeout(BREATH);
    }
    if (cost > QUICK && !(await rest(PAUSE))) return;
    const from = performance.now();
    preview.complete();
    cost = performance.now() - from;
    await clients.announce(draw);
    onComplete(performance.now() - behindSince);
    behindSince = null;
  };
}
