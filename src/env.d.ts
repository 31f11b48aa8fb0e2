/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The page being shown: everything a template may use. */
    page: import('./views/view.ts').Page;
    /** Where the 500 page leaves what a template threw. */
    failure: { error?: unknown };
  }
}

/** Paths of the theme's own files, relative to the site root. `search` is absent when the search script is not built, and asks the index with `asking`. `diagrams` draws with `engine`. */
declare module 'virtual:theme-assets' {
  export const assets: {
    readonly style: string;
    readonly early: string;
    readonly script: string;
    readonly search?: string;
    readonly asking: string;
    readonly diagrams: string;
    readonly engine: string;
    readonly math: string;
    readonly code: string;
    readonly copy: string;
    readonly languages: string;
    readonly layouts: string;
    readonly canvas: string;
  };
}

/** A compiled template, as far as TypeScript alone can tell; `astro check` knows its props. */
declare module '*.astro' {
  const component: unknown;
  export default component;
}
