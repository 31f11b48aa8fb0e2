import type { Config } from '../config/config.ts';
import type { SectionName } from '../config/names.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { headingIds } from '../markdown/anchors.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { type ParsedMdx, parseMdx } from '../markdown/parse-mdx.ts';
import { evenSpaces } from '../markdown/spaces.ts';
import type { Tree } from '../markdown/tree.ts';
import { plainText } from '../markdown/walk.ts';
import type { NoteFile } from '../vault/vault.ts';
import { aliasesFrom } from './aliases.ts';
import { type BodyField, bodyFieldsFrom, headLinesFrom } from './body-fields.ts';
import { claimsFrom } from './claims.ts';
import { cssClassFindings } from './css-classes.ts';
import { isoDateFrom } from './dates.ts';
import { exactSize } from './exact-size.ts';
import { excerptFrom } from './excerpt.ts';
import { inlineFieldsFrom } from './fields-of-tree.ts';
import { formulaFindings } from './formulas.ts';
import { htmlFilesFrom } from './html-files.ts';
import { textKeeper } from './kept-text.ts';
import { kindFrom, kindOfMdx } from './kind.ts';
import { languageFindings } from './language.ts';
import { leftOutFindings } from './left-out.ts';
import { linksFrom } from './links.ts';
import { mdxFindings } from './mdx-findings.ts';
import { peopleFromEntry, peopleFromField, peopleFromItem, peopleFromText } from './name-lists.ts';
import type { AccountClaim, Heading, IsoDate, Note, Section } from './note.ts';
import { passagesFrom } from './passages.ts';
import { flagFromValue, propertyKey, propertyValue, textFromValue, textsFromValue } from './properties.ts';
import { sectionNames, sectionsFrom } from './sections.ts';
import { tagsFrom } from './tags.ts';
import { marksFrom, tasksFrom } from './tasks-of-tree.ts';
import { nameFromPath, titleFrom, titleLineFrom } from './title.ts';

