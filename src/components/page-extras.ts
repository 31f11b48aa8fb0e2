import { assets } from 'virtual:theme-assets';

/** How the text of a page begins a formula, a block of code and a diagram (`render/`). Never text of a note, which is escaped. */
const FORMULA = '<math';
const CODE = '<div class="code"';
const DIAGRAM = '<pre class="mermaid"';
/** A page that is in English from top to bottom says so once, and names no direction. */
const ENGLISH = '<html lang="en';
const LAYOUT = ' prose note-';
/** A drawn canvas, the page of a base, a list of either. */
const CANVAS = ['<div class="canvas"', '<main class="page base-page"', ' documents">'];

/**
 * The page with the styles for formulas, code, other languages, layouts and canvases, and the scripts that copy code and draw diagrams, as far as it has any: its own text
 * tells, so embedded notes count. The script for diagrams is told where its engine lies. `root` leads from the page to the root of the site.
 */
export function withExtras(html: string, root: string): string {
  const extras: string[] = [];
  if (html.includes(FORMULA)) extras.push(`<link rel="stylesheet" href="${root}${assets.math}">`);
  if (html.includes(CODE)) {
    extras.push(`<link rel="stylesheet" href="${root}${assets.code}">`, `<script defer src="${root}${assets.copy}"></script>`);
  }
  if (html.includes(DIAGRAM)) {
    extras.push(`<script defer src="${root}${assets.diagrams}" data-engine="${root}${assets.engine}"></script>`);
  }
  if (!html.includes(ENGLISH) || html.includes(' dir="') || html.lastIndexOf(' lang="') > html.indexOf('</head>')) {
    extras.push(`<link rel="stylesheet" href="${root}${assets.languages}">`);
  }
  if (html.includes(LAYOUT)) extras.push(`<link rel="stylesheet" href="${root}${assets.layouts}">`);
  if (CANVAS.some((mark) => html.includes(mark))) extras.push(`<link rel="stylesheet" href="${root}${assets.canvas}">`);
  if (extras.length === 0) return html;
  const head = html.indexOf('</head>');
  return html.slice(0, head) + extras.join('') + html.slice(head);
}
