import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnostic } from '../../src/diagnostics/catalogue.ts';
import { countSeverities, reportText, sortDiagnostics } from '../../src/diagnostics/report.ts';
import { visibleText } from '../../src/diagnostics/visible.ts';

const findings = [
  diagnostic('link-healed', { path: 'b.md', line: 9, message: 'B' }),
  diagnostic('frontmatter-invalid', { path: 'b.md', line: 2, message: 'Broken.', hint: 'Close the bracket.' }),
  diagnostic('link-healed', { path: 'a.md', line: 10, message: 'A10' }),
  diagnostic('link-healed', { path: 'a.md', line: 2, message: 'A2' }),
  diagnostic('owner-inferred', { path: null, line: null, message: 'Everywhere' }),
];

// Every UTF-16 unit, lone surrogates too.
const text = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });

describe('the text report', () => {
  test('errors first, a group a code, file and line, the advice once', () => {
    expect(reportText(findings)).toMatchInlineSnapshot(`
      "error frontmatter-invalid (Frontmatter is not valid YAML): 1
        b.md:2  Broken.
          Close the bracket.

      info link-healed (Link healed): 3
        a.md:2  A2
        a.md:10  A10
        b.md:9  B
        Correct the link in the note, so that Obsidian follows it too.

      info owner-inferred (Owner inferred): 1
        Everywhere
        Nothing to do if it is right; else write the full name or use \`people\` in dossier.yaml.
      "
    `);
  });

  test('counts what it does not show', () => {
    expect(reportText(findings, { limit: 1 })).toContain('link-healed (Link healed): 3\n  a.md:2  A2\n  and 2 more\n');
  });

  test('what waits for someone comes before what needs nothing, findings about the same side by side', () => {
    const missing = (path: string, line: number, name: string) =>
      diagnostic('link-missing', { path, line, message: `[[${name}]] leads to no note.` });
    const inferred = Array.from({ length: 5 }, (_, i) =>
      diagnostic('owner-inferred', { path: 'a.md', line: i + 1, message: '@A is Ann.' }),
    );
    const all = [...inferred, missing('a.md', 1, 'Once'), missing('b.md', 2, 'Plan'), missing('c.md', 3, 'Plan|the plan')];
    expect(reportText(all)).toMatchInlineSnapshot(`
      "info link-missing (Link to no note): 3
        b.md:2  [[Plan]] leads to no note.
        c.md:3  [[Plan|the plan]] leads to no note.
        a.md:1  [[Once]] leads to no note.
        Write the note, or correct the name.

      info owner-inferred (Owner inferred): 5
        a.md:1  @A is Ann.
        a.md:2  @A is Ann.
        a.md:3  @A is Ann.
        a.md:4  @A is Ann.
        a.md:5  @A is Ann.
        Nothing to do if it is right; else write the full name or use \`people\` in dossier.yaml.
      "
    `);
    expect(reportText(all, { limit: 1 })).toMatchInlineSnapshot(`
      "info link-missing (Link to no note): 3
        b.md:2  [[Plan]] leads to no note. (and in 1 more place)
        and 1 more
        Write the note, or correct the name.

      info owner-inferred (Owner inferred): 5
        a.md:1  @A is Ann. (and in 4 more places)
        Nothing to do if it is right; else write the full name or use \`people\` in dossier.yaml.
      "
    `);
  });

  test('is empty without findings', () => {
    expect(reportText([])).toBe('');
  });

  test('no control or bidirectional character of a vault reaches the terminal', () => {
    fc.assert(
      fc.property(text, text, (path, message) => {
        const report = reportText([
          diagnostic('link-healed', { path, line: 1, message: `${message}\u001b[31m\u202e\n\ufeff`, hint: message }),
        ]);
        expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/u);
        expect(report.split('\n')).toHaveLength(4);
      }),
    );
  });
});

test('characters that act are written out, all others stay', () => {
  expect(visibleText('a\u001b]0;x\u0007b\u202ec\ud800')).toBe('a\\u{1b}]0;x\\u{7}b\\u{202e}c\\u{d800}');
  expect(visibleText('Zürich 日本 👩‍👩‍👧 “x”')).toBe('Zürich 日本 👩‍👩‍👧 “x”');
});

test('sorted by path, line, code', () => {
  expect(sortDiagnostics(findings).map(({ path, line }) => [path, line])).toEqual([
    [null, null],
    ['a.md', 2],
    ['a.md', 10],
    ['b.md', 2],
    ['b.md', 9],
  ]);
});

test('counted by severity', () => {
  expect(countSeverities(findings)).toEqual({ error: 1, warning: 0, info: 4 });
});
