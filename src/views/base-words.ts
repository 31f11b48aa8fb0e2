import type { BaseFilter } from '../notes/base.ts';
import type { Condition } from './document-view.ts';

/** Names of properties, as a base gives them. */
export type LabelOf = (property: string) => string;

const FILE_WORDS: Readonly<Record<string, string>> = {
  'file.name': 'Name',
  'file.basename': 'Name',
  'file.file': 'File',
  'file.path': 'Path',
  'file.folder': 'Folder',
  'file.ext': 'File type',
  'file.size': 'Size',
  'file.ctime': 'Created',
  'file.mtime': 'Changed',
  'file.tags': 'Tags',
  'file.links': 'Links',
  'file.embeds': 'Embeds',
  'file.backlinks': 'Backlinks',
  'file.aliases': 'Aliases',
  'file.properties': 'Properties',
};

/** Words for a property: the name the base gives it, else one made from how it is written (`note.last_contact` is `Last contact`). */
export function labelOfProperty(names: ReadonlyMap<string, string>, property: string): string {
  const plain = property.replace(/^note\.|^note\["(.*)"\]$/u, '$1');
  const given = names.get(property) ?? names.get(plain) ?? names.get(`note.${plain}`);
  if (given !== undefined) return given;
  const file = FILE_WORDS[property];
  if (file !== undefined) return file;
  const words = plain
    .replace(/^(?:formula|this)\./u, '')
    .replace(/_/gu, ' ')
    .trim();
  return words === '' ? property : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The conditions of a base as a tree of sentences. */
export function conditionFrom(filter: BaseFilter, labelOf: LabelOf): Condition {
  if (typeof filter === 'string') {
    const words = wordsOfCondition(filter, labelOf);
    return words === null ? { kind: 'code', text: filter } : { kind: 'words', text: words };
  }
  const of = filter.of.map((one) => conditionFrom(one, labelOf));
  const [only] = of;
  if (only !== undefined && of.length === 1 && filter.all !== 'not') return only;
  return { kind: filter.all === 'and' ? 'all' : filter.all === 'or' ? 'any' : 'none', of };
}

const TEXT = String.raw`"([^"\\]*)"`;
const PROPERTY = String.raw`((?:note\.|file\.|formula\.)?[\p{L}_][\p{L}\p{N}_]*)`;
const CALL = /^(!?)\s*(?:list\()?(file|(?:note\.|file\.|formula\.)?[\p{L}_][\p{L}\p{N}_]*?)\)?\.(\w+)\((.*)\)$/u;
const COMPARED = new RegExp(
  String.raw`^${PROPERTY}\s*(==|!=|>=|<=|>|<)\s*(?:${TEXT}|(-?\d+(?:\.\d+)?|true|false)|(today\(\)|now\(\)|this(?:\.file(?:\.(?:name|path))?)?))$`,
  'u',
);
const COMPARISONS: Readonly<Record<string, string>> = {
  '==': 'is',
  '!=': 'is not',
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
};

/** A sentence for the conditions that are written most; null for all others, which stay as they are. */
function wordsOfCondition(condition: string, labelOf: LabelOf): string | null {
  const text = condition.trim().replace(/'([^'"\\]*)'/gu, '"$1"');
  const compared = COMPARED.exec(text);
  if (compared !== null) {
    const [, property = '', sign = '', quoted, value, moment = ''] = compared;
    const other = quoted !== undefined ? `“${quoted}”` : (value ?? MOMENTS[moment] ?? THIS);
    return `${labelOf(property)} ${COMPARISONS[sign] ?? sign} ${other}`;
  }
  const call = CALL.exec(text);
  if (call === null) return null;
  const [, no = '', property = '', method = '', given = ''] = call;
  const values = valuesFrom(given);
  if (values === null) return null;
  const not = no === '!';
  const said = values.join(' or ');
  switch (method) {
    case 'isEmpty':
      return values.length > 0 ? null : `${labelOf(property)} is ${not ? 'not ' : ''}empty`;
    case 'contains':
    case 'containsAny':
      return values.length === 0 ? null : `${labelOf(property)} ${not ? 'does not contain' : 'contains'} ${said}`;
    case 'containsAll':
      return values.length === 0
        ? null
        : `${labelOf(property)} ${not ? 'does not contain all of' : 'contains all of'} ${values.join(', ')}`;
    case 'startsWith':
      return values.length === 0 ? null : `${labelOf(property)} ${not ? 'does not begin' : 'begins'} with ${said}`;
    case 'endsWith':
      return values.length === 0 ? null : `${labelOf(property)} ${not ? 'does not end' : 'ends'} with ${said}`;
    case 'hasTag':
      return values.length === 0 ? null : `The note ${not ? 'does not have' : 'has'} the tag ${said}`;
    case 'inFolder':
      return values.length === 0 ? null : `The file ${not ? 'does not lie' : 'lies'} in the folder ${said}`;
    case 'hasLink':
      return values.length === 0 ? null : `The note ${not ? 'does not link' : 'links'} to ${said}`;
    case 'hasProperty':
      return values.length === 0 ? null : `The note ${not ? 'does not have' : 'has'} the property ${said}`;
    default:
      return null;
  }
}

const THIS = 'the note it is shown in';
const MOMENTS: Readonly<Record<string, string>> = {
  'today()': 'today',
  'now()': 'now',
  'this.file.name': `the name of ${THIS}`,
  'this.file.path': `the path of ${THIS}`,
};

/** What stands between the brackets of a call in words: texts, links by their name, `this`; null when it is anything else. */
function valuesFrom(given: string): readonly string[] | null {
  if (given.trim() === '') return [];
  const values: string[] = [];
  let rest = given.trim();
  while (rest !== '') {
    const match = new RegExp(String.raw`^(?:${TEXT}|link\(${TEXT}\)|(this(?:\.file(?:\.name)?)?))\s*(?:,\s*|$)`, 'u').exec(rest);
    if (match === null) return null;
    const [all, text, link, self] = match;
    values.push(self === undefined ? `“${text ?? link}”` : (MOMENTS[self] ?? THIS));
    rest = rest.slice(all.length);
  }
  return values;
}
