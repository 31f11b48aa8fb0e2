const TYPES = ['note', 'abstract', 'info', 'todo', 'tip', 'success', 'question', 'warning', 'failure', 'danger', 'bug', 'example', 'quote'];

const ALIASES: Readonly<Record<string, string>> = {
  summary: 'abstract',
  tldr: 'abstract',
  hint: 'tip',
  important: 'tip',
  check: 'success',
  done: 'success',
  help: 'question',
  faq: 'question',
  caution: 'warning',
  attention: 'warning',
  fail: 'failure',
  missing: 'failure',
  error: 'danger',
  cite: 'quote',
};

/** The type a callout looks like: Obsidian's thirteen and their aliases, `note` for every other. */
export function canonicalCallout(type: string): string {
  if (TYPES.includes(type)) return type;
  return Object.hasOwn(ALIASES, type) ? (ALIASES[type] ?? 'note') : 'note';
}

/** The title of a callout that has none of its own: the type as words, its first letter upper case. */
export function defaultCalloutTitle(type: string): string {
  const words = type.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
