import type { LinkRef } from '../markdown/tree.ts';
import type { EmbedKind } from './note.ts';

const KIND_OF_EXTENSION: ReadonlyMap<string, EmbedKind> = new Map(
  (
    [
      ['image', 'avif bmp gif jpeg jpg png svg webp'],
      ['audio', 'flac m4a mp3 ogg wav 3gp'],
      ['video', 'mkv mov mp4 ogv webm'],
      ['pdf', 'pdf'],
      ['canvas', 'canvas'],
      ['base', 'base'],
    ] as const
  ).flatMap(([kind, extensions]) => extensions.split(' ').map((extension) => [extension, kind] as const)),
);

/** What a file is when shown, by its extension; `note` for Markdown and for names without a known extension, `file` never. */
export function kindOfPath(path: string): EmbedKind {
  const extension = /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined || extension === 'md') return 'note';
  return KIND_OF_EXTENSION.get(extension) ?? 'note';
}

/** What an embed shows, judged by its target as written (Obsidian's list of file formats). */
export function embedKindFrom(ref: LinkRef): EmbedKind {
  const kind = kindOfPath(ref.path);
  if (kind !== 'note' || ref.subpath === '') return kind;
  return /^#\^[^#]+$/u.test(ref.subpath) ? 'block' : 'heading';
}

/** What stands at an address, judged by its ending: an image when that says nothing else. */
export function kindOfAddress(href: string): EmbedKind {
  const kind = kindOfPath(href.replace(/[?#].*$/su, ''));
  return kind === 'note' ? 'image' : kind;
}

/** `#page=N` and `#height=N` of an embedded PDF. */
export function pdfPlaceFrom(ref: LinkRef): { readonly page: number | null; readonly height: number | null } {
  if (kindOfPath(ref.path) !== 'pdf') return { page: null, height: null };
  const read = (name: string): number | null => {
    const digits = new RegExp(`[#&]${name}=(\\d{1,6})`, 'u').exec(ref.subpath)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  return { page: read('page'), height: read('height') };
}
