import { nearestName } from '../config/nearest.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import {
  isMdxComponent,
  isUnshown,
  isUnshownAttribute,
  MDX_COMPONENTS,
  MDX_DUES,
  MDX_STATES,
  type MdxAttributeKind,
} from '../markdown/mdx-components.ts';
import type { MdxLiteral, MdxUse } from '../markdown/mdx-document.ts';
import type { ParsedMdx } from '../markdown/parse-mdx.ts';
import type { NoteFile } from '../vault/vault.ts';
import { isIsoDate } from './dates.ts';

/** What is wrong with the components of an MDX page as far as the page itself tells: names and forms. Whether the vault knows a value is asked of the graph. */
export function mdxFindings({ path }: Pick<NoteFile, 'path'>, page: ParsedMdx): readonly Diagnostic[] {
  if (page.kind === 'broken') return page.problems.map(({ code, line, message }) => diagnostic(code, { path, line, message }));
  const { uses, names } = page.document;
  return uses.flatMap((use) => {
    if (names.has(use.name) || use.name.includes('.')) return [];
    if (/^\p{Ll}/u.test(use.name)) return elementFindings(path, use);
    return isMdxComponent(use.name) ? attributeFindings(path, use, use.name) : [unknownComponent(path, use)];
  });
}

function unknownComponent(path: string, { name, line }: MdxUse): Diagnostic {
  const near = nearestName(name, Object.keys(MDX_COMPONENTS));
  const hint = near === null ? undefined : `Did you mean <${near}>?`;
  return diagnostic('mdx-component', { path, line, message: `There is no component <${name}>.`, hint });
}

function attributeFindings(path: string, use: MdxUse, component: keyof typeof MDX_COMPONENTS): readonly Diagnostic[] {
  const { line } = use;
  const known: Readonly<Record<string, MdxAttributeKind>> = MDX_COMPONENTS[component];
  const found = use.attributes.flatMap(({ name, value }): readonly Diagnostic[] => {
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === undefined) {
      const near = nearestName(name, Object.keys(known));
      const hint = near === null ? `It has ${Object.keys(known).join(', ')}.` : `Did you mean ${near}?`;
      return [diagnostic('mdx-attribute', { path, line, message: `<${component}> has no attribute ${name}.`, hint })];
    }
    const wanted = value === null ? null : wantedForm(kind, value);
    if (wanted === null) return [];
    const near = typeof value === 'string' ? nearestName(value, kind === 'state' ? MDX_STATES : kind === 'due' ? MDX_DUES : []) : null;
    const message = `<${component} ${name}>: ${JSON.stringify(value)} is not ${wanted}.`;
    return [diagnostic('mdx-attribute', { path, line, message, hint: near === null ? undefined : `Did you mean ${near}?` })];
  });
  const isComplete = component !== 'Embed' || !use.complete || use.attributes.some(({ name }) => name === 'note');
  return isComplete
    ? found
    : [...found, diagnostic('mdx-attribute', { path, line, message: '<Embed> does not say which note: note="…".' })];
}

/** What a value of this kind must be, in words, where the given one is not; null where it is. */
function wantedForm(kind: MdxAttributeKind, value: Exclude<MdxLiteral, null>): string | null {
  switch (kind) {
    case 'count':
      return Number.isInteger(Number(value)) && Number(value) > 0 && value !== true ? null : 'a whole number above 0';
    case 'date':
      return typeof value === 'string' && isIsoDate(value) ? null : 'a date such as 2026-03-20';
    case 'state':
      return MDX_STATES.some((state) => state === value) ? null : `one of ${MDX_STATES.join(', ')}`;
    case 'due':
      return MDX_DUES.some((due) => due === value) ? null : `one of ${MDX_DUES.join(', ')}`;
    default:
      return typeof value === 'string' && value.trim() !== '' ? null : 'text in quotes';
  }
}

function elementFindings(path: string, { name, line, attributes }: MdxUse): readonly Diagnostic[] {
  const finding = (message: string, hint?: string): Diagnostic => diagnostic('mdx-element', { path, line, message, hint });
  if (isUnshown(name) || name === 'form') return [finding(`<${name}> has no effect on a page.`)];
  return attributes.flatMap(({ name: attribute, value }) => {
    if (isUnshownAttribute(attribute, value)) return [finding(`<${name}>: ${attribute} has no effect on a page.`)];
    const isAddress = (attribute === 'href' || attribute === 'src') && typeof value === 'string' && !/^(?:[a-z][a-z+.-]*:|#)/iu.test(value);
    return isAddress ? [finding(`<${name}>: ${attribute}="${value}" is not followed into the vault.`, `Write [[${value}]] instead.`)] : [];
  });
}
