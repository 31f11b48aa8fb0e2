import { createPalette, type Palette } from './dialog.ts';
import { isTyping } from './dom.ts';
import { LANDING } from './landing-places.ts';
import { opener } from './open.ts';
import { createSearchPage, type SearchPage } from './page.ts';
import { siteBase } from './site-base.ts';
import { recentQueries } from './state.ts';

// Loaded on every page as a classic, deferred script. Until the reader searches it only listens.

const base = siteBase(document);
const searchPage = `${base.root}search.html`;
const recent = recentQueries(() => localStorage, new URL(base.root || '.', document.baseURI).pathname);

// The page names what may be loaded later on the element of this one.
const named = document.currentScript instanceof HTMLScriptElement ? document.currentScript.dataset : {};
const open = opener(named['engine'] ?? '');

// A result was opened: its words are marked.
if (new URLSearchParams(location.search).has(LANDING) && named['landing']) {
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: named['landingStyle'] ?? '' });
  const script = Object.assign(document.createElement('script'), { src: named['landing'] });
  document.head.append(style, script);
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
