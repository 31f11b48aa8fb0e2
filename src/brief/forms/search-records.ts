import { Parser } from 'htmlparser2';
import type { FindPart, FindRecord } from '../../client/reader/find.ts';
import { recordFrom } from '../../search/record.ts';
import { shownText } from '../../search/words.ts';
import type { Site } from '../../site.ts';

/** What is searched in one file: the records that every form is searched by, in the order of their keys. */
export function findRecords(site: Site, keyOf: (url: string) => string | null): readonly FindRecord[] {
  return site.plan.flatMap((planned) => {
    const key = keyOf(planned.url);
    const record = key === null ? null : recordFrom(site, planned);
    if (key === null || record === null) return [];
    return [{ key, kind: record.kind, accounts: record.accounts, ...readRecord(record.html) }];
  });
}

/** Takes a record's lean document apart: a title, a line of names, then paragraphs under headings. */
function readRecord(html: string): Pick<FindRecord, 'title' | 'date' | 'names' | 'parts'> {
  let title = '';
  let names = '';
  let date: string | null = null;
  const parts: { id: string | null; heading: string; text: string }[] = [];
  let take: (text: string) => void = () => {};
  const part = (id: string | null): FindPart & { heading: string; text: string } => {
    const made = { id, heading: '', text: '' };
    parts.push(made);
    return made;
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const meta = /^date:(\d{4})(\d{2})(\d{2})$/u.exec(attributes['data-pagefind-meta'] ?? '');
      if (meta) date = meta.slice(1).join('-');
      if (name === 'h1') take = (text) => (title += text);
      else if (/^h[2-6]$/u.test(name)) {
        const under = part(attributes['id'] ?? null);
        take = (text) => (under.heading += text);
      } else if (name === 'p' && attributes['data-pagefind-weight'] !== undefined) take = (text) => (names += text);
      else if (name === 'p') {
        const under = parts.at(-1) ?? part(null);
        if (under.text !== '') under.text += ' ';
        take = (text) => (under.text += text);
      }
    },
    ontext: (text) => take(text),
    onclosetag: (name) => {
      if (name !== 'i') take = () => {};
    },
  });
  parser.end(html);
  const plain = (text: string): string => shownText(text).replaceAll('\u200b', '').replace(/\s+/gu, ' ').trim();
  return {
    title: plain(title),
    names: plain(names),
    date,
    parts: parts.map(({ id, heading, text }) => ({ id, heading: plain(heading), text: plain(text) })),
  };
}
