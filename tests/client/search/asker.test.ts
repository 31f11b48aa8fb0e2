import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askerOver, type Outcome } from '../../../src/client/search/asker.ts';
import type { Answer, SearchEngine } from '../../../src/client/search/query.ts';
import type { SearchRequest } from '../../../src/client/search/request.ts';
import { NOTHING } from '../../../src/client/search/state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const asking = (text: string): SearchRequest => ({ ...NOTHING, text });

/** An engine that answers a text after as many milliseconds as the text says. */
function slowEngine() {
  const asked: string[] = [];
  const engine: SearchEngine = {
    ask: async ({ text }) => {
      asked.push(text);
      await new Promise((resolve) => setTimeout(resolve, Number(text)));
      const answer: Answer = {
        total: 1,
        exact: 1,
        guess: null,
        common: [],
        everything: false,
        cheap: [],
        facets: async () => ({}),
        hits: async () => [],
      };
      return answer;
    },
  };
  return { asked, open: async () => engine };
}

function watching() {
  const seen: string[] = [];
  return { seen, show: (outcome: Outcome) => void seen.push(outcome.kind === 'answer' ? outcome.request.text : outcome.kind) };
}

describe('asking', () => {
  test('waits for a pause in typing', async () => {
    const { asked, open } = slowEngine();
    const { seen, show } = watching();
    const asker = askerOver(open, () => 5, show);
    for (const text of ['1', '12', '123']) asker.ask(asking(text), 'soon');
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(['123']);
    expect(seen).toEqual(['123']);
  });

  test('drops an answer to an earlier question that comes later', async () => {
    const { open } = slowEngine();
    const { seen, show } = watching();
    const asker = askerOver(open, () => 5, show);
    asker.ask(asking('900'), 'now');
    await vi.advanceTimersByTimeAsync(10);
    asker.ask(asking('20'), 'now');
    await vi.advanceTimersByTimeAsync(2000);
    expect(seen).toEqual(['20']);
  });

  test('says that it waits only when it takes long', async () => {
    const { open } = slowEngine();
    const { seen, show } = watching();
    askerOver(open, () => 5, show).ask(asking('800'), 'now');
    await vi.advanceTimersByTimeAsync(2000);
    expect(seen).toEqual(['waiting', '800']);
  });

  test('an empty box asks nothing, and forgets what is under way', async () => {
    const { open } = slowEngine();
    const { seen, show } = watching();
    const asker = askerOver(open, () => 5, show);
    asker.ask(asking('50'), 'now');
    asker.ask(asking('  '), 'soon');
    await vi.advanceTimersByTimeAsync(2000);
    expect(seen).toEqual(['idle']);
  });

  test('a failure is shown, and the next question is asked again', async () => {
    const { open } = slowEngine();
    const { seen, show } = watching();
    let tries = 0;
    const flaky = () => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('offline')) : open();
    };
    const asker = askerOver(flaky, () => 5, show);
    asker.ask(asking('1'), 'now');
    await vi.advanceTimersByTimeAsync(500);
    asker.ask(asking('2'), 'now');
    await vi.advanceTimersByTimeAsync(500);
    expect(seen).toEqual(['failed', '2']);
  });
});
