import { assets } from 'virtual:theme-assets';
import { SPRITE_PLACE, spriteFrom } from './icons.ts';
import { marksOf, type PageMarks } from './page-marks.ts';

/** What finishing needs to know of a page. */
interface FinishedPage {
  /** Leads from the page to the root of the site. */
  readonly root: string;
  readonly lang: string;
}

/**
 * A drawn page with what its text asks for: the glyphs it refers to, in the place kept for them, and in its head the styles for formulas,
 * code, other languages, layouts and canvases, and the scripts that copy code and draw diagrams.
 */
export function finishPage(html: string, page: FinishedPage): string {
  const head = html.indexOf('</head>');
  const place = html.indexOf(SPRITE_PLACE, head);
  // A page that stands alone loads nothing.
  if (head === -1 || place === -1) return html;
  const marks = marksOf(html);
  return (
    html.slice(0, head) + extrasFrom(marks, page) + html.slice(head, place) + spriteFrom(marks) + html.slice(place + SPRITE_PLACE.length)
  );
}

function extrasFrom(marks: PageMarks, { root, lang }: FinishedPage): string {
  const style = (file: string | undefined): string => `<link rel="stylesheet" href="${root}${file}">`;
  let extras = '';
  if (marks.formula) extras += style(assets.math);
  // The script that copies code.
  if (marks.code) extras += `${style(assets.code)}<script defer src="${root}${assets.copy}"></script>`;
  // The script for diagrams is told where its engine lies.
  if (marks.diagram) extras += `<script defer src="${root}${assets.diagrams}" data-engine="${root}${assets.engine}"></script>`;
  // A page that is in English from top to bottom names no language but its own, and no direction.
  if (marks.language || !lang.startsWith('en')) extras += style(assets.languages);
  if (marks.layout) extras += style(assets.layouts);
  if (marks.canvas) extras += style(assets.canvas);
  if (marks.record) extras += style(assets.record);
  return extras;
}
