import { createRequire } from 'node:module';
import type { HLJSApi, LanguageFn } from 'highlight.js';
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
