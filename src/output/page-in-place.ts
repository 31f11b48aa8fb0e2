import type { Page } from '../views/view.ts';

/**
 * The plain page that stands where a page could not be drawn, so that no link to it is dead. It says so and leads home. It holds
 * nothing of the note but its title.
 */
export function pageInPlace(url: string, page: Page | undefined): string {
  const root = '../'.repeat(url.split('/').length - 1);
  const title = escapeHtml(page?.title ?? 'This page could not be made');
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(page?.lang ?? 'en')}">`,
    '<head>',
    '<meta charset="utf-8">',
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">",
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${title}</title>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    '<p>This page could not be made. The build report says why.</p>',
    `<p><a href="${root}index.html">Home</a></p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
