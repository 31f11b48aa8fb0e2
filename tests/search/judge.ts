import { rmSync } from 'node:fs';
import path from 'node:path';
import { readSite } from '../../src/cli/read-site.ts';
import type { Hit } from '../../src/client/search/hit.ts';
import type { SearchEngine } from '../../src/client/search/query.ts';
import { NOTHING } from '../../src/client/search/state.ts';
import { indexLanguage } from '../../src/search/index-writer.ts';
import { recordFrom } from '../../src/search/record.ts';
import { makeTempDir } from '../support/temp.ts';
import { engineOf } from './ask-index.ts';
import type { Judged } from './judged.ts';
import { writeIndex } from './write-index.ts';

/** The search of a vault folder, as its site has it. */
export async function searchOf(
  vault: string,
): Promise<{ readonly engine: SearchEngine; readonly dir: string; readonly close: () => void }> {
  const site = readSite(vault, {});
  const dir = makeTempDir();
  const language = indexLanguage(site.info.locale);
  const index = path.join(dir, 'pagefind');
  const records = site.plan.map((planned) => recordFrom(site, planned));
  await writeIndex(index, records, language);
  const engine = await engineOf(index, language);
  return { engine, dir: index, close: () => rmSync(dir, { recursive: true, force: true }) };
}

/** `kind title` of the first pages that a reader sees: results, or without any, what is offered instead. */
export async function firstPages(engine: SearchEngine, text: string, count: number): Promise<readonly string[]> {
  const answer = await engine.ask({ ...NOTHING, text });
  const hits = await (answer.total === 0 && answer.guess ? answer.guess : answer).hits(0, count);
  return hits.map((hit) => `${hit.kind} ${titleOf(hit)}`);
}

export function titleOf(hit: Hit): string {
  return hit.title.map((run) => run.text).join('');
}

export interface Verdict {
  readonly query: string;
  readonly wanted: readonly string[];
  readonly got: readonly string[];
  /** Place of the first wanted page, from 1; null when it is not among the first five. */
  readonly place: number | null;
}

export async function judge(engine: SearchEngine, judged: readonly Judged[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [query, ...wanted] of judged) {
    const got = await firstPages(engine, query, 5);
    const place = got.findIndex((page) => wanted.includes(page)) + 1;
    verdicts.push({ query, wanted, got, place: place === 0 ? null : place });
  }
  return verdicts;
}

/** Share of the queries whose wanted page is among the first so many. */
export function success(verdicts: readonly Verdict[], within: number): number {
  return verdicts.filter(({ place }) => place !== null && place <= within).length / verdicts.length;
}
