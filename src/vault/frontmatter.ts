import { createRequire } from 'node:module';
import type Matter from 'gray-matter';
import { type DiagnosticCode, diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FrontmatterBlock, frontmatterBlockFrom, looksLikeProperties } from './frontmatter-block.ts';
import type { NoteFile } from './vault.ts';
import { parseFullYaml, type YamlResult } from './yaml-full.ts';
import { parsePlainYaml } from './yaml-plain.ts';

/** The part of a note file that comes from its frontmatter. */
export type Frontmatter = Pick<NoteFile, 'properties' | 'frontmatter' | 'withheld' | 'propertyLines' | 'body' | 'bodyLine' | 'diagnostics'>;

/** Largest block that is parsed at all, in UTF-16 units. */
const MAX_SOURCE = 64 * 1024;
const PRIVACY = /publish|private|draft/iu;
const PRIVACY_LINE = /^[ \t]*["']?(?:publish|private|draft)\w*["']?[ \t]*:/imu;
const load = createRequire(import.meta.url);
/** Loaded for the first block that is not plain: it brings a YAML parser of its own, which takes as long to load as hundreds of notes to read. */
const loadMatter = (): typeof Matter => load('gray-matter');
const NO_LINES: Readonly<Record<string, number>> = Object.freeze(Object.create(null));

function refuseLanguage(): never {
  throw new Error('frontmatter in this language is never read');
}

// gray-matter runs JavaScript blocks by default. It is only ever given YAML here, and its other engines are replaced as well.
const GRAY_MATTER_OPTIONS = {
  language: 'yaml',
  delimiters: ['---', '---\n'] as [string, string],
  engines: {
    yaml: { parse: (source: string): object => parseYaml(source) },
    json: { parse: refuseLanguage },
    javascript: { parse: refuseLanguage },
    js: { parse: refuseLanguage },
  },
};

/**
 * Takes the frontmatter off the text of a note (repaired, line ends `\n`). It is YAML (or JSON) between two lines `---` at the very start,
 * and data only when it is a mapping; dates stay text. What can not be read gives a diagnostic and no properties, and the body alone is kept;
 * when such a block mentions publish, private or draft, the note is `withheld`. Prose between two rules stays part of the body. Never throws
 * and never runs code.
 */
export function parseFrontmatter(text: string, path: string): Frontmatter {
  const block = frontmatterBlockFrom(text);
  return block.kind === 'none' ? plainText(text, []) : frontmatterOfBlock(text, block, path);
}

function frontmatterOfBlock(text: string, block: Exclude<FrontmatterBlock, { kind: 'none' }>, path: string): Frontmatter {
  const found = (code: DiagnosticCode, line: number, message: string): Diagnostic => diagnostic(code, { path, line, message });
  const refuse = (finding: Diagnostic, isPrivate = PRIVACY.test(block.source)): Frontmatter => ({
    properties: null,
    frontmatter: 'unreadable',
    withheld: isPrivate,
    propertyLines: NO_LINES,
    body: text.slice(block.bodyStart),
    bodyLine: block.bodyLine,
    diagnostics: isPrivate
      ? [finding, found('frontmatter-withheld', 1, 'The frontmatter can not be read but mentions publish, private or draft.')]
      : [finding],
  });
  const keep = (finding: Diagnostic): Frontmatter => (PRIVACY.test(block.source) ? refuse(finding) : plainText(text, [finding]));
  switch (block.kind) {
    case 'language':
      return block.language === 'toml' && text.startsWith('+')
        ? keep(found('frontmatter-language', 1, 'The block between +++ lines is not read.'))
        : refuse(found('frontmatter-language', 1, `The block is marked as ${block.language}, which is not read.`));
    case 'misplaced':
      return block.before === 'space'
        ? keep(found('frontmatter-misplaced', 1, 'Something stands before the first ---, so Obsidian sees no properties.'))
        : refuse(found('frontmatter-misplaced', 1, 'The block stands between more than three dashes, so Obsidian sees no properties.'));
    case 'unclosed':
      return refuse(
        found('frontmatter-unclosed', 1, 'No line --- ends the frontmatter.'),
        PRIVACY.test(block.source) || PRIVACY_LINE.test(text),
      );
    case 'closed':
      break;
  }
  const result = readBlock(block.source);
  switch (result.kind) {
    case 'mapping':
      return {
        properties: result.properties,
        frontmatter: 'read',
        withheld: false,
        propertyLines: result.lines,
        body: text.slice(block.bodyStart),
        bodyLine: block.bodyLine,
        diagnostics: [],
      };
    case 'empty':
      if (block.source.trim() !== '') return plainText(text, []);
      return { ...plainText(text.slice(block.bodyStart), []), bodyLine: block.bodyLine };
    case 'other':
      return keep(found('frontmatter-not-a-mapping', 1, 'The block holds no `key: value` lines.'));
    case 'refused':
      if (result.why === 'invalid' && !looksLikeProperties(block.source)) {
        return keep(found('frontmatter-not-a-mapping', 1, 'The block holds no `key: value` lines.'));
      }
      return refuse(
        diagnostic(CODE_OF_REFUSAL[result.why], {
          path,
          line: result.line ?? 1,
          message: `The frontmatter can not be read: ${result.message.replace(/\.$/u, '')}.`,
          hint: block.source.includes('{{')
            ? 'Put quotes around {{…}}, or add the folder of your templates to `ignore` in dossier.yaml.'
            : undefined,
        }),
      );
  }
}

const CODE_OF_REFUSAL = {
  invalid: 'frontmatter-invalid',
  'duplicate-key': 'frontmatter-duplicate-key',
  'too-large': 'frontmatter-too-large',
} as const satisfies Record<string, DiagnosticCode>;

function plainText(text: string, diagnostics: readonly Diagnostic[]): Frontmatter {
  return { properties: null, frontmatter: 'none', withheld: false, propertyLines: NO_LINES, body: text, bodyLine: 1, diagnostics };
}

/** The block read by gray-matter with our engine, but for what is plain; lines count from the opening `---`. */
function readBlock(source: string): YamlResult {
  const plain = source.length > MAX_SOURCE ? null : parsePlainYaml(`\n${source}`);
  if (plain !== null && Object.keys(plain.properties).length > 0) return { kind: 'mapping', ...plain };
  if (source.length > MAX_SOURCE)
    return { kind: 'refused', why: 'too-large', message: `it is larger than ${MAX_SOURCE / 1024} KB`, line: 1 };
  // gray-matter looks for comments with an expression that is quadratic in runs of blank lines.
  if (source.length > 1024 && /\s{256}/u.test(source)) return source.trim() === '' ? { kind: 'empty' } : parseYaml(`\n${source}\n`);
  const { data } = loadMatter()(`---\n${source}\n---\n`, GRAY_MATTER_OPTIONS);
  return 'kind' in data ? (data as unknown as YamlResult) : { kind: 'empty' };
}

function parseYaml(source: string): YamlResult {
  const plain = parsePlainYaml(source);
  return plain === null ? parseFullYaml(source) : { kind: 'mapping', ...plain };
}
