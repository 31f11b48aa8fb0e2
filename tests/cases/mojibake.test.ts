import { expect, test } from 'vitest';
import { noteOf } from '../support/case-runs.ts';
import { sharedCases } from '../support/cases.ts';
import { type InspectedNote, inspectFiles } from '../support/inspected.ts';
import { describeShared } from '../support/shared.ts';

interface Row {
  readonly name: string;
  readonly input: string;
  readonly expected: string;
  readonly kind: string;
}

/** The text that the repairs of a note make of it: each takes the place of the next piece of damaged text on its line. */
function mended(text: string, { repairs }: InspectedNote): string {
  const lines = text.split('\n');
  const done = lines.map(() => '');
  for (const { line, from, to } of repairs) {
    const rest = lines[line - 1] ?? '';
    const at = rest.indexOf(from);
    if (at === -1) throw new Error(`line ${line} holds no ${from}`);
    done[line - 1] += rest.slice(0, at) + to;
    lines[line - 1] = rest.slice(at + from.length);
  }
  return lines.map((rest, i) => (done[i] ?? '') + rest).join('\n');
}

const rows = sharedCases<Row>('mojibake');
/** Texts that mean nothing in Markdown or YAML, so that what is shown is what was written. */
const isPlain = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,?€™’“”–—]*$/u.test(text);

describeShared('the model of mojibake', () => {
  const inspect = (text: string): InspectedNote => noteOf(inspectFiles({ 'note.md': text }));

  test.each(rows.filter(({ kind }) => kind === 'must repair'))('$name is mended', ({ input, expected }) => {
    const model = inspectFiles({ 'note.md': input });
    expect(mended(input, noteOf(model))).toBe(expected);
    expect(model.diagnostics.filter(({ code }) => code === 'text-damaged')).toEqual([]);
  });

  test.each(rows.filter(({ kind }) => kind === 'must not change'))('$name is left alone', ({ input }) => {
    expect(inspect(input).repairs).toEqual([]);
  });

  test.each(rows.filter(({ kind }) => kind.startsWith('reference')))('$name is mended, left alone or reported', ({ input, expected }) => {
    const model = inspectFiles({ 'note.md': input });
    const text = mended(input, noteOf(model));
    if (text !== input && text !== expected) expect(model.diagnostics.map(({ code }) => code)).toContain('text-damaged');
  });

  test.each(rows.filter(({ kind, expected }) => !kind.startsWith('reference') && isPlain(expected)))(
    '$name shows in title and headings',
    ({ input, expected }) => {
      const shown = expected.replace(/\s+/gu, ' ').trim().normalize('NFC');
      const note = inspect(`---\ntitle: ${JSON.stringify(input)}\n---\n## ${input}\n`);
      expect([note.title, note.headings.map(({ text }) => text)]).toEqual([shown, [expected.replace(/\s+/gu, ' ').trim()]]);
    },
  );
});
