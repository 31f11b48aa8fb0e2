import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';

/** One reference a page makes. */
interface Reference {
  readonly attribute: string;
  readonly value: string;
}

interface ParsedPage {
  readonly ids: readonly string[];
  readonly references: readonly Reference[];
  /** Whatever no page may hold: inline scripts, handlers … */
  readonly offences: readonly string[];
  /** The first elements of the head, as `name attribute=value`. */
  readonly head: readonly string[];
}

const REFERENCE_ATTRIBUTES = new Set(['href', 'src', 'poster', 'data', 'action', 'formaction', 'cite', 'longdesc', 'background']);
const INERT_SCRIPTS = new Set(['application/json', 'application/ld+json']);
/** Self-contained on purpose, since it is shown at any path. */
const SELF_CONTAINED = new Set(['404.html']);

/** Every file below a folder, relative, with `/`. */
function filesBelow(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function parsePage(html: string): ParsedPage {
  const ids: string[] = [];
  const references: Reference[] = [];
  const offences: string[] = [];
  const head: string[] = [];
  let inHead = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'head') inHead = true;
      else if (inHead && head.length < 2) head.push(`${name} ${JSON.stringify(attributes)}`);
      if (attributes.id !== undefined) ids.push(attributes.id);
      if (name === 'script' && attributes.src === undefined && !INERT_SCRIPTS.has(attributes.type ?? '')) offences.push('inline script');
      if (name === 'script' && attributes.type === 'module') offences.push('module script, which file:// blocks');
      if (name === 'style') offences.push('inline style');
      if (name === 'base') offences.push('base element');
      if (name === 'a' && /^https?:/i.test(attributes.href ?? '') && !/noopener/.test(attributes.rel ?? '')) {
        offences.push(`external link without noopener: ${attributes.href}`);
      }
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute === 'style') offences.push(`style attribute on ${name}`);
        if (/^on/.test(attribute)) offences.push(`${attribute} on ${name}`);
        if (REFERENCE_ATTRIBUTES.has(attribute) && name !== 'base') references.push({ attribute, value });
        if (attribute === 'srcset') {
          for (const part of value.split(',')) references.push({ attribute, value: part.trim().split(/\s+/, 1)[0] ?? '' });
        }
      }
    },
    onclosetag: (name) => {
      if (name === 'head') inHead = false;
    },
  });
  parser.end(html);
  return { ids, references, offences, head };
}

/** What a crawl has read and what it has found wrong. */
export interface Crawl {
  readonly pages: number;
  readonly links: number;
  readonly problems: readonly string[];
}

/**
 * Reads every page of a built site from the disk: each reference must resolve to a file in the folder and each anchor to an element of
 * its page; ids are unique; nothing runs or styles inline; the policy comes first.
 */
export function crawl(dir: string): Crawl {
  const files = filesBelow(dir);
  const present = new Set(files);
  const htmlFiles = files.filter((file) => file.endsWith('.html'));
  const pages = new Map(htmlFiles.map((file) => [file, parsePage(readFileSync(path.join(dir, file), 'utf8'))]));
  const anchors = new Map([...pages].map(([file, page]) => [file, new Set(page.ids)]));
  const problems: string[] = [];
  let links = 0;
  for (const [file, page] of pages) {
    const report = (text: string) => problems.push(`${file}: ${text}`);
    if (!/^meta .*"charset":"utf-8"/i.test(page.head[0] ?? '')) report('the head does not begin with the charset');
    if (!/^meta .*content-security-policy/i.test(page.head[1] ?? '')) report('no policy right after the charset');
    for (const offence of page.offences) if (!(SELF_CONTAINED.has(file) && offence === 'inline style')) report(offence);
    const seen = new Set<string>();
    for (const id of page.ids) {
      if (seen.has(id) || id === '') report(`id used twice: ${JSON.stringify(id)}`);
      seen.add(id);
    }
    for (const { attribute, value } of page.references) {
      links += 1;
      const problem = referenceProblem(file, attribute, value, present, anchors);
      if (problem !== null) report(problem);
    }
  }
  return { pages: pages.size, links, problems };
}

function referenceProblem(
  file: string,
  attribute: string,
  value: string,
  present: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const shown = `${attribute}=${JSON.stringify(value)}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) {
    if (/^(javascript|vbscript|file):/i.test(value)) return `dangerous ${shown}`;
    if (/^data:/i.test(value) && attribute !== 'src') return `dangerous ${shown}`;
    return null;
  }
  if (value.startsWith('/') || value.startsWith('\\')) return `not relative: ${shown}`;
  const [before = '', anchor] = value.split('#', 2);
  const target =
    before.split('?', 1)[0] === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(before.split('?', 1)[0] ?? ''));
  if (target.startsWith('..')) return `leads out of the site: ${shown}`;
  if (!present.has(target)) return `dead link: ${shown}`;
  if (anchor === undefined || anchor === '' || !target.endsWith('.html')) return null;
  // `#state=overdue`: the state of a page's filters, read by its script; without scripts the page shows all.
  if (/^[a-z]+=/.test(anchor)) return null;
  return anchors.get(target)?.has(decodeURIComponent(anchor)) ? null : `no such anchor: ${shown}`;
}
