import fs from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { decodeText } from '../../vault/decode.ts';
import type { AssetFile, VaultPath } from '../../vault/vault.ts';
import { textsOfPage } from '../guard/page-texts.ts';
import { withoutDataPictures } from './data-pictures.ts';
import { RASTER, readWhole } from './prepare-files.ts';

/** Bytes of a file that is looked through, and of what an archive holds. */
const MOST_BYTES = 8 * 1024 * 1024;
const OFFICE = /\.(?:docx|xlsx|pptx|odt|ods|odp)$/iu;
/** Parts of an Office file that say who made it, with what, and when. */
const ABOUT = /^(?:docProps\/(?:core|app|custom)\.xml|meta\.xml)$/u;

/** What a file that ships as it is says, as far as that can be read. */
export interface FileText {
  /** Where the file lies in the vault. */
  readonly path: VaultPath;
  /** Its words, a line each paragraph. Null: it can not be looked into. */
  readonly text: string | null;
  /** What a reader of a drawing or web page sees and hears, piece by piece, however it is written; empty for other files. */
  readonly shown: readonly string[];
  /** What it says of its making, such as `creator: Ines Okafor`. */
  readonly about: readonly string[];
}

/**
 * The words of files that ship as they are: plain texts, Office files, and what a PDF says of itself in plain. Pictures are drawn anew and hold none.
 * `origins`: where each lies in the vault.
 */
export function readFileTexts(root: string, assets: readonly AssetFile[], origins: ReadonlyMap<VaultPath, VaultPath>): readonly FileText[] {
  const real = fs.realpathSync(root);
  return assets.flatMap((asset) => {
    if (RASTER.test(asset.path)) return [];
    const path = origins.get(asset.path) ?? asset.path;
    const bytes = asset.size > MOST_BYTES ? '' : (asset.bytes ?? readWhole(real, asset.diskPath ?? asset.path));
    if (typeof bytes === 'string') return [{ path, ...CLOSED }];
    return [{ path, ...textOf(asset.path, bytes) }];
  });
}

const CLOSED: Omit<FileText, 'path'> = { text: null, shown: [], about: [] };

function textOf(name: string, bytes: Uint8Array): Omit<FileText, 'path'> {
  if (OFFICE.test(name)) return { ...CLOSED, ...textOfOffice(bytes) };
  if (/\.pdf$/iu.test(name)) return { ...CLOSED, about: aboutPdf(bytes) };
  const decoded = decodeText(bytes);
  if (decoded.kind !== 'text') return CLOSED;
  const text = withoutDataPictures(decoded.text);
  return { text, shown: /\.(?:svg|html?)$/iu.test(name) ? textsOfPage(text) : [], about: [] };
}

/** Null for an archive that is damaged or would take too much room. */
function textOfOffice(bytes: Uint8Array): Pick<FileText, 'text' | 'about'> | null {
  let room = MOST_BYTES;
  let whole = true;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/u.test(name)) return false;
        room -= originalSize;
        whole &&= room >= 0;
        return whole;
      },
    });
    if (!whole) return null;
    const texts = Object.entries(parts).map(([name, data]) => ({ name, runs: runsOfXml(strFromU8(data)) }));
    return {
      text: texts.flatMap(({ name, runs }) => (ABOUT.test(name) ? [] : runs.map(({ text }) => text))).join('\n'),
      about: texts.flatMap(({ name, runs }) => (ABOUT.test(name) ? runs.map(({ element, text }) => `${element}: ${text}`) : [])),
    };
  } catch {
    return null;
  }
}

/** Texts of an XML document: a paragraph in one piece, however its words are cut into runs. Values of attributes too: links lie there. */
function runsOfXml(xml: string): readonly { readonly element: string; readonly text: string }[] {
  const runs: { element: string; text: string }[] = [];
  const open: string[] = [];
  let text = '';
  const end = (): void => {
    if (text.trim() !== '') runs.push({ element: (open.at(-1) ?? '').replace(/^.*:/u, ''), text: text.trim() });
    text = '';
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (!isRun(name)) end();
        open.push(name);
        for (const value of Object.values(attributes)) if (/[\p{L}@]{3}/u.test(value)) runs.push({ element: name, text: value });
      },
      ontext: (words) => {
        text += words;
      },
      onclosetag: (name) => {
        if (!isRun(name)) end();
        open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return runs;
}

/** Runs of a paragraph in the formats of Word, PowerPoint, Excel and OpenDocument. */
function isRun(name: string): boolean {
  return /^(?:w:(?:r|t|rPr|\w+Pr)|a:(?:r|t|rPr)|r|t|text:span)$/u.test(name);
}

/** What a PDF says of itself where that is not packed: its Info entries and its XMP. */
function aboutPdf(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const info = [...text.matchAll(/\/(Author|Title|Subject|Keywords|Creator|Producer)\s*(?:\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]+)>)/gu)];
  const xmp = [
    ...text.matchAll(
      /<(?:dc|pdf|xmp):(creator|title|description|Keywords|Producer|CreatorTool)\b[^>]*>([\s\S]{1,2000}?)<\/(?:dc|pdf|xmp):\1>/gu,
    ),
  ];
  const found = [
    ...info.map(([, key = '', plain, hex]) => `${key.toLowerCase()}: ${pdfText(plain, hex)}`),
    ...xmp.map(
      ([, key = '', inner = '']) =>
        `${key.toLowerCase()}: ${utf8(inner.replace(/<[^>]*>/gu, ' '))
          .replace(/\s+/gu, ' ')
          .trim()}`,
    ),
  ];
  return [...new Set(found)].filter((line) => !line.endsWith(': '));
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString('utf8');
}

/** A string of a PDF: UTF-16 behind a byte order mark, else one byte a letter. */
function pdfText(plain: string | undefined, hex: string | undefined): string {
  const bytes =
    plain === undefined
      ? Buffer.from((hex ?? '').replace(/\s/gu, ''), 'hex')
      : Buffer.from(
          plain.replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, code: string) =>
            /^[0-7]/u.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : code,
          ),
          'latin1',
        );
  const wide = bytes[0] === 0xfe && bytes[1] === 0xff;
  return (wide ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1')).trim();
}
