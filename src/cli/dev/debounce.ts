/** Quiet time after the last change before work begins, and the longest wait under a stream of changes, in milliseconds. */
const QUIET = 15;
const LONGEST = 150;

/** Waits for so many milliseconds without a change. Gives false at once when there is one: it is then in the next batch. */
export type Rest = (milliseconds: number) => Promise<boolean>;

/**
 * Collects changed paths and hands them on in one batch: after a short silence, never while the last batch is being worked on.
 * A failure of the work goes to `onError`.
 */
export function batchChanges(
  work: (paths: ReadonlySet<string>, rest: Rest) => Promise<void>,
  onError: (error: unknown) => void,
): (path: string) => void {
  let waiting = new Set<string>();
  let since = 0;
  let timer: NodeJS.Timeout | null = null;
  let busy = false;
  let disturb = (): void => undefined;

  const rest: Rest = async (milliseconds) => {
    if (waiting.size > 0) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const pause = setTimeout(() => resolve(true), milliseconds);
    disturb = () => resolve(false);
    return promise.finally(() => clearTimeout(pause));
  };
  const schedule = () => {
    if (busy || waiting.size === 0) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(QUIET, since + LONGEST - performance.now())));
  };
  const run = () => {
    const paths = waiting;
    waiting = new Set();
    timer = null;
    busy = true;
    work(paths, rest)
      .catch(onError)
      .finally(() => {
        busy = false;
        since = performance.now();
        schedule();
      });
  };
  return (path) => {
    if (waiting.size === 0) since = performance.now();
    waiting.add(path);
    disturb();
    schedule();
  };
}