/** A vault of up to so many notes is parsed once for everything: their trees are kept, about 15 KB each. */
const KEPT_WHOLE = 8000;
/** Of a larger one so many trees are kept; the other notes are parsed again when they are drawn. */
const KEPT_OF_MANY = 1000;
/** A date with the year first, as the frontmatter may have it. */
const DATE_IN_TEXT = /(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/u;
/** What looks like a date at the start of a file name. */
const LIKE_A_DATE = /^\d{4}([-._])\d{1,2}\1\d{1,2}(?!\d)/u;

/** Reads many notes with one config: tables that depend on the config are built once. */
export interface NoteReader {
  /** Pure: the same file gives the same note. Findings are in `note.diagnostics`; nothing throws for content. */
  readonly read: (file: NoteFile) => Note;
  /** The tree of a note's body, as `read` saw it; those of the first notes are kept. */
  readonly treeOf: (file: NoteFile) => Tree;
  /** As `read`, with a tree of the caller's in place of what the body gives. */
  readonly readTree: (file: NoteFile, tree: Tree) => Note;
}

/** Makes a reader for notes under one config. `total`: how many there will be, as far as is known. */
export function noteReader(config: Config, total = 0): NoteReader {
  const names = sectionNames(config);
  const kept = total > KEPT_WHOLE ? KEPT_OF_MANY : KEPT_WHOLE;
  const trees = new Map<NoteFile, Tree>();
  const pages = new WeakMap<NoteFile, ParsedMdx>();
  const mdxOf = (file: NoteFile): ParsedMdx | null => {
    if (file.mdx !== 'trusted') return null;
    const page = pages.get(file) ?? parseMdx(file.body, file.bodyLine);
    pages.set(file, page);
    return page;
  };
  const treeOf = (file: NoteFile): Tree => {
    const known = trees.get(file);
    if (known !== undefined) return known;
    const tree = treeFromFile(file, mdxOf(file));
    if (trees.size < kept) trees.set(file, tree);
    return tree;
  };
  const readTree = (file: NoteFile, tree: Tree): Note => noteFromFile(file, tree, mdxOf(file), config, names);
  return { treeOf, readTree, read: (file) => readTree(file, treeOf(file)) };
}

/** The tree of a file's body; a file too large to parse, and MDX that does not run, is one block of plain text. */
function treeFromFile(file: NoteFile, mdx: ParsedMdx | null): Tree {
  if (mdx?.kind === 'mdx') return parseMarkdown(mdx.document.prose, { bodyLine: file.bodyLine });
  if (!file.oversized && file.mdx === undefined) return parseMarkdown(file.body, { bodyLine: file.bodyLine });
  const endLine = file.bodyLine + file.body.split('\n').length - 1;
  const value = file.mdx === undefined ? file.body : file.body.replace(/^\n+|\s+$/gu, '');
  const blocks = value === '' ? [] : [{ kind: 'code' as const, lang: '', info: '', value, line: file.bodyLine, endLine, blockId: null }];
  return { blocks, footnotes: [], problems: [] };
}

function noteFromFile(file: NoteFile, tree: Tree, mdx: ParsedMdx | null, config: Config, names: ReadonlyMap<string, SectionName>): Note {
  const title = titleFrom(file, tree);
  const fields = bodyFieldsFrom(tree);
  const dates = datesFrom(file, fields);
  const tags = tagsFrom(file, tree);
  const claims = claimsFrom(file, tags.tags, fields, dates.date);
  const headings = headingsFrom(tree);
  const keep = textKeeper(file.body);
  const passages = passagesFrom(tree, headings, keep);
  const sections = sectionsFrom(file, tree, headings, names, keep);
  const participants = participantsFrom(file, fields, sections);
  const isSelf = selfTest(file, title);
  const namesOther = claims.some((claim) => !isSelf(claim));
  const shape = { title, date: dates.date, claims, participants: participants.length, namesOther };
  const { kind, type } = file.mdx === undefined ? kindFrom(file, shape, config) : kindOfMdx(file);
  const { links, embeds, remotes, diagnostics: linkFindings } = linksFrom(file, tree, keep);
  const tasks = tasksFrom(tree, config.tasks.globalFilter, keep);
  const marks = marksFrom(tree);
  const self: readonly AccountClaim[] = kind === 'account' ? [{ via: 'self', text: title, line: null }] : [];
  return {
    path: file.path,
    file,
    kind,
    type,
    title,
    aliases: aliasesFrom(file.properties),
    lastContact: dates.known.lastContact,
    created: dates.known.created,
    updated: dates.known.updated,
    date: dates.date,
    claims: exactSize([...self, ...claims]),
    participants: exactSize(participants),
    tags: exactSize(tags.tags),
    properties: file.properties,
    headings: exactSize(headings),
    titleLine: titleLineFrom(tree, title),
    headLines: headLinesFrom(tree),
    links: exactSize(links),
    embeds: exactSize(embeds),
    remotes: exactSize(remotes),
    htmlFiles: file.body.includes('<') ? htmlFilesFrom(tree) : [],
    tasks: exactSize(tasks.tasks),
    callouts: exactSize(marks.callouts),
    blocks: exactSize(marks.blocks),
    footnotes: tree.footnotes.map(({ label, line }) => ({ label, line })),
    sections: exactSize(sections),
    inlineFields: exactSize(inlineFieldsFrom(file, tree)),
    source: sourceFrom(file),
    repairs: file.repairs,
    excerpt: excerptFrom(tree, sections, keep),
    passages: exactSize(passages),
    publish: publishFrom(file),
    ...(mdx?.kind === 'mdx' && { mdx: mdx.document }),
    diagnostics: exactSize([
      ...file.diagnostics,
      ...(mdx === null ? [] : mdxFindings(file, mdx)),
      ...dates.diagnostics,
      ...tags.diagnostics,
      ...linkFindings,
      ...cssClassFindings(file),
      ...languageFindings(file),
      ...tree.problems.map(({ code, line, message, hint }) => diagnostic(code, { path: file.path, line, message, hint })),
      ...tasks.problems.map(({ code, line, message }) => diagnostic(code, { path: file.path, line, message })),
      ...formulaFindings(file, tree),
      ...leftOutFindings(file, tree, config.images.remote ? [] : remotes),
    ]),
  };
}

/** Tells of a claim whether it names the note itself, as a name or as the tag of the name. */
function selfTest(file: NoteFile, title: string): (claim: AccountClaim) => boolean {
  let own: readonly string[] | null = null;
  return (claim) => {
    if (claim.text === title) return true;
    own ??= [foldName(title), foldName(nameFromPath(file.path))];
    return own.includes(foldName(claim.text));
  };
}

function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

function headingsFrom(tree: Tree): readonly Heading[] {
  const blocks = tree.blocks.filter((block) => block.kind === 'heading');
  const texts = blocks.map((block) => evenSpaces(plainText(block.children)).trim());
  const ids = headingIds(texts.map((text) => ({ text })));
  return blocks.map(({ level, source, line }, i) => {
    const text = texts[i] ?? '';
    return { level, text: text === source ? source : text, source, id: ids[i] ?? '', line };
  });
}

function datesFrom(
  file: NoteFile,
  fields: readonly BodyField[],
): {
  readonly date: IsoDate | null;
  readonly known: { readonly lastContact: IsoDate | null; readonly created: IsoDate | null; readonly updated: IsoDate | null };
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const read = (key: string): IsoDate | null => {
    const value = propertyValue(file.properties, key);
    const date = value === undefined || value === null ? null : isoDateFrom(value);
    if (date === null && textFromValue(value) !== null) {
      const line = file.propertyLines[propertyKey(file.properties, key) ?? key] ?? null;
      diagnostics.push(diagnostic('date-invalid', { path: file.path, line, message: `${key}: ${textFromValue(value)} is no date.` }));
    }
    return date;
  };
  const name = nameFromPath(file.path);
  const fromName = isoDateFrom(/^(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(name)?.[1] ?? '');
  const fromBody = fields.find((field) => field.label === 'date' || field.label === 'when');
  const date = read('date') ?? fromName ?? (fromBody === undefined ? null : dateOfField(fromBody));
  const misread = date === null ? LIKE_A_DATE.exec(name)?.[0] : undefined;
  if (misread !== undefined)
    diagnostics.push(
      diagnostic('date-invalid', { path: file.path, line: null, message: `The file name begins with ${misread}, which is no date.` }),
    );
  return {
    date,
    known: { lastContact: read('last_contact'), created: read('created'), updated: read('updated') ?? read('modified') },
    diagnostics,
  };
}

/** The first date in the line, in words or as the name of a linked note. */
function dateOfField({ text, value }: BodyField): IsoDate | null {
  const linked = value.flatMap((part) => (part.kind === 'link' ? [part.ref.path] : []));
  for (const place of [text, ...linked]) {
    const date = isoDateFrom(DATE_IN_TEXT.exec(place)?.[0] ?? '');
    if (date !== null) return date;
  }
  return null;
}

function participantsFrom(file: NoteFile, fields: readonly BodyField[], sections: readonly Section[]): readonly string[] {
  const stated = ['participants', 'attendees', 'people'].flatMap((key) => {
    const value = propertyValue(file.properties, key);
    return typeof value === 'string' ? peopleFromText(value) : textsFromValue(value).flatMap(peopleFromEntry);
  });
  const lines = fields.filter((field) => ['attendees', 'participants', 'present', 'people'].includes(field.label)).flatMap(peopleFromField);
  const listed = sections
    .filter((section) => section.name === 'attendees')
    .flatMap((section) => section.items.flatMap((item) => peopleFromItem(item.text)));
  const seen = new Map<string, string>();
  for (const name of [...stated, ...lines, ...listed]) {
    const clean = name.replace(/^@/u, '').trim();
    if (clean !== '' && !seen.has(clean.toLowerCase())) seen.set(clean.toLowerCase(), clean);
  }
  return [...seen.values()];
}

function sourceFrom(file: NoteFile): Note['source'] {
  const kind = textFromValue(propertyValue(file.properties, 'source'));
  const ref = textFromValue(propertyValue(file.properties, 'source_ref'));
  return kind === null && ref === null ? null : { kind, ref };
}

function publishFrom(file: NoteFile): Note['publish'] {
  const flags = [
    flagFromValue(propertyValue(file.properties, 'publish')),
    ...['private', 'draft'].map((key) => {
      const flag = flagFromValue(propertyValue(file.properties, key));
      return flag === null || flag === 'unclear' ? flag : !flag;
    }),
  ];
  if (flags.includes(false) || flags.includes('unclear') || file.withheld) return 'no';
  return flags[0] === true ? 'yes' : 'unset';
}
