/**
 * The work that a run does on text, counted instead of timed: signs looked at one by one, and signs that searches and patterns pass over. The same
 * every time, whatever the machine does besides. Not for code that waits.
 */
export function workOf(run: () => void): number {
  let work = 0;
  const restore: (() => void)[] = [];
  const patch = <T extends object, K extends keyof T>(target: T, name: K, make: (own: T[K]) => unknown): void => {
    const own = target[name];
    target[name] = make(own) as T[K];
    restore.push(() => {
      target[name] = own;
    });
  };
  // biome-ignore-start lint/suspicious/noExplicitAny: the methods are called as they were
  for (const name of ['charCodeAt', 'codePointAt', 'charAt'] as const) {
    patch(
      String.prototype,
      name,
      (own: any) =>
        function (this: string, at: number) {
          work += 1;
          return own.call(this, at);
        },
    );
  }
  patch(
    String.prototype,
    'indexOf',
    (own: any) =>
      function (this: string, search: string, from = 0) {
        const found: number = own.call(this, search, from);
        work += (found < 0 ? this.length : found) - Math.min(from, this.length) + 1;
        return found;
      },
  );
  for (const name of ['replace', 'slice'] as const) {
    patch(
      String.prototype,
      name,
      (own: any) =>
        function (this: string, ...given: unknown[]) {
          const result: string = own.apply(this, given);
          work += name === 'replace' ? this.length : 1;
          return result;
        },
    );
  }
  patch(
    RegExp.prototype,
    'exec',
    (own: any) =>
      function (this: RegExp, text: string) {
        const from = this.global || this.sticky ? this.lastIndex : 0;
        const match: RegExpExecArray | null = own.call(this, text);
        // A pattern bound to one place does not search.
        const bound = this.sticky || (this.source.startsWith('^') && !this.multiline);
        const end = match === null ? (bound ? from : String(text).length) : match.index + match[0].length;
        work += Math.max(0, end - from) + 1;
        return match;
      },
  );
  // biome-ignore-end lint/suspicious/noExplicitAny: see above
  try {
    run();
  } finally {
    for (const undo of restore) undo();
  }
  return work;
}
