import type { Hit } from './hit.ts';
import type { Answer, SearchEngine } from './query.ts';
import { asksSomething, type SearchRequest } from './request.ts';

/** What a view has to show. */
export type Outcome =
  /** Nothing was asked. */
  | { readonly kind: 'idle' }
  /** An answer is on its way, for long enough to say so. */
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'answer';
      readonly request: SearchRequest;
      readonly answer: Answer;
      readonly hits: readonly Hit[];
      /** Hits of what is offered instead of results. */
      readonly offered: readonly Hit[];
      /** How many of either should stand there too, but can not be read. */
      readonly unread: number;
    }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Asker {
  /** Asks after a pause in typing, or at once. An answer to an earlier question that arrives later is dropped. */
  readonly ask: (request: SearchRequest, when: 'soon' | 'now') => void;
  /** Forgets what is under way. */
  readonly cancel: () => void;
}

const PAUSE = 110;
const PATIENCE = 250;

/** Turns requests into outcomes. `first`: how many hits come with the answer to what is asked now. */
export function askerOver(open: () => Promise<SearchEngine>, first: () => number, show: (outcome: Outcome) => void): Asker {
  let generation = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const cancel = (): void => {
    generation += 1;
    clearTimeout(pause);
    clearTimeout(patience);
  };

  const run = async (request: SearchRequest, mine: number): Promise<void> => {
    const showMine = (outcome: Outcome): void => {
      if (mine !== generation) return;
      clearTimeout(patience);
      show(outcome);
    };
    patience = setTimeout(() => {
      if (mine === generation) show({ kind: 'waiting' });
    }, PATIENCE);
    try {
      const engine = await open();
      if (mine !== generation) return;
      const answer = await engine.ask(request);
      if (mine !== generation) return;
      const count = first();
      const [hits, offered] = await Promise.all([answer.hits(0, count), answer.guess?.hits(0, count) ?? []]);
      const due = Math.min(count, answer.total) + Math.min(count, answer.guess?.total ?? 0);
      showMine({ kind: 'answer', request, answer, hits, offered, unread: due - hits.length - offered.length });
    } catch (error) {
      showMine({ kind: 'failed', error });
    }
  };

  const ask: Asker['ask'] = (request, when) => {
    cancel();
    const mine = generation;
    if (!asksSomething(request)) {
      show({ kind: 'idle' });
    } else if (when === 'now') {
      void run(request, mine);
    } else {
      pause = setTimeout(() => void run(request, mine), PAUSE);
    }
  };

  return { ask, cancel };
}
