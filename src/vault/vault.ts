import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** A path inside the vault, relative, with `/`, NFC. Made only by `vaultPath()` in `path.ts`. */
export type VaultPath = string & { readonly __brand: 'VaultPath' };

/** A frontmatter value as data: dates stay text (core schema). */
export type PropertyValue = string | number | boolean | null | readonly PropertyValue[] | { readonly [key: string]: PropertyValue };

/** Frontmatter as data, keys as written, in file order. */
export type Properties = Readonly<Record<string, PropertyValue>>;

/** One mended piece of damaged text (`ofm.md` §8). */
export interface Repair {
  /** 1-based line in the file. */
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly codepage: 'windows-1252' | 'windows-1254';
  /** True when a byte was missing and the text had to be inferred from its place. */
  readonly lossy: boolean;
}

/** Why a note's frontmatter gave no data although the file has a block. */
export type FrontmatterState = 'none' | 'read' | 'unreadable';

/** A Markdown or MDX file as read: decoded, mended, frontmatter taken off. Nothing interpreted yet. */
export interface NoteFile {
  readonly path: VaultPath;
  /** The path as the file system spells it; present only where that is not NFC and so differs from `path`. */
  readonly diskPath?: string;
  /** The whole text after decoding and repair, line ends as `\n`, no BOM. */
  readonly text: string;
  /** The text after the frontmatter block. */
  readonly body: string;
  /** 1-based line of the file on which `body` starts. */
  readonly bodyLine: number;
  /** Frontmatter as data; null when there is none or it could not be read. */
  readonly properties: Properties | null;
  readonly frontmatter: FrontmatterState;
  /** True when an unreadable block mentions publish, private or draft: the note must be withheld everywhere. */
  readonly withheld: boolean;
  /** 1-based file line of each top-level key. */
  readonly propertyLines: Readonly<Record<string, number>>;
  readonly repairs: readonly Repair[];
  /** Hex digest of the bytes of the file. */
  readonly digest: string;
  /** Bytes on disk. */
  readonly size: number;
  /** True above 1 MB: later stages show the body as plain text instead of parsing it. */
  readonly oversized: boolean;
  /** Set for an `.mdx` file: `trusted` where config says that it may run, `text` where it is only shown. */
  readonly mdx?: 'trusted' | 'text';
  readonly diagnostics: readonly Diagnostic[];
}

/** A canvas (`.canvas`) or base (`.base`) as read: text that is shown as a page of its own. Nothing interpreted yet. */
export interface DocumentFile {
  readonly kind: 'canvas' | 'base';
  readonly path: VaultPath;
  /** The path as the file system spells it; present only where that is not NFC and so differs from `path`. */
  readonly diskPath?: string;
  /** The whole text after decoding and repair, line ends as `\n`, no BOM. */
  readonly text: string;
  /** Hex digest of the bytes of the file. */
  readonly digest: string;
  /** Bytes on disk. */
  readonly size: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that is neither note nor document: image, PDF, anything. Its bytes are read only when a page shows it. */
export interface AssetFile {
  readonly path: VaultPath;
  /** The path as the file system spells it; present only where that is not NFC and so differs from `path`. */
  readonly diskPath?: string;
  readonly size: number;
  /** What ships in place of the file's own bytes. */
  readonly bytes?: Uint8Array;
}

/** Width and height of a picture, in pixels. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** A file that could not be taken in, and why. */
export interface FailedFile {
  readonly path: VaultPath;
  readonly reason: string;
  /** Of its bytes, when they could be read. */
  readonly digest?: string;
}

/** Everything found in a vault folder, sorted by path (code point order). */
export interface Vault {
  /** Absolute path of the folder. Never leaves this stage but for reading bytes. */
  readonly root: string;
  readonly notes: readonly NoteFile[];
  readonly documents: readonly DocumentFile[];
  readonly assets: readonly AssetFile[];
  /** Size of a picture; null when it is none or does not tell. Looks into the file when first asked. */
  readonly pixelsOf?: (path: VaultPath) => Pixels | null;
  readonly failed: readonly FailedFile[];
  /** Files left out by config, files in dot folders, dot files and `dossier.yaml` itself. `node_modules` and Dossier's own output are not counted. */
  readonly ignored: number;
  readonly diagnostics: readonly Diagnostic[];
}
