import { type Drawing, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { icon } from './icon.ts';
import { fileName } from './medium.ts';
import { sizeAttributes, type WrittenSize } from './picture.ts';

/** A document of the vault to be framed. */
export interface Framed extends WrittenSize {
  readonly href: string;
  readonly path: string;
  /** As written: `#page=3&height=400`, or nothing. */
  readonly subpath: string;
  /** Words of the author's own, or ''. */
  readonly words: string;
}

/** A PDF in a frame at the page that is asked for, and a link to that page: phones and paper have the link alone. */
export function drawPdf(drawing: Drawing, pdf: Framed): string {
  const page = numberAfter(pdf.subpath, 'page');
  const [file = ''] = pdf.href.split('#', 1);
  const href = hrefFrom(drawing, page === null ? file : `${file}#page=${page}`);
  const name = escapeHtml(pdf.words || fileName(pdf.path));
  const kind = page === null ? 'PDF' : `PDF, page ${page}`;
  const size = sizeAttributes({ width: pdf.width, height: pdf.height ?? numberAfter(pdf.subpath, 'height') });
  const frame = `<iframe src="${href}" title="${name}${page === null ? '' : `, page ${page}`}"${size} loading="lazy"></iframe>`;
  return `<figure class="frame pdf">${frame}<figcaption>${icon('pages')}<a href="${href}">${name}</a> <span class="count">${kind}</span></figcaption></figure>\n`;
}

/** A web page of the vault in a frame that can do nothing, and a link to it. What could run was taken out when it was copied. */
export function drawWebPage(drawing: Drawing, page: Framed): string {
  const [file = ''] = page.href.split('#', 1);
  const href = hrefFrom(drawing, file + page.subpath);
  const name = escapeHtml(page.words || fileName(page.path));
  const frame = `<iframe sandbox="" src="${href}" title="${name}"${sizeAttributes(page)} loading="lazy"></iframe>`;
  return `<figure class="frame web">${frame}<figcaption>${icon('web')}<a href="${href}">${name}</a> <span class="count">Web page, without its scripts</span></figcaption></figure>\n`;
}

function numberAfter(subpath: string, name: string): number | null {
  const digits = new RegExp(`(?:^|[#&])${name}=(\\d{1,5})`, 'u').exec(subpath)?.[1];
  return digits === undefined ? null : Number(digits);
}
