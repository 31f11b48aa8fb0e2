/** What an attribute of a component means: a name that the vault must know, or a form that its text must have. */
export type MdxAttributeKind = 'account' | 'person' | 'tag' | 'folder' | 'kind' | 'note' | 'state' | 'due' | 'date' | 'count' | 'text';

/** Components that a trusted MDX page can use without an import, with their attributes. */
export const MDX_COMPONENTS = {
  Accounts: { account: 'account', tag: 'tag', limit: 'count', title: 'text' },
  Timeline: { account: 'account', since: 'date', until: 'date', limit: 'count', title: 'text' },
  Actions: { owner: 'person', account: 'account', state: 'state', due: 'due', limit: 'count', title: 'text' },
  Decisions: { account: 'account', since: 'date', until: 'date', limit: 'count', title: 'text' },
  NoteList: { tag: 'tag', folder: 'folder', kind: 'kind', account: 'account', limit: 'count', title: 'text' },
  Embed: { note: 'note' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, MdxAttributeKind>>>>;

/** Values of `state`: `open` is everything that is neither done nor cancelled, `closed` the rest. */
export const MDX_STATES = ['open', 'closed', 'all', 'proposed', 'in-progress', 'on-hold', 'done', 'cancelled'] as const;

/** Values of `due`, counted from the day the site is of. */
export const MDX_DUES = ['overdue', 'soon', 'later', 'none'] as const;

/** Elements that have no effect on a page, and neither has what is in them. */
const UNSHOWN: ReadonlySet<string> = new Set(['script', 'style', 'link', 'meta', 'base', 'iframe', 'object', 'embed']);

/** True for an element that is left out with all that is in it. */
export function isUnshown(element: string): boolean {
  return UNSHOWN.has(element);
}

/** True for an attribute that is left out: styles, and programs for the browser. */
export function isUnshownAttribute(name: string, value: unknown): boolean {
  if (name.toLowerCase() === 'style' || name.toLowerCase() === 'srcdoc' || /^on[a-z]/iu.test(name)) return true;
  if (typeof value !== 'string' || !/^(?:href|src|action|formaction|xlink:href|data)$/iu.test(name)) return false;
  // A reader's browser skips such signs in an address.
  const address = [...value].filter((sign) => sign > ' ').join('');
  return /^(?:javascript|vbscript):/iu.test(address) || /^data:(?!image\/(?:png|jpeg|gif|webp|avif))/iu.test(address);
}

/** True for the name of a component. */
export function isMdxComponent(name: string): name is keyof typeof MDX_COMPONENTS {
  return Object.hasOwn(MDX_COMPONENTS, name);
}
