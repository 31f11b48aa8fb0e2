import { describe, expect, test } from 'vitest';
import { findSubpath, type SubpathTargets } from '../../src/graph/subpath.ts';
import { sharedCases } from '../support/cases.ts';
import { describeShared } from '../support/shared.ts';

interface Row {
  readonly name: string;
  readonly doc: string;
  readonly subpath: string;
  /** Lines are 0-based here. */
  readonly expected: { readonly type: string; readonly line: number } | null;
}

/** Headings, block ids and footnotes of a simple document: what the parser would find, lines 1-based. */
function targetsOf(doc: string): SubpathTargets & { readonly footnotes: readonly { readonly label: string; readonly line: number }[] } {
  const lines = doc.split('\n').map((text, i) => ({ text, line: i + 1 }));
  const read = <T>(pattern: RegExp, make: (match: RegExpExecArray, line: number) => T): readonly T[] =>
    lines.flatMap(({ text, line }) => {
      const match = pattern.exec(text);
      return match === null ? [] : [make(match, line)];
    });
  return {
    headings: read(/^(#+) (.*)$/u, ([, marks = '', source = ''], line) => ({
      level: marks.length,
      source,
      text: source.replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/gu, '$1'),
      id: `h${line}`,
      line,
    })),
    blocks: read(/(?:^| )\^([A-Za-z0-9-]+)$/u, (match, line) => ({ id: match[1] ?? '', line: match[0].startsWith('^') ? line - 2 : line })),
    footnotes: read(/^\[\^([^\]]+)\]:/u, (match, line) => ({ label: match[1] ?? '', line })),
  };
}

describeShared('subpaths as Obsidian finds them', () => {
  test.each(sharedCases<Row>('subpath').map((row) => [row.name, row] as const))('%s', (_, row) => {
    const found = findSubpath(targetsOf(row.doc), row.subpath);
    expect(found === null ? null : { type: found.kind, line: found.line - 1 }).toEqual(
      row.expected === null ? null : { type: row.expected.type, line: row.expected.line },
    );
  });
});

describe('subpaths', () => {
  const doc = targetsOf(
    [
      '# A',
      '## Plan',
      'text ^Block-1',
      '### Cost',
      '## Next',
      '### Cost',
      '> quote',
      '',
      '^q1',
      '## About [[Acme|the client]]',
      '## Übung: “Grund-Kurs”',
      '[^N1]: note',
    ].join('\n'),
  );
  test.each([
    ['#plan', 'heading', 2],
    ['# PLAN ', 'heading', 2],
    ['#A#Next#Cost', 'heading', 6],
    ['#Plan#Cost', 'heading', 4],
    ['#Cost', 'heading', 4],
    ['##Cost', 'heading', 4],
    ['#About Acme the client', 'heading', 10],
    ['#About the client', 'heading', 10],
    ['#übung   “grund-kurs”', 'heading', 11],
    ['#^block-1', 'block', 3],
    ['#^Q1', 'block', 7],
    ['#[^n1]', 'footnote', 12],
  ])('%s', (subpath, kind, line) => {
    expect(findSubpath(doc, subpath)).toMatchObject({ kind, line });
  });

  test.each(['', '#', '#Cost#Plan', '#Plan#Next', '#^nope', '#[^nope]', '#Nope', '#Plan#^block-1'])('"%s" is not found', (subpath) => {
    expect(findSubpath(doc, subpath)).toBeNull();
  });
});
