import { compareText } from '../diagnostics/order.ts';
import { walkInlines } from '../markdown/walk.ts';
import { withheldOfDocument } from '../scope/withhold-documents.ts';
import { foreignNamesIn, SENTENCE } from './audit-names.ts';
import { piecesOf } from './audit-text.ts';
import type { Brief } from './brief-site.ts';
import { type Finding, type Found, foldedName } from './finding.ts';
import { ledgerOf } from './ledger.ts';

/** What is in a brief and why, what is not and why, and what to look at. For the owner of the vault; never part of the output. */
export interface Audit {
  readonly accounts: readonly string[];
  readonly profile: string | null;
  readonly asOf: string | null;
  /** Every file of the vault is in exactly one of `included`, `excluded` and `failed`; those that config ignores are only counted. */
  readonly included: readonly { readonly path: string; readonly rule: string }[];
  readonly excluded: readonly { readonly path: string; readonly rule: string }[];
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
  readonly ignored: number;
  readonly withheld: readonly { readonly path: string; readonly lines: readonly string[]; readonly properties: readonly string[] }[];
  readonly refusals: Brief['selection']['refusals'];
  readonly findings: readonly Finding[];
  /** Links that Obsidian would not find, with where they lead in the brief. */
  readonly healed: readonly { readonly path: string; readonly line: number; readonly raw: string; readonly to: string }[];
  readonly repaired: readonly { readonly path: string; readonly places: number }[];
  /** Addresses outside the brief that its pages link to. */
  readonly external: readonly { readonly path: string; readonly line: number; readonly href: string }[];
  /** Files that ship, and what those that ship as they are say of their making. */
  readonly attachments: readonly { readonly path: string; readonly href: string; readonly about: readonly string[] }[];
  /** Files that notes of the brief show or link to, and that its profile does not list. */
  readonly unlisted: readonly { readonly path: string; readonly from: string; readonly line: number }[];
  /** False: nothing may be written. */
  readonly passed: boolean;
}

/** Words that say that a meeting was not meant for people outside. */
const INTERNAL =
  /(?<![\p{L}\p{N}])(?:internal|intern|confidential|vertraulich|do[ -]not[ -](?:share|forward|distribute)|not for (?:distribution|customers?))(?![\p{L}\p{N}])/iu;

/**
 * Looks at a finished brief with the eyes of somebody who knows the whole vault: names of other accounts and of people that the account's own
 * notes do not have, and meetings that call themselves internal. Sees everything and gives nothing to the output.
 */
export function auditOf(brief: Brief): Audit {
  const { selection, notes, site, profile } = brief;
  const originals = new Map<string, string>(notes.map(({ note, original }) => [note.path, original]));
  const findings = [...foreignNamesIn(brief), ...internalMeetings(brief), ...closedFiles(brief)].sort(
    (a, b) => compareText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compareText(a.quote, b.quote),
  );
  const known = new Set(profile.acknowledge.map(foldedName));
  const judged = findings.map((finding) => ({ ...finding, acknowledged: known.has(foldedName(finding.quote)) }));
  return {
    accounts: brief.accounts,
    profile: brief.profileName,
    asOf: site.graph.asOf,
    ...ledgerOf(brief),
    ignored: brief.vault.ignored,
    withheld: [
      ...notes.flatMap(({ original, parts, keys }) =>
        parts.length + keys.length === 0
          ? []
          : [
              {
                path: original,
                lines: parts.map(({ line, endLine, why }) => `${line === endLine ? line : `${line}-${endLine}`} ${why}`),
                properties: keys,
              },
            ],
      ),
      ...withheldOfDocuments(brief),
    ],
    refusals: selection.refusals,
    findings: judged,
    healed: [...site.graph.links].flatMap(([path, rows]) =>
      rows.flatMap(({ link, to }) =>
        to.status === 'healed' ? [{ path: originals.get(path) ?? path, line: link.line, raw: link.raw, to: to.target }] : [],
      ),
    ),
    repaired: brief.all
      .filter(({ path, repairs }) => repairs.length > 0 && selection.included.some((one) => one.path === path))
      .map(({ path, repairs }) => ({ path, places: repairs.length })),
    external: externalLinks(brief),
    attachments: [...site.graph.assets.values()].map(({ path, href }) => {
      const origin = brief.files.get(path) ?? path;
      return { path: origin, href, about: brief.texts.find((text) => text.path === origin)?.about ?? [] };
    }),
    unlisted: brief.unlisted,
    passed: selection.refusals.length === 0 && judged.every(({ acknowledged }) => acknowledged),
  };
}

/** What is withheld from canvases and bases that are shown. */
function withheldOfDocuments({ vault, documents, profile }: Brief): Audit['withheld'] {
  const shown = new Set(documents);
  return vault.documents.flatMap((file) => {
    const lines = shown.has(file.path) ? withheldOfDocument(file, profile) : [];
    return lines.length === 0 ? [] : [{ path: file.path, lines, properties: [] }];
  });
}

/** Files that nobody can say are free of the words to be blacked out. */
function closedFiles({ texts, profile }: Brief): readonly Found[] {
  if (profile.redact.length === 0) return [];
  return texts
    .filter(({ text }) => text === null)
    .map(({ path }) => ({
      kind: 'file',
      quote: path,
      path,
      line: null,
      sentence: 'can not be looked into for the words that are to be blacked out',
    }));
}

/** Meetings that call themselves internal in their title, summary or first line. */
function internalMeetings({ notes }: Brief): readonly Found[] {
  return notes.flatMap((profiled) => {
    const { note, original } = profiled;
    if (note.kind !== 'meeting') return [];
    const summary = note.sections.find(({ name }) => name === 'summary');
    // The first heading, where it is not the title, and the first text.
    const first = piecesOf(profiled)
      .filter(({ line }) => line !== null && line !== note.titleLine)
      .slice(0, 2);
    const places = [
      { line: note.titleLine, text: note.title },
      ...(summary === undefined ? [] : [{ line: summary.line, text: summary.text }]),
      ...first,
    ];
    const place = places.find(({ text }) => INTERNAL.test(text));
    if (place === undefined) return [];
    return [{ kind: 'internal' as const, quote: note.title, path: original, line: place.line, sentence: place.text.slice(0, SENTENCE) }];
  });
}

function externalLinks({ notes }: Brief): Audit['external'] {
  return notes.flatMap(({ note, tree, original }) => {
    const found = note.remotes.map(({ line, href }) => ({ path: original, line, href }));
    walkInlines(tree, (inline) => {
      if (inline.kind === 'external') found.push({ path: original, line: inline.line, href: inline.href });
    });
    return found;
  });
}
