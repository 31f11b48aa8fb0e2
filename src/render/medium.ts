/** What a file is to a page that shows it. */
export type Medium = 'note' | 'image' | 'audio' | 'video' | 'pdf' | 'web' | 'canvas' | 'base' | 'file';

const MEDIA: Readonly<Record<string, Medium>> = {
  md: 'note',
  ...Object.fromEntries(['avif', 'bmp', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp'].map((type) => [type, 'image' as const])),
  ...Object.fromEntries(['flac', 'm4a', 'mp3', 'ogg', 'wav', '3gp'].map((type) => [type, 'audio' as const])),
  ...Object.fromEntries(['mkv', 'mov', 'mp4', 'ogv', 'webm'].map((type) => [type, 'video' as const])),
  pdf: 'pdf',
  html: 'web',
  htm: 'web',
  canvas: 'canvas',
  base: 'base',
};

/** What a file is, by the end of its name (Obsidian's list of formats, and web pages). */
export function mediumOf(path: string): Medium {
  const type = extensionOf(path).toLowerCase();
  return Object.hasOwn(MEDIA, type) ? (MEDIA[type] ?? 'file') : 'file';
}

/** Glyph and word that stand beside the name of a file. */
export function labelOf(path: string): { readonly glyph: string; readonly word: string } {
  const type = extensionOf(path).toUpperCase();
  switch (mediumOf(path)) {
    case 'image':
      return { glyph: 'picture', word: 'Picture' };
    case 'audio':
      return { glyph: 'sound', word: 'Audio' };
    case 'video':
      return { glyph: 'film', word: 'Video' };
    case 'pdf':
      return { glyph: 'pages', word: 'PDF' };
    case 'web':
      return { glyph: 'web', word: 'Web page' };
    case 'canvas':
      return { glyph: 'canvas', word: 'Canvas' };
    case 'base':
      return { glyph: 'table', word: 'Base' };
    case 'note':
    case 'file':
      return { glyph: 'file', word: /^[A-Z0-9]{1,8}$/u.test(type) ? `${type} file` : 'File' };
  }
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/u.exec(path)?.[1] ?? '';
}
