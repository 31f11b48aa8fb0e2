import { expect, test } from 'vitest';
import { plainText } from '../../src/markdown/walk.ts';
import { sharedCases } from '../support/cases.ts';
import { describeShared } from '../support/shared.ts';
import { blocksOf, inlinesOf, itemsOf, parse, refsOf, tagsOf } from '../support/tree-parts.ts';

interface LinkCase {
  readonly name: string;
  readonly input: string;
  readonly expected: {
    readonly path: string;
    readonly subpath: string;
    readonly display: string;
    readonly embed: boolean;
    readonly width?: number;
  } | null;
}

const LINK_EXCEPTIONS: Readonly<Record<string, string>> = {
  'percent comment inline is indexed': 'comments are hidden and not indexed',
};

describeShared('links', () => {
  test.each(sharedCases<LinkCase>('linkparse').filter((row) => !(row.name in LINK_EXCEPTIONS)))('$name', ({ input, expected }) => {
    const refs = refsOf(parse(input));
    if (expected === null) return expect(refs).toEqual([]);
    const { path, subpath, display, embed, width } = expected;
    expect(refs.map((ref) => ({ path: ref.path, subpath: ref.subpath, display: ref.display, embed: ref.embed }))).toEqual([
      { path, subpath, display, embed },
    ]);
    if (width !== undefined) expect(inlinesOf(parse(input), 'embed')[0]?.width).toBe(width);
  });
});

interface TagCase {
  readonly name: string;
  readonly input: string;
  readonly expected: readonly string[];
  readonly where?: string;
}

const TAG_EXCEPTIONS: Readonly<Record<string, string>> = {
  'inline percent comment is indexed': 'comments are hidden and not indexed',
  'block percent comment': 'comments are hidden and not indexed',
  'after an escaped bracket (quirk)': 'a quirk not worth copying',
};

describeShared('tags in the body', () => {
  const rows = sharedCases<TagCase>('tags').filter((row) => row.where === undefined && !row.input.startsWith('---'));
  test('there are rows', () => expect(rows.length).toBeGreaterThan(10));
  test.each(rows.filter((row) => !(row.name in TAG_EXCEPTIONS)))('$name', ({ input, expected }) => {
    expect(tagsOf(parse(input))).toEqual(expected);
  });
});

interface CalloutCase {
  readonly name: string;
  readonly input: string;
  readonly expected: {
    readonly type: string;
    readonly title: string;
    readonly fold: 'open' | 'closed' | null;
    readonly body?: string;
    readonly written?: string;
    readonly metadata?: string;
  } | null;
}

describeShared('callouts', () => {
  test.each(sharedCases<CalloutCase>('callouts'))('$name', ({ input, expected }) => {
    const callout = blocksOf(parse(input), 'callout')[0];
    if (expected === null) return expect(callout).toBeUndefined();
    const fold = expected.fold === 'open' ? '+' : expected.fold === 'closed' ? '-' : null;
    expect(callout).toMatchObject({ canonical: expected.type, titleSource: expected.title, fold });
    expect(callout?.type).toBe((expected.written ?? expected.type).toLowerCase());
    if (expected.metadata !== undefined) expect(callout?.metadata).toBe(expected.metadata);
    if (expected.body !== undefined) expect(plainText(callout?.blocks ?? [])).toBe(expected.body);
  });
});

interface InlineCase {
  readonly name: string;
  readonly input: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

describeShared('inline syntax', () => {
  test.each(sharedCases<InlineCase>('inline'))('$name', ({ input, expected }) => {
    const tree = parse(input);
    const found: Record<string, () => unknown> = {
      highlights: () => inlinesOf(tree, 'highlight').map((node) => plainText(node.children)),
      text: () => plainText(tree.blocks),
      code: () => inlinesOf(tree, 'code').map((node) => node.value),
      math: () => inlinesOf(tree, 'math').map((node) => node.value),
      mathBlock: () => blocksOf(tree, 'math').map((block) => block.value),
      footnotes: () => tree.footnotes.map((note) => [note.label, plainText(note.blocks)]),
      blockId: () => tree.blocks[0]?.blockId,
      bold: () => inlinesOf(tree, 'strong').map((node) => plainText(node.children)),
      breaks: () => inlinesOf(tree, 'break').length,
    };
    for (const [key, value] of Object.entries(expected)) expect({ [key]: found[key]?.() }).toEqual({ [key]: value });
  });
});

interface EmbedCase {
  readonly name: string;
  readonly input: string;
  readonly expected: Readonly<Record<string, string | number>> | null;
}

describeShared('embeds', () => {
  test.each(sharedCases<EmbedCase>('embeds'))('$name', ({ input, expected }) => {
    const tree = parse(input);
    const [embed, remote] = [inlinesOf(tree, 'embed')[0], inlinesOf(tree, 'remote')[0]];
    if (expected === null) return expect(embed ?? remote).toBeUndefined();
    const found = embed === undefined ? { ...remote, url: remote?.href } : { ...embed, ...embed.ref };
    // `height` of a PDF stands in its subpath; kinds and contents are not the parser's.
    for (const key of ['path', 'subpath', 'url', 'alt', 'width', 'height'] as const) {
      if (expected[key] !== undefined && !(key === 'height' && expected['kind'] === 'pdf'))
        expect(found).toMatchObject({ [key]: expected[key] });
    }
    if (expected['width'] === undefined) expect(found.width).toBeNull();
  });
});

interface SubpathCase {
  readonly name: string;
  readonly doc: string;
  readonly subpath: string;
  readonly expected: { readonly type: string; readonly line: number } | null;
}

describeShared('block ids, headings and notes of the subpath cases', () => {
  test.each(sharedCases<SubpathCase>('subpath').filter((row) => row.expected !== null))('$name', ({ doc, subpath, expected }) => {
    const tree = parse(doc);
    const line = (expected?.line ?? 0) + 1;
    if (expected?.type === 'heading') return expect(blocksOf(tree, 'heading').map((block) => block.line)).toContain(line);
    if (expected?.type === 'footnote') return expect(tree.footnotes.map((note) => note.line)).toContain(line);
    const id = subpath.replace(/^#\^/u, '').toLowerCase();
    const places = [
      ...tree.blocks.map((block) => ({ id: block.blockId, line: block.line })),
      ...itemsOf(tree).map((item) => ({ id: item.blockId, line: item.line })),
    ];
    expect(places.filter((place) => place.id?.toLowerCase() === id)).toEqual([expect.objectContaining({ line })]);
  });
});
