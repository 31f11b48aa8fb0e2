import { createPalette, type Palette } from './search-dialog.ts';
import { isTyping } from './search-dom.ts';
import { createSearchPage, type SearchPage } from './search-page.ts';
import { openEngine, type SearchEngine } from './search-query.ts';
import { recentQueries } from './search-state.ts';
import { folderTransport, httpTransport, siteBase } from './search-transport.ts';

// Loaded on every page as a classic, deferred script. Until the reader searches it only listens.

const base = siteBase(document);
const searchPage = `${base.root}search.html`;
const recent = recentQueries(() => localStorage, new URL(base.root || '.', document.baseURI).pathname);

const transport = location.protocol === 'file:' ? folderTransport(base, document) : httpTransport(base, document);

let engine: Promise<SearchEngine> | null = null;

/** The index, opened once; after a failure the next call tries again. */
function open(): Promise<SearchEngine> {
  engine ??= openEngine(transport, base.root, document.documentElement.lang || 'en').catch((error: unknown) => {
    engine = null;
    throw error;
  });
  return engine;
}

const host = document.getElementById('search-page');
const page: SearchPage | null = host ? createSearchPage(host, open, recent) : null;
let palette: Palette | null = null;

function search(): void {
  if (page) {
    page.focus();
  } else {
    palette ??= createPalette({ open, recent, page: searchPage });
    palette.show();
  }
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k';
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
  if (!command && !slash) return;
  event.preventDefault();
  search();
});

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.find')) {
  link.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    search();
  });
}
