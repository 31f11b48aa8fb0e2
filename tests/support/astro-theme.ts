import { createApp } from 'astro/app/entrypoint';
import { finishPage } from '../../src/components/page-extras.ts';
import { showPage } from '../../src/theme-source.ts';
import type { Page } from '../../src/views/view.ts';

const app = createApp({ streaming: false });

/** Draws one page through Astro's own application and runtime: route, middleware, response. */
export async function render(page: Page): Promise<string> {
  const hide = showPage(page);
  try {
    const path = page.url.replace(/\.html$/, '');
    const route = path === 'index' ? '' : path.split('/').map(encodeURIComponent).join('/');
    const response = await app.render(new Request(`http://theme.invalid/${route}`), {
      locals: { page, failure: {} },
      addCookieHeader: false,
    });
    return finishPage(await response.text(), page);
  } finally {
    hide();
  }
}
