import type { Config } from '../config/config.ts';
import { globMatcher } from '../config/globs.ts';
import { compareText } from '../diagnostics/order.ts';
import type { Document } from '../notes/document.ts';
import type { Note } from '../notes/note.ts';
import { flagFromValue, propertyValue } from '../notes/properties.ts';
import type { Scope } from './scope.ts';

/**
 * The notes a wiki shows: all but those a rule keeps out. Rules, first match wins: `unreadable` (frontmatter that mentions privacy and can
 * not be read), `private`, `draft`, `publish: false`, `publish: required`, `exclude` (globs of config), `tag` (tags of config).
 * Canvases and bases have no flags: only `exclude` keeps them out, and where notes must say that they are published, those no such note leads to.
 */
export function scopeOfWiki(notes: readonly Note[], config: Config, documents: readonly Document[] = []): Scope {
  const { exclude, requirePublish } = config.publish;
  const isExcluded = globMatcher(exclude);
  const ruleOf = wikiRule(config);
  const kept: Note[] = [];
  const excluded: { path: Note['path']; rule: string }[] = [];
  for (const note of notes) {
    const rule = ruleOf(note);
    if (rule === null) kept.push(note);
    else excluded.push({ path: note.path, rule });
  }
  const shown: Document[] = [];
  for (const document of documents) {
    if (isExcluded(document.path)) excluded.push({ path: document.path, rule: 'exclude' });
    else shown.push(document);
  }
  excluded.sort((a, b) => compareText(a.path, b.path));
  return { kind: 'wiki', notes: kept, documents: shown, choice: requirePublish ? 'linked' : 'every', excluded };
}

/** The rule of the wiki that keeps a note out, as `scopeOfWiki` lists them; null for a note that may be shown. */
export function wikiRule(config: Config): (note: Note) => string | null {
  const { exclude, tags, requirePublish } = config.publish;
  const isExcluded = globMatcher(exclude);
  const hidden = new Set(tags.map((tag) => tag.replace(/^#/u, '').toLowerCase()));
  return (note) => {
    if (note.file.withheld) return 'unreadable';
    if (isOn(note, 'private')) return 'private';
    if (isOn(note, 'draft')) return 'draft';
    if (note.publish === 'no') return 'publish: false';
    if (requirePublish && note.publish !== 'yes') return 'publish: required';
    if (isExcluded(note.path)) return 'exclude';
    if (
      hidden.size > 0 &&
      note.tags.some((tag) => hidden.has(tag.toLowerCase()) || [...hidden].some((name) => tag.toLowerCase().startsWith(`${name}/`)))
    )
      return 'tag';
    return null;
  };
}

/** True and anything unclear count as set: a privacy flag is read the careful way. */
function isOn(note: Note, key: string): boolean {
  const flag = flagFromValue(propertyValue(note.properties, key));
  return flag === true || flag === 'unclear';
}
