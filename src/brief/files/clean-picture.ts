import type { Sharp, SharpOptions } from 'sharp';
import { loadSharp } from './load-sharp.ts';

/** A picture as it ships, or why it can not. */
export type CleanPicture =
  | { readonly bytes: Uint8Array; readonly extension: string; readonly note: string | null }
  | { readonly bytes: null; readonly reason: string };

/** Most pixels of a picture, all frames together: about what a large camera takes. */
const MOST_PIXELS = 100_000_000;
/** Most bytes of a file that is decoded. */
const MOST_BYTES = 64 * 1024 * 1024;

type Format = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif';

/**
 * A raster picture drawn anew: pixels alone, turned as it was meant to be seen. EXIF, GPS, XMP, ICC profiles, comments, previews and what is
 * appended are gone. Moving GIF and WebP pictures keep moving. What the bytes are is told from the bytes; a drawing is never taken for a picture.
 */
export async function cleanPicture(bytes: Uint8Array): Promise<CleanPicture> {
  const format = formatOf(bytes);
  if (format === null) return { bytes: null, reason: bytes.length === 0 ? 'it is empty' : 'it is no picture' };
  if (bytes.length > MOST_BYTES) return { bytes: null, reason: 'it is larger than 64 MB' };
  const sharp = loadSharp();
  const options: SharpOptions = { failOn: 'error', limitInputPixels: MOST_PIXELS, animated: format === 'gif' || format === 'webp' };
  try {
    const { data } = await encoded(sharp(bytes, options).autoOrient(), format).toBuffer({ resolveWithObject: true });
    return { bytes: data, extension: EXTENSIONS[format], note: stillOf(bytes, format) };
  } catch (error) {
    const reason =
      error instanceof Error && /pixel limit/iu.test(error.message) ? 'it has too many pixels' : 'it can not be read to its end';
    return { bytes: null, reason };
  }
}

const EXTENSIONS: Readonly<Record<Format, string>> = { png: '.png', jpeg: '.jpg', gif: '.gif', webp: '.webp', avif: '.webp' };

/** AVIF becomes WebP: drawing AVIF anew takes many seconds. */
function encoded(picture: Sharp, format: Format): Sharp {
  switch (format) {
    case 'png':
      return picture.png({ compressionLevel: 9 });
    case 'jpeg':
      return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
    case 'gif':
      return picture.gif();
    case 'webp':
    case 'avif':
      return picture.webp({ quality: 92, smartSubsample: true });
  }
}

/** The format by the first bytes; null for everything else, drawings among it. */
function formatOf(bytes: Uint8Array): Format | null {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/u.test(head)) return 'gif';
  if (/^RIFF[\s\S]{4}WEBP/u.test(head)) return 'webp';
  return /^[\s\S]{4}ftyp(?:avif|avis|mif1|miaf)/u.test(head) ? 'avif' : null;
}

/** What a moving picture loses, in a sentence; null for all others. */
function stillOf(bytes: Uint8Array, format: Format): string | null {
  const moves =
    format === 'png'
      ? Buffer.from(bytes.subarray(0, 4096)).includes('acTL')
      : format === 'avif' && Buffer.from(bytes.subarray(0, 32)).includes('avis');
  return moves ? 'it moves, and its first frame alone is shown' : null;
}
