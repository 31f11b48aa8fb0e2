import type { Theme } from '../../src/output/write-site.ts';
import type { Site } from '../../src/site.ts';
import type { Page } from '../../src/views/view.ts';

interface FakeSite {
  readonly root: string;
  /** Page URL → text of the page. */
  readonly pages: Readonly<Record<string, string>>;
  /** Vault path → href below the site root. */
  readonly assets?: Readonly<Record<string, string>>;
  readonly ignore?: readonly string[];
}

/** Just enough of a site for the output stage: a plan, pages, attachments. */
export function fakeSite({ root, pages, assets = {}, ignore = [] }: FakeSite): Site {
  const plan = Object.keys(pages)
    .sort()
    .map((url) => ({ url, kind: 'note', note: url.replace(/html$/, 'md') }));
  const site = {
    config: { ignore },
    scope: { kind: 'wiki' },
    vault: { root, assets: Object.keys(assets).map((path) => ({ path, size: 1 })) },
    graph: { assets: new Map(Object.entries(assets).map(([path, href]) => [path, { path, href }])) },
    plan,
    files: [],
    mdx: [],
    page: (url: string) => ({ url, title: `Title of ${url}`, lang: 'en', description: pages[url] }),
  };
  return site as unknown as Site;
}

/** A theme that prints the page's text and throws for the text `throw`. */
export const fakeTheme: Theme = {
  render: async (page: Page) => {
    if (page.description === 'throw') throw new Error('the template broke');
    return `<!doctype html><title>${page.title}</title>${page.description}`;
  },
  assets: [],
};
