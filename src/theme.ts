import { createApp } from 'astro/app/entrypoint';
import { withSprite } from './components/icons.ts';
import { textOfResponse, usePageResponse } from './theme-response.ts';
import { mount, showPage } from './theme-source.ts';
import type { Page } from './views/view.ts';

export { mount };

usePageResponse();
const app = createApp({ streaming: false });
const origin = 'http://theme.invalid/';

/**
 * Draws one page. The URL only chooses the route; everything shown comes from `page`.
 * Rejects, with the page's URL in the message, when no route fits or a template throws (the template's error is the `cause`).
 */
export async function render(page: Page): Promise<string> {
  const hide = showPage(page);
  const failure: { error?: unknown } = {};
  try {
    const response = await app.render(requestOfPage(page), { locals: { page, failure }, addCookieHeader: false });
    const html = await textOfResponse(response);
    const expected = page.view.kind === 'not-found' ? 404 : 200;
    if (response.status === expected && html !== '' && failure.error === undefined) return withRelativeAssets(withSprite(html), page.root);
    const reason = failure.error instanceof Error ? failure.error.message : `the theme gave status ${response.status}`;
    throw new Error(`${page.url}: ${reason}`, { cause: failure.error });
  } finally {
    hide();
  }
}

function requestOfPage(page: Page): Request {
  const path = page.url.replace(/\.html$/, '');
  return new Request(origin + (path === 'index' ? '' : path.split('/').map(encodeURIComponent).join('/')));
}

/** Stylesheets of components (`<style>` in a template) are linked by Astro as `/assets/…`; pages work at any path only with relative links. */
function withRelativeAssets(html: string, root: string): string {
  const end = html.indexOf('</head>');
  const head = html.slice(0, end);
  return head.includes('="/assets/') ? head.replaceAll('="/assets/', `="${root}assets/`) + html.slice(end) : html;
}
