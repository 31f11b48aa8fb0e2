/** The text with code spans blotted out, of the same length. */
export function withoutCode(text: string): string {
  if (!text.includes('`')) return text;
  let masked = '';
  let from = 0;
  for (const [start, end] of codeSpans(text)) {
    masked += text.slice(from, start) + '`'.repeat(end - start);
    from = end;
  }
  return masked + text.slice(from);
}

/** Start and end of each code span: a run of backticks up to the next run of the same length. */
export function codeSpans(text: string): readonly (readonly [number, number])[] {
  const runs = [...text.matchAll(/`+/gu)];
  const nextOfLength = new Map<number, number>();
  const partner: (number | undefined)[] = [];
  for (let i = runs.length - 1; i >= 0; i -= 1) {
    const length = runs[i]?.[0].length ?? 0;
    partner[i] = nextOfLength.get(length);
    nextOfLength.set(length, i);
  }
  const spans: [number, number][] = [];
  for (let i = 0; i < runs.length; i += 1) {
    const close = partner[i];
    const [opening, closing] = [runs[i], close === undefined ? undefined : runs[close]];
    if (opening === undefined || closing === undefined || close === undefined) continue;
    spans.push([opening.index, closing.index + closing[0].length]);
    i = close;
  }
  return spans;
}
