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

/** The text that the repairs of a note make of it, each behind the last; what one step made may be mended further by the next. */
function mended(text: string, { repairs }: InspectedNote): string {
  const lines = text.split('\n').map((written) => ({ text: written, at: 0 }));
  for (const { line, from, to } of repairs) {
    const place = lines[line - 1];
    const ahead = place?.text.indexOf(from, place.at) ?? -1;
    const index = ahead === -1 ? (place?.text.indexOf(from, Math.max(0, place.at - from.length)) ?? -1) : ahead;
    if (place === undefined || index === -1) throw new Error(`line ${line} holds no ${from}`);
    place.text = place.text.slice(0, index) + to + place.text.slice(index + from.length);
    place.at = index + to.length;
  }
  return lines.map((place) => place.text).join('\n');
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
