import picomatch from 'picomatch';

/**
 * Whether a vault path (with `/`) is named by one of the patterns: a glob over the whole path (`Inbox/**`, `Inbox/*.tmp`), a folder (`Inbox/Drafts`
 * or `Inbox/Drafts/`, with all that is in it), or, without a slash, a file or folder of that name at any depth (`_drafts`, `*.tmp`). A path
 * written out matches itself even when its characters mean something in globs (`Notes (old)`). Letter case counts.
 */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map(matcherFrom);
  return (path) => matchers.some((matches) => matches(path));
}

function matcherFrom(pattern: string): (path: string) => boolean {
  const glob = pattern.normalize('NFC').replace(/^(?:\.?\/)+/u, '');
  const base = glob.replace(/\/(?:\*\*)?$/u, '');
  if (base === '' || base === '**') return () => base === '**';
  const below = `${base}/`;
  const globs = base.includes('/') || glob !== base ? [glob, base, `${below}**`] : [`**/${base}`, `**/${base}/**`];
  const matches = picomatch(globs.map(withPlainParentheses), { dot: true, strictSlashes: true });
  return (path) => path === base || path.startsWith(below) || matches(path);
}

/** Parentheses mean something only behind `!`, `?`, `+`, `*` or `@`; elsewhere they are part of a name. */
function withPlainParentheses(glob: string): string {
  return glob.replace(/(^|[^!?+*@\\])\(([^()]*)\)/gu, '$1\\($2\\)');
}
