import { sharedCases } from './cases.ts';
import type { Inspected, InspectedNote } from './inspected.ts';

/** One shared case as a vault, the question put to its model, and the answer that is right. */
export interface CaseRun {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Text of `dossier.yaml`. */
  readonly config?: string;
  /** What the document that `dossier inspect` prints says; compared with `expected`. */
  readonly found: (model: Inspected) => unknown;
  readonly expected: unknown;
}

const NOTE = 'note.md';

/** The note of a run that holds one. Every other run names its own. */
export function noteOf(model: Inspected, path: string = NOTE): InspectedNote {
  const note = model.notes.find((one) => one.path === path);
  if (note === undefined) throw new Error(`the model has no note ${path}`);
  return note;
}

type Row<T> = T & { readonly name: string; readonly input: string };

interface Link {
  readonly path: string;
  readonly subpath: string;
  readonly display: string;
  readonly embed: boolean;
  readonly width?: number;
}

export function linkRuns(): readonly CaseRun[] {
  return sharedCases<Row<{ expected: Link | null }>>('linkparse').map(({ name, input, expected }) => ({
    name,
    files: { [NOTE]: input },
    found: (model) => {
      const { links, embeds } = noteOf(model);
      const read = links.map(({ path, subpath, display, embed }) => ({ path, subpath, display, embed }));
      const places = embeds.map(({ path, subpath, width }) => ({ path, subpath, width }));
      return { links: read, embeds: places };
    },
    expected: {
      links:
        expected === null ? [] : [{ path: expected.path, subpath: expected.subpath, display: expected.display, embed: expected.embed }],
      embeds: expected?.embed ? [{ path: expected.path, subpath: expected.subpath, width: expected.width ?? null }] : [],
    },
  }));
}

export function tagRuns(): readonly CaseRun[] {
  const fold = (tags: readonly string[]): readonly string[] => tags.map((tag) => tag.toLowerCase()).sort();
  return sharedCases<Row<{ expected: readonly string[]; parents?: readonly string[] }>>('tags').map(
    ({ name, input, expected, parents }) => ({
      name,
      files: { [NOTE]: input },
      found: (model) => {
        const pages = model.tags.map(({ tag }) => tag.toLowerCase());
        return { tags: fold(noteOf(model).tags), parents: (parents ?? []).filter((tag) => pages.includes(tag.toLowerCase())) };
      },
      expected: { tags: fold(expected), parents: parents ?? [] },
    }),
  );
}

const NO_TASK_FIELD = {
  due: null,
  scheduled: null,
  start: null,
  created: null,
  done: null,
  cancelled: null,
  priority: null,
  recurrence: null,
  id: null,
  dependsOn: [],
  onCompletion: null,
  tags: [],
  blockId: null,
};

