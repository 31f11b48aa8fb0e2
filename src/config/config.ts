import type { Kind, SectionName } from './names.ts';

/** Settings of one vault: `dossier.yaml`, with every default filled in. */
export interface Config {
  readonly title: string | null;
  /** The vault's owner: whom `@Myself` means. */
  readonly owner: string | null;
  /** BCP 47, for dates and `lang`. Default `en`. */
  readonly locale: string;
  readonly site: { readonly url: string | null };
  readonly include: readonly string[];
  readonly ignore: readonly string[];
  /** Kind by folder prefix or by `type:` value. */
  readonly kinds: { readonly folders: Readonly<Record<string, Kind>>; readonly types: Readonly<Record<string, Kind>> };
  /** Person → other spellings. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  /** Section → further heading names. */
  readonly sections: Readonly<Partial<Record<SectionName, readonly string[]>>>;
  readonly tasks: { readonly globalFilter: string | null };
  readonly publish: { readonly exclude: readonly string[]; readonly tags: readonly string[]; readonly requirePublish: boolean };
  readonly search: { readonly enabled: boolean; readonly offline: 'auto' | 'always' | 'never' };
  readonly images: { readonly remote: boolean };
  readonly mdx: { readonly trusted: readonly string[] };
  readonly links: { readonly editUrl: string | null };
  readonly theme: { readonly accent: string | null };
  /** Severity by diagnostic code. */
  readonly check: { readonly severity: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>> };
}
