import { finishCutPage } from './components/page-extras.ts';
import View from './components/View.astro';
import { renderPage } from './theme-runtime.ts';
import { mount, showPage } from './theme-source.ts';
import type { Page } from './views/view.ts';

export { mount };

/** Draws one page. Rejects, with the page's URL in the message, when a template throws (the template's error is the `cause`). */
export async function render(page: Page): Promise<string> {
  const hide = showPage(page);
  try {
    const drawn = await renderPage(View, { page, failure: {} });
    return typeof drawn === 'string' ? drawn : finishCutPage(drawn, page);
  } catch (error) {
    throw new Error(`${page.url}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    hide();
  }
}
