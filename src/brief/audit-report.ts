import { visibleText } from '../diagnostics/visible.ts';
import type { Audit } from './audit.ts';
import type { Finding } from './finding.ts';

/** What each kind of finding means, and what to do. */
const KINDS: Readonly<Record<Finding['kind'], string>> = {
  account: 'Other accounts named in what the brief shows',
  person: 'People named who are not known from this account’s own notes',
  internal: 'Meetings that call themselves internal',
};

/**
 * The audit as text for people: what must be looked at first, then what is in and by which rule, what was withheld, what stays out by rule, and what
 * else leaves with the pages. Lines are `path:line  words`.
 */
export function auditText(audit: Audit): string {
  const open = audit.findings.filter(({ acknowledged }) => !acknowledged);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [
      'Refused: these say that they belong to the account and can not be taken',
      audit.refusals.map(({ path, line, message }) => place(path, line, message)),
    ],
    ...(Object.keys(KINDS) as Finding['kind'][]).map(
      (kind) => [`${KINDS[kind]}: look at each, then list it under "acknowledge" or change the note`, linesOf(open, kind)] as const,
    ),
    ['Acknowledged', audit.findings.filter(({ acknowledged }) => acknowledged).map(lineOf)],
    [`In the brief: ${audit.included.length}`, audit.included.map(({ path, rule }) => place(path, null, rule))],
    [
      'Withheld from what is in the brief',
      audit.withheld.map(({ path, lines, properties }) =>
        place(path, null, [...lines, ...(properties.length > 0 ? [`properties ${properties.join(', ')}`] : [])].join('; ')),
      ),
    ],
    [`Left out: ${audit.excluded.length}`, rulesOf(audit)],
    ['Links mended', audit.healed.map(({ path, line, raw, to }) => place(path, line, `${raw} leads to ${to}`))],
    ['Damaged text mended', audit.repaired.map(({ path, places }) => place(path, null, `${places} places`))],
    ['Addresses outside', audit.external.map(({ path, line, href }) => place(path, line, href))],
    ['Attachments', audit.attachments.map(({ path, href }) => place(path, null, href))],
  ];
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
