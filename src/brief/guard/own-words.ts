import { type Config, defaultConfig } from '../../config/config.ts';
import { noteReader } from '../../notes/read-note.ts';
import { type Site, siteFromScope } from '../../site.ts';
import { vaultPath } from '../../vault/path.ts';
import { noteFromBytes } from '../../vault/read-note.ts';
import type { Page } from '../../views/view.ts';
import { comparable, textsOfPage } from './page-texts.ts';

/** A vault that has something of everything, and one that has next to nothing, of an account called `NAME`. */
const SAMPLES: readonly Readonly<Record<string, string>>[] = [
  {
    'Customers/0/0.md':
      '---\ntype: customer\ntitle: NAME\nlast_contact: 2000-01-01\n---\n## Key Facts\n\n- 0\n\n## Topics\n\n- 0\n\n## Action Items\n\n- [ ] 0 @0 📅 2000-01-03\n',
    'Customers/0/2000-01-01 - 0.md':
      '---\naccount: NAME\nparticipants: ["0 0"]\ntags: ["00/0"]\n---\n## Decisions\n\n- 0\n\n[[00]] ![[00]] ![[0.png]]\n\n> [!note]\n> 0\n\n- [x] 0\n- [/] 0\n- [?] 0\n- [-] 0\n',
    'Customers/0/2000-01-02 - 0.md': '---\naccount: NAME\n---\n[[2000-01-01 - 0]]\n\n![[2000-01-01 - 0]]\n',
    '0.md': '---\ntype: person\naccount: NAME\n---\n0\n',
  },
  { '2000-01-01 - 0.md': '---\naccount: NAME\n---\n' },
];

/**
 * The words that pages have of themselves, whatever the notes say: the runs of briefs of figures. A word that is to be blacked out may be one of them,
 * such as "Search"; where it stands as the theme's own it tells nothing.
 */
export async function ownWords(config: Config, render: (page: Page) => Promise<string>): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  for (const sample of SAMPLES) {
    const site = siteOf(sample, config);
    for (const { url } of site.plan) {
      const page = site.page(url);
      if (page !== undefined) for (const text of textsOfPage(await render(page))) words.add(ownForm(text));
    }
  }
  return words;
}

function siteOf(sample: Readonly<Record<string, string>>, config: Config): Site {
  const reader = noteReader(defaultConfig);
  const files = Object.entries(sample).flatMap(([path, text]) => {
    const bytes = Buffer.from(text.replaceAll('NAME', () => JSON.stringify(config.title ?? '0')));
    const result = noteFromBytes(vaultPath(path), path, bytes, false);
    return result.kind === 'note' ? [result.note] : [];
  });
  const notes = files.map(reader.read);
  return siteFromScope({
    vault: { root: '/', notes: files, documents: [], assets: [], failed: [], ignored: 0, diagnostics: [] },
    config,
    scope: { kind: 'brief', notes, documents: [], choice: 'embedded', excluded: [] },
    notes,
    treeOf: reader.treeOf,
    asOf: null,
  });
}

/** A run in which numbers do not count. */
export function ownForm(text: string): string {
  return comparable(text).replace(/\d+/gu, '0');
}