export function taskRuns(): readonly CaseRun[] {
  type Task = Readonly<Record<string, unknown>> & { readonly tags?: readonly string[] };
  return sharedCases<Row<{ expected: Task | null; globalFilter?: string }>>('tasks').map(({ name, input, expected, globalFilter }) => ({
    name,
    files: { [NOTE]: input },
    ...(globalFilter === undefined ? {} : { config: `tasks:\n  globalFilter: ${JSON.stringify(globalFilter)}\n` }),
    found: (model) =>
      noteOf(model).tasks.map(({ line: _line, parentLine: _parent, state: _state, text: _text, owner: _owner, ...fields }) => fields),
    expected:
      expected === null ? [] : [{ ...NO_TASK_FIELD, ...expected, tags: (expected.tags ?? []).map((tag) => tag.replace(/^#/u, '')) }],
  }));
}

interface CalloutCase {
  readonly type: string;
  readonly written?: string;
  readonly title: string;
  readonly fold: 'open' | 'closed' | null;
  readonly metadata?: string;
}

export function calloutRuns(): readonly CaseRun[] {
  return sharedCases<Row<{ expected: CalloutCase | null }>>('callouts').map(({ name, input, expected }) => ({
    name,
    files: { [NOTE]: input },
    // Rows that nest speak of the outer one.
    found: (model) =>
      noteOf(model)
        .callouts.slice(0, 1)
        .map(({ line: _line, ...rest }) => rest),
    expected:
      expected === null
        ? []
        : [
            {
              canonical: expected.type,
              type: expected.written ?? expected.type,
              title: expected.title,
              fold: expected.fold === 'open' ? '+' : expected.fold === 'closed' ? '-' : null,
              metadata: expected.metadata ?? null,
            },
          ],
  }));
}

interface EmbedCase {
  readonly expected: Readonly<Record<string, unknown>> | null;
  readonly files?: Readonly<Record<string, string>>;
  readonly from?: string;
}

export function embedRuns(): readonly CaseRun[] {
  return sharedCases<Row<EmbedCase>>('embeds').map(({ name, input, expected, files = {}, from = NOTE }) => {
    // The file that the embed names is there, unless the row says it is missing or brings files of its own.
    const target = typeof expected?.['path'] === 'string' && expected['kind'] !== 'missing' ? expected['path'] : null;
    const there = target === null ? {} : { [/\.\w+$/u.test(target) ? target : `${target}.md`]: '# x\n' };
    const asked = { ...expected, path: expected?.['path'] ?? expected?.['url'] };
    const keys = ['path', 'subpath', 'alt', 'width', 'height', 'page'].filter((key) => asked[key as 'path'] !== undefined);
    return {
      name,
      files: { ...there, ...files, [from]: files[from] ?? input },
      found: (model: Inspected) =>
        noteOf(model, from).embeds.map((embed) => ({
          kind: embed.status === 'missing' ? 'missing' : embed.kind === 'heading' || embed.kind === 'block' ? 'note' : embed.kind,
          ...Object.fromEntries(keys.map((key) => [key, embed[key as 'path']])),
        })),
      expected:
        expected === null ? [] : [{ kind: expected['kind'], ...Object.fromEntries(keys.map((key) => [key, asked[key as 'path']])) }],
    };
  });
}

interface FrontmatterCase {
  readonly frontmatter?: Readonly<Record<string, unknown>> | null;
  readonly frontmatterLinks?: readonly { readonly key: string; readonly link: string; readonly display: string }[];
  readonly frontmatterTags?: readonly string[] | null;
  readonly aliases?: readonly string[];
}

/** 1-based line of a property, `list.0` and so on by the entry's own line. */
function lineOfProperty(input: string, key: string, link: string): number {
  const lines = input.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${key.split('.')[0]}:`));
  return lines.findIndex((line, i) => i >= start && line.includes(`[[${link}`)) + 1;
}

export function frontmatterRuns(): readonly CaseRun[] {
  return sharedCases<Row<{ expected: FrontmatterCase }>>('frontmatter').map(({ name, input, expected }) => {
    const bodyLine = /^---\n[\s\S]*?^---$/mu.exec(input)?.[0].split('\n').length ?? 0;
    const { frontmatterLinks, frontmatterTags } = expected;
    // Every recorded note has a task with the tag in its body.
    const bodyTags = input.includes('#task') ? ['task'] : [];
    const tags = frontmatterTags?.map((tag) => tag.replace(/^#/u, '')) ?? [];
    return {
      name,
      files: { [NOTE]: input },
      found: (model: Inspected) => {
        const note = noteOf(model);
        const links = note.links.filter(({ line }) => line <= bodyLine);
        return {
          ...(expected.frontmatter === undefined ? {} : { properties: note.properties }),
          ...(expected.aliases === undefined ? {} : { aliases: note.aliases }),
          ...(frontmatterTags === undefined ? {} : { tags: [...note.tags].sort() }),
          ...(frontmatterLinks === undefined
            ? {}
            : { links: links.map(({ line, path, subpath, display }) => ({ line, link: path + subpath, display })) }),
        };
      },
      expected: {
        ...(expected.frontmatter === undefined ? {} : { properties: expected.frontmatter }),
        ...(expected.aliases === undefined ? {} : { aliases: expected.aliases }),
        ...(frontmatterTags === undefined ? {} : { tags: [...bodyTags, ...tags].sort() }),
        ...(frontmatterLinks === undefined
          ? {}
          : { links: frontmatterLinks.map(({ key, link, display }) => ({ line: lineOfProperty(input, key, link), link, display })) }),
      },
    };
  });
}

export function inlineFieldRuns(): readonly CaseRun[] {
  return sharedCases<Row<{ expected?: readonly (readonly [string, string])[] }>>('inline-fields')
    .filter(({ input }) => input !== undefined)
    .map(({ name, input, expected }) => ({
      name,
      files: { [NOTE]: input },
      found: (model) => noteOf(model).inlineFields,
      expected: expected ?? [],
    }));
}
