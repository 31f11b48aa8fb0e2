import type { Href } from '../graph/graph.ts';
import type { VaultPath } from '../vault/vault.ts';
import { type Drawing, hrefFrom } from './drawing.ts';
import { escapeHtml } from './escape.ts';
import { fileName } from './medium.ts';

/** Size as written, in CSS pixels. */
export interface WrittenSize {
  readonly width: number | null;
  readonly height: number | null;
}

/** A picture of the vault and how it is to be shown. */
export interface Picture extends WrittenSize {
  readonly target: VaultPath;
  readonly href: Href | string;
  readonly alt: string;
  readonly title: string | null;
}

/**
 * A picture that leads to its file, unless it stands in a link already. It has a width and a height wherever the file tells them, so that the text below
 * does not move when it arrives.
 */
export function drawPicture(drawing: Drawing, picture: Picture, inLink: boolean): string {
  const [file = ''] = picture.href.split('#', 1);
  const src = hrefFrom(drawing, file);
  const alt = escapeHtml(picture.alt || altFromName(picture.target));
  const title = picture.title === null ? '' : ` title="${escapeHtml(picture.title)}"`;
  const image = `<img src="${src}" alt="${alt}"${pictureSize(drawing, picture)}${title} loading="lazy" decoding="async">`;
  return inLink ? image : `<a class="picture" href="${src}">${image}</a>`;
}

/** A name that is the digest of the file, and says nothing. */
const DIGEST = /^[0-9a-f]{32,64}$/iu;

/** `two-site_topology.svg` → `two site topology`: what stands in for a picture that nobody has described. */
function altFromName(path: string): string {
  const name = fileName(path).replace(/\.[^.]+$/u, '');
  if (DIGEST.test(name)) return 'Picture';
  return name.replace(/[-_\s]+/gu, ' ').trim() || name;
}

/** A size that is written whole is kept as it is; a width alone takes the height from the file. */
function pictureSize(drawing: Drawing, { target, width, height }: Picture): string {
  if (height !== null) return `${sizeAttributes({ width, height })}${width === null ? '' : ' class="sized"'}`;
  const pixels = drawing.ctx.pixelsOf?.(target) ?? null;
  if (pixels === null) return sizeAttributes({ width, height });
  if (width === null) return sizeAttributes(pixels);
  return sizeAttributes({ width, height: Math.max(1, Math.round((width * pixels.height) / pixels.width)) });
}

/** ` width="…" height="…"`, each where it is known. */
export function sizeAttributes({ width, height }: WrittenSize): string {
  return (width === null ? '' : ` width="${width}"`) + (height === null ? '' : ` height="${height}"`);
}
