import { createRequire } from 'node:module';
import type { HLJSApi, LanguageFn } from 'highlight.js';
import type * as Satteri from 'satteri';
import type Temml from 'temml';

/*
 * Packages that only some vaults need. They are loaded when the first formula or the first code block of a build is met, since loading
 * them takes longer than starting. Nothing of a vault is read here.
 */
const load = createRequire(import.meta.url);

/** Turns TeX into MathML. */
export function loadTemml(): typeof Temml {
  return load('temml');
}

/** Colours code; knows no language yet. */
export function loadHighlighter(): HLJSApi {
  return load('highlight.js/lib/core');
}

/** One language for the highlighter, by the name of its file there. Never a name from a note. */
export function loadLanguage(name: string): LanguageFn {
  return load(`highlight.js/lib/languages/${name}`);
}

/** Parser and compiler of MDX: those of Astro's own MDX, so that what they take Astro takes. Throws a MissingPackageError where Astro is not installed. */
export function loadMdxCompiler(): Pick<typeof Satteri, 'mdxToJs' | 'mdxToMdast'> {
  try {
    return load('satteri');
  } catch (error) {
    throw new MissingPackageError(error);
  }
}

/** A vault has trusted MDX pages and what compiles them is not installed. */
export class MissingPackageError extends Error {
  override readonly name = 'MissingPackageError';
  readonly hint =
    'Install it beside Dossier: npm install astro @astrojs/mdx satteri. Or take the pages out of mdx.trusted; they are then shown as text.';

  constructor(cause: unknown) {
    super('The vault has trusted MDX pages, and Astro, which compiles them, is not installed.', { cause });
  }
}
