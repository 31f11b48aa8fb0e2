import type { Block, Inline, Tree } from '../markdown/tree.ts';
import { type BodyField, bodyFieldsFrom } from '../notes/body-fields.ts';
import { accountsFromField, peopleFromField } from '../notes/name-lists.ts';
import type { Note } from '../notes/note.ts';
import { nameFromText } from '../notes/properties.ts';
import type { ViewContext } from './context.ts';

/** What the head of a meeting's page shows. */
export interface ShownHead {
  /** Display names. */
  readonly accounts: readonly string[];
  readonly people: readonly string[];
}

const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/u;
/** What may stand between names. */
const SEPARATORS = /[\s,;·&@.]|\band\b/giu;

/**
 * Whether a block is the paragraph of Date, Account and Attendees lines under the title and the head of the page shows all that it says: the same
 * date, every account, every person, and nothing besides.
 */
export function isShownByHead(ctx: ViewContext, note: Note, block: Block, tree: Tree, head: ShownHead): boolean {
  if (block.line !== note.headLines || block.kind !== 'paragraph') return false;
  return bodyFieldsFrom(tree)
    .filter((field) => field.line >= block.line && field.line <= block.endLine)
    .every((field) => isPlain(field.value) && isShown(ctx, note, field, head));
}

function isShown(ctx: ViewContext, note: Note, field: BodyField, head: ShownHead): boolean {
  if (field.label === 'date') return field.text === note.date && PLAIN_DATE.test(field.text) && !field.value.some(isLink);
  const names = field.label === 'account' ? accountsFromField(field) : peopleFromField(field);
  const known = names.every((name) => {
    if (field.label === 'account') return head.accounts.some((account) => fold(account) === fold(name));
    const person = ctx.graph.personByName(name, note.path);
    return person !== undefined && head.people.includes(person.name);
  });
  return known && names.length > 0 && isNothingBut(names, field);
}

/** True when the field reads as its names and what parts them; a link may show another text than the name it leads to. */
function isNothingBut(names: readonly string[], field: BodyField): boolean {
  let rest = field.text.normalize('NFC').replace(/\s+/gu, ' ');
  for (const name of [...names].sort((a, b) => b.length - a.length)) rest = rest.replace(name, '');
  return rest.replace(SEPARATORS, '') === '';
}

/** Only words and links to notes: everything else has a form, or leads somewhere, that would be lost. */
function isPlain(value: readonly Inline[]): boolean {
  return value.every((part) => part.kind === 'text' || (part.kind === 'link' && part.ref.subpath === '' && isPlain(part.children)));
}

function isLink(part: Inline): boolean {
  return part.kind === 'link';
}

function fold(name: string): string {
  return nameFromText(name).toLowerCase();
}
