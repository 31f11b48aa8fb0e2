import { readFileSync } from 'node:fs';
import { hasShared, sharedPath } from './shared.ts';

/** One example of a specification of Markdown: what is written and what it becomes. */
export interface SpecExample {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

/** Examples of a specification; none when the shared data is absent. */
export function specExamples(name: 'commonmark-0.31.2' | 'gfm-extensions'): readonly SpecExample[] {
  return hasShared ? (JSON.parse(readFileSync(sharedPath(`specs/${name}.json`), 'utf8')) as SpecExample[]) : [];
}

/** Numbers of the examples for which two readings differ, in order. */
export function differing(examples: readonly SpecExample[], differs: (example: SpecExample) => boolean): readonly number[] {
  return examples.filter(differs).map(({ number }) => number);
}

/** The numbers a list of exceptions names, in order. */
export function listed(exceptions: Readonly<Record<number, string>>): readonly number[] {
  return Object.keys(exceptions).map(Number);
}
