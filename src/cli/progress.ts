/** Milliseconds between two drawings of the line. */
const INTERVAL = 80;

/** One line on a terminal that says where long work is. Silent when stderr is no terminal. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly end: () => void;
}

/** A progress line on stderr. `quiet` silences it. */
export function progressLine(quiet: boolean): ProgressLine {
  const stream = process.stderr;
  if (quiet || !stream.isTTY) return { show: () => {}, end: () => {} };
  let last = 0;
  let dirty = false;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - last < INTERVAL) return;
      last = now;
      dirty = true;
      stream.write(`\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
    },
    end: () => {
      if (dirty) stream.write('\r\u001b[2K');
      dirty = false;
    },
  };
}
