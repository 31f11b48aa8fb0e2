import type { Config } from '../config/config.ts';
import type { Kind } from '../config/names.ts';
import type { NoteFile } from '../vault/vault.ts';
import { isIsoDate } from './dates.ts';
import type { AccountClaim, IsoDate } from './note.ts';
import { nameFromText, propertyValue, textFromValue, textsFromValue } from './properties.ts';
import { nameFromPath } from './title.ts';

/** Types that state the kind outright. */
const KIND_OF_TYPE: ReadonlyMap<string, Kind> = new Map<string, Kind>(
  Object.entries({
    meeting: 'meeting',
    meetings: 'meeting',
    call: 'meeting',
    person: 'person',
    people: 'person',
    contact: 'person',
    project: 'project',
    projects: 'project',
    daily: 'daily',
    journal: 'daily',
    note: 'note',
    source: 'note',
    transcript: 'note',
    topic: 'note',
  } as const),
);

/** Types that say whom a note is about: such a note is the account, or a meeting with it. */
const ABOUT_TYPES = new Set(['customer', 'customers', 'partner', 'prospect', 'account', 'client']);

/** What kind inference looks at besides the file. */
export interface Shape {
  readonly title: string;
  readonly date: IsoDate | null;
  readonly claims: readonly AccountClaim[];
  readonly participants: number;
  /** True when a claim names an account other than the note itself. */
  readonly namesOther: boolean;
}

/** What an MDX page is: a page of its own, never a meeting or an account. Its `type` may say of what sort. */
export function kindOfMdx(file: NoteFile): { readonly kind: Kind; readonly type: string } {
  const [written] = textsFromValue(propertyValue(file.properties, 'type'));
  return { kind: 'note', type: (written === undefined ? '' : nameFromText(written).toLowerCase()) || 'page' };
}

/**
 * What a note is. In this order: `kind:`, a known `type:` (config first), the folder by config, then shape: date with account or
 * participants → meeting; customer, partner, prospect or account without → account; a pure date name → daily; else note.
 */
export function kindFrom(file: NoteFile, shape: Shape, config: Config): { readonly kind: Kind; readonly type: string | null } {
  const [written] = textsFromValue(propertyValue(file.properties, 'type'));
  const type = written === undefined ? null : nameFromText(written).toLowerCase() || null;
  const kind = textFromValue(propertyValue(file.properties, 'kind'))?.toLowerCase() ?? null;
  const stated = kind === null ? undefined : (kindOfType(kind, config) ?? (ABOUT_TYPES.has(kind) ? 'account' : undefined));
  if (stated !== undefined) return { kind: stated, type };
  if (type !== null) {
    const known = kindOfType(type, config);
    if (known !== undefined) return { kind: known, type };
    if (ABOUT_TYPES.has(type)) return { kind: isMeeting(shape) ? 'meeting' : 'account', type };
  }
  const folder = kindOfFolder(file.path, config);
  if (folder !== null) return { kind: folder, type };
  return { kind: kindOfShape(file, shape), type };
}

function kindOfType(type: string, config: Config): Kind | undefined {
  return Object.hasOwn(config.kinds.types, type) ? config.kinds.types[type] : KIND_OF_TYPE.get(type);
}

function isMeeting(shape: Shape): boolean {
  return shape.date !== null && (shape.namesOther || (shape.participants > 0 && shape.claims.every((claim) => claim.via === 'folder')));
}

function kindOfShape(file: NoteFile, shape: Shape): Kind {
  const name = nameFromPath(file.path);
  if (shape.date !== null && (shape.namesOther || shape.participants > 0)) return 'meeting';
  if (isIsoDate(name)) return 'daily';
  if (isAccountFolderNote(file.path)) return 'account';
  return 'note';
}

function kindOfFolder(path: string, config: Config): Kind | null {
  let best: { readonly length: number; readonly kind: Kind } | null = null;
  for (const [folder, kind] of Object.entries(config.kinds.folders)) {
    const prefix = folder.replace(/\/+$/u, '').toLowerCase();
    if (path.toLowerCase().startsWith(`${prefix}/`) && (best === null || prefix.length > best.length))
      best = { length: prefix.length, kind };
  }
  return best?.kind ?? null;
}

/** `Customers/Acme/Acme.md`: the note of the folder that carries its name. */
function isAccountFolderNote(path: string): boolean {
  const folder = accountFolder(path);
  return folder !== null && folder.toLowerCase() === nameFromPath(path).toLowerCase();
}

/** `<name>` of `Customers|Accounts|Clients/<name>/…`, wherever in the path; null when the note lies elsewhere. */
export function accountFolder(path: string): string | null {
  const segments = path.split('/');
  const at = segments.findIndex((segment, i) => i < segments.length - 2 && /^(?:customers|accounts|clients)$/iu.test(segment));
  return at === -1 ? null : (segments[at + 1] ?? null);
}
