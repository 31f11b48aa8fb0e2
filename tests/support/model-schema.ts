import { z } from 'zod';

const date = z.iso.date().nullable();
const path = z.string().min(1);
const line = z.int().positive();
const place = z.strictObject({ path, line });
const url = z.string().regex(/^[^/#][^#]*\.html$/);
const href = z.string().regex(/^[^/]/).nullable();
const severity = z.enum(['error', 'warning', 'info']);
const state = z.enum(['open', 'proposed', 'in-progress', 'on-hold', 'done', 'cancelled']);
const priority = z.enum(['highest', 'high', 'medium', 'low', 'lowest']).nullable();
const status = z.enum(['found', 'healed', 'derived', 'missing', 'ambiguous']);

const link = z.strictObject({
  line,
  column: line,
  raw: z.string(),
  embed: z.boolean(),
  path: z.string(),
  subpath: z.string(),
  display: z.string(),
  url: href,
  status,
  via: z.enum(['exact', 'name', 'suffix', 'relative', 'alias', 'source', 'folded', 'basename', 'title']).nullable(),
  target: path.nullable(),
  targetLine: line.nullable(),
  candidates: z.array(path),
});

const embed = z.strictObject({
  line,
  kind: z.enum(['note', 'heading', 'block', 'image', 'audio', 'video', 'pdf', 'canvas', 'base', 'file']),
  path: z.string(),
  subpath: z.string(),
  alt: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  page: z.number().nullable(),
  target: path.nullable(),
  status,
});

const task = z.strictObject({
  line,
  marker: z.string(),
  status: z.string(),
  state,
  description: z.string(),
  text: z.string(),
  owner: z.string().nullable(),
  due: date,
  scheduled: date,
  start: date,
  created: date,
  done: date,
  cancelled: date,
  priority,
  recurrence: z.string().nullable(),
  id: z.string().nullable(),
  dependsOn: z.array(z.string()),
  onCompletion: z.string().nullable(),
  tags: z.array(z.string()),
  blockId: z.string().nullable(),
  parentLine: line.nullable(),
});

const note = z.strictObject({
  path,
  url: url.nullable(),
  kind: z.enum(['account', 'meeting', 'person', 'project', 'daily', 'note']),
  title: z.string().min(1),
  aliases: z.array(z.string()),
  date,
  accounts: z.array(z.string()),
  participants: z.array(z.string()),
  tags: z.array(z.string().regex(/^[^#]/)),
  properties: z.record(z.string(), z.unknown()).nullable(),
  headings: z.array(z.strictObject({ level: z.int().min(1).max(6), text: z.string(), id: z.string().min(1), line })),
  links: z.array(link),
  embeds: z.array(embed),
  tasks: z.array(task),
  callouts: z.array(
    z.strictObject({
      line,
      type: z.string(),
      title: z.string(),
      canonical: z.string(),
      fold: z.enum(['+', '-']).nullable(),
      metadata: z.string().nullable(),
    }),
  ),
  blocks: z.array(z.strictObject({ id: z.string(), line })),
  sections: z.strictObject({
    decisions: z.array(z.string()),
    facts: z.array(z.string()),
    topics: z.array(z.string()),
    summary: z.string().nullable(),
  }),
  inlineFields: z.array(z.tuple([z.string(), z.string()])),
  source: z.strictObject({ kind: z.string().nullable(), ref: z.string().nullable() }).nullable(),
  repairs: z.array(
    z.strictObject({ line, from: z.string(), to: z.string(), codepage: z.enum(['windows-1252', 'windows-1254']), lossy: z.boolean() }),
  ),
  excluded: z.string().nullable(),
});

/** The document that `dossier inspect` prints, key by key; an unknown key fails. */
export const modelSchema = z.strictObject({
  version: z.literal(1),
  notes: z.array(note),
  accounts: z.array(
    z.strictObject({
      name: z.string().min(1),
      url,
      note: path.nullable(),
      lastContact: date,
      next: date,
      meetings: z.array(path),
      people: z.array(z.string()),
      openActions: z.int(),
      decisions: z.int(),
      tags: z.array(z.string()),
    }),
  ),
  people: z.array(
    z.strictObject({
      name: z.string().min(1),
      url,
      note: path.nullable(),
      inferredFrom: z.array(z.string()).min(1),
      meetings: z.array(path),
      accounts: z.array(z.string()),
      actions: z.int(),
    }),
  ),
  actions: z.array(
    z.strictObject({
      id: z.string().min(1),
      text: z.string(),
      owner: z.string().nullable(),
      due: date,
      state,
      priority,
      account: z.string().nullable(),
      sources: z.array(place).min(1),
    }),
  ),
  decisions: z.array(z.strictObject({ text: z.string(), date, account: z.string().nullable(), source: place, touchedBy: z.array(path) })),
  facts: z.array(
    z.strictObject({
      text: z.string(),
      account: z.string(),
      path,
      line,
      meeting: path.nullable(),
      match: z.enum(['exact', 'near', 'none']),
    }),
  ),
  tags: z.array(z.strictObject({ tag: z.string().min(1), url, count: z.int(), total: z.int() })),
  ghosts: z.array(z.strictObject({ name: z.string().min(1), url, mentions: z.array(place).min(1) })),
  asOf: date,
  files: z.strictObject({
    seen: z.int(),
    notes: z.int(),
    assets: z.int(),
    unused: z.array(path),
    ignored: z.int(),
    excluded: z.array(z.strictObject({ path, rule: z.string().min(1) })),
    failed: z.array(z.strictObject({ path, reason: z.string().min(1) })),
  }),
  diagnostics: z.array(
    z.strictObject({
      code: z.string().min(1),
      severity,
      path: path.nullable(),
      line: line.nullable(),
      message: z.string().min(1),
      hint: z.string(),
    }),
  ),
});
