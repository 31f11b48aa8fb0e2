import { visibleText } from '../diagnostics/visible.ts';
import type { Audit } from './audit.ts';
import type { Finding } from './finding.ts';

/** What each kind of finding means, and what to do. */
const KINDS: Readonly<Record<Finding['kind'], string>> = {
  account: 'Other accounts named in what the brief shows',
  person: 'People named who are not known from this account’s own notes',
  internal: 'Meetings that call themselves internal',
  file: 'Files that can not be looked into',
};

type Part = readonly [title: string, lines: readonly string[]];

/** The audit as text for people: what must be dealt with first, then what is in and by which rule, what was withheld, what stays out by rule, and
 * what else leaves with the pages. Lines are `path:line  words`.
 */
export function auditText(audit: Audit): string {
  const { included, excluded, failed, ignored } = audit;
  return textOf(audit, [
    ...faultsOf(audit),
    ['Acknowledged', audit.findings.filter(({ acknowledged }) => acknowledged).map(lineOf)],
    [`In the brief: ${included.length}`, included.map(({ path, rule }) => place(path, null, rule))],
    [
      'Withheld from what is in the brief',
      audit.withheld.map(({ path, lines, properties }) =>
        place(path, null, [...lines, ...(properties.length > 0 ? [`properties ${properties.join(', ')}`] : [])].join('; ')),
      ),
    ],
    [
      'Files that go along: look at what they say of their making',
      audit.attachments.map(({ path, href, about }) => place(path, null, [href, ...about].join('; '))),
    ],
    [
      'Files that notes name and that stay behind: list them under "attachments" to let them go',
      audit.unlisted.map(({ path, from, line }) => place(path, null, `named by ${from}:${line}`)),
    ],
    [`Could not be read or made ready: ${failed.length}`, failed.map(({ path, reason }) => place(path, null, reason))],
    [`Left out: ${excluded.length}${ignored > 0 ? `, and ${ignored} that config ignores` : ''}`, rulesOf(audit)],
    ['Links mended', audit.healed.map(({ path, line, raw, to }) => place(path, line, `${raw} leads to ${to}`))],
    ['Damaged text mended', audit.repaired.map(({ path, places }) => place(path, null, `${places} places`))],
    ['Addresses outside', audit.external.map(({ path, line, href }) => place(path, line, href))],
  ]);
}

/** Findings for which the lines of `dossier.yaml` are written out: who has more of them looks at each before typing a name. */
const SPELLED_OUT = 12;

/** What stops a brief, and no more; with the lines of `dossier.yaml` that accept its findings. */
export function faultsText(audit: Audit): string {
  const quotes = [...new Set(audit.findings.flatMap(({ quote, acknowledged }) => (acknowledged ? [] : [quote])))];
  const yaml = [
    'briefs:',
    `  ${JSON.stringify(audit.profile ?? 'customer')}:`,
    '    acknowledge:',
    ...quotes.map((quote) => `      - ${JSON.stringify(quote)}`),
  ];
  const accepted: Part = [
    'Once you have looked, these lines of dossier.yaml accept the findings (beside what the profile has already)',
    quotes.length > SPELLED_OUT ? [] : yaml.map(visibleText),
  ];
  return textOf(audit, [...faultsOf(audit), ...(quotes.length === 0 ? [] : [accepted])]);
}

function faultsOf(audit: Audit): readonly Part[] {
  const open = audit.findings.filter(({ acknowledged }) => !acknowledged);
  return [
    [
      'Refused: these say that they belong to the account and can not be taken',
      audit.refusals.map(({ path, line, message }) => place(path, line, message)),
    ],
    ...(Object.keys(KINDS) as Finding['kind'][]).map(
      (kind): Part => [`${KINDS[kind]}: look at each, then list it under "acknowledge" or change the note`, linesOf(open, kind)],
    ),
  ];
}

function textOf(audit: Audit, parts: readonly Part[]): string {
  const head = [
    visibleText(`Audit of the brief of ${audit.accounts.join(', ')}`),
    `profile ${audit.profile ?? 'none, so the careful defaults'}; as of ${audit.asOf ?? 'no dated note'}`,
    audit.passed ? 'Passed.' : 'Failed: nothing is written until every refusal and finding is dealt with.',
  ];
  const body = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  return `${[head.join('\n'), ...body].join('\n\n')}\n`;
}

function linesOf(findings: readonly Finding[], kind: Finding['kind']): readonly string[] {
  return findings.filter((finding) => finding.kind === kind).map(lineOf);
}

function lineOf({ path, line, quote, sentence }: Finding): string {
  return place(path, line, `"${quote}": ${sentence}`);
}

/** What stays out, counted by rule and named one by one. */
function rulesOf({ excluded }: Audit): readonly string[] {
  const byRule = Map.groupBy(excluded, ({ rule }) => rule);
  return [...byRule]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([rule, rows]) => [`${rule}: ${rows.length}`, ...rows.map(({ path }) => `  ${visibleText(path)}`)]);
}

function place(path: string, line: number | null, words: string): string {
  return visibleText(`${path}${line === null ? '' : `:${line}`}  ${words}`);
}
