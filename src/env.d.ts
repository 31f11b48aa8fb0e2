/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The page being shown: everything a template may use. */
    page: import('./views/view.ts').Page;
    /** While an MDX program draws a page's text: what it may use. */
    mdx?: import('./views/mdx-view.ts').MdxContent;
    /** Where the 500 page leaves what a template threw, and an MDX page what was being drawn of it. */
    failure: { error?: unknown; island?: number };
  }
}

/** Paths of the theme's own files, relative to the site root. `search` is absent when the search script is not built, and asks the index with `asking`; `landing` marks words on pages that results lead to. `diagrams` draws with `engine`. */
declare module 'virtual:theme-assets' {
  export const assets: {
    readonly style: string;
    readonly early: string;
    readonly script: string;
    readonly search?: string;
    readonly asking: string;
    readonly landing: string;
    readonly landingStyle: string;
    readonly diagrams: string;
    readonly engine: string;
    readonly math: string;
    readonly code: string;
    readonly copy: string;
    readonly findings: string;
    readonly copyFindings: string;
    readonly log: string;
    readonly contacts: string;
    readonly languages: string;
    readonly layouts: string;
    readonly canvas: string;
    readonly home: string;
    readonly cover: string;
    readonly visits: string;
    readonly board: string;
    readonly lists: string;
    readonly calendar: string;
    readonly mdx: string;
    readonly record: string;
  };
}

/** A compiled template, as far as TypeScript alone can tell; `astro check` knows its props. */
declare module '*.astro' {
  const component: unknown;
  export default component;
}
