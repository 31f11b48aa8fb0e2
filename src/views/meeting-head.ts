import type { Block, Inline, Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
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
  const listed = listedNames(field);
  const names = listed ?? (field.label === 'account' ? accountsFromField(field) : peopleFromField(field));
  const known = names.every((name) => {
    if (field.label === 'account') return head.accounts.some((account) => account === name || fold(account) === fold(name));
    const person = ctx.graph.personByName(name, note.path);
    return person !== undefined && head.people.includes(person.name);
  });
  return known && names.length > 0 && (listed !== null || isNothingBut(names, field));
}

const PLAIN_NAME = /^[A-Za-z]+(?: [A-Za-z]+)+$/;
const BETWEEN = /^\s*[,;][\s,;]*$/;

/**
 * The names of a field that is nothing but plain names of several words with commas or semicolons between them, either as text or as links under
 * these names: most are, and need no further reading. Null for every other.
 */
export function listedNames({ value }: Pick<BodyField, 'value'>): readonly string[] | null {
  return value.length === 1 && value[0]?.kind === 'text' ? namesInText(value[0].value) : namesOfLinks(value);
}

function namesInText(text: string): readonly string[] | null {
  const names: string[] = [];
  for (const piece of text.split(/[,;]/u)) {
    const name = piece.startsWith(' ') ? piece.slice(1) : piece;
    if (!PLAIN_NAME.test(name) || piece.includes(' and ')) return null;
    names.push(name);
  }
  return names;
}

function namesOfLinks(value: readonly Inline[]): readonly string[] | null {
  const names: string[] = [];
  let isParted = true;
  for (const [i, part] of value.entries()) {
    if (part.kind === 'text') {
      if (BETWEEN.test(part.value)) isParted = true;
      else if ((i > 0 && i < value.length - 1) || part.value.trim() !== '') return null;
    } else {
      if (part.kind !== 'link' || !isParted || !PLAIN_NAME.test(part.ref.path) || shownBy(part) !== part.ref.path) return null;
      names.push(part.ref.path);
      isParted = false;
    }
  }
  return names.length === 0 ? null : names;
}

function shownBy({ children, ref }: Extract<Inline, { kind: 'link' }>): string {
  return children.length === 0 ? ref.display : plainText(children);
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
