import * as z from 'zod';
import { textList } from './values.ts';

export const search = z
  .strictObject({
    /** Whether the site gets full-text search. Default: true. */
    enabled: z.boolean().default(true),
    /**
     * Whether search also works from a folder opened by double click, for which the index is written twice: `auto` (when it has at most 12 MB,
     * that of some 6,000 notes), `always` or `never`. Default: auto.
     */
    offline: z.enum(['auto', 'always', 'never']).default('auto'),
    /**
     * How much of each note is searched: `full`, or `excerpts` (title, names, tags, headings, and the summary or first paragraph), which takes a small part of the
     * memory and the time of a build. Default: full.
     */
    text: z.enum(['full', 'excerpts']).default('full'),
  })
  .prefault({});

export const images = z
  .strictObject({
    /** Show images from other sites in place; opening a page then tells those sites about it. Never in briefs. Default: false (a link). */
    remote: z.boolean().default(false),
  })
  .prefault({});

export const mdx = z
  .strictObject({
    /** Globs of the .mdx files that may run, as pages with components. They are programs: name only files that you wrote. Default: none. */
    trusted: textList.default([]),
  })
  .prefault({});

export const links = z
  .strictObject({
    /**
     * Address for an "edit this note" link, with `{path}` where the note's path belongs: `obsidian://open?vault=Team&file={path}`. Default: no
     * such link.
     */
    editUrl: z
      .string()
      .refine(
        (url) => /^(?:https?|obsidian|vscode):/u.test(url) && url.includes('{path}'),
        'an https, obsidian or vscode address with {path} in it',
      )
      .nullable()
      .default(null),
  })
  .prefault({});

export const theme = z
  .strictObject({
    /** The one accent colour, as `#rgb` or `#rrggbb`; where text in it would not be legible, one of the same hue is used. Default: the theme's own. */
    accent: z
      .string()
      .refine((colour) => /^#(?:[\da-f]{3}|[\da-f]{6})$/iu.test(colour), 'a colour such as "#2563eb", in quotes')
      .nullable()
      .default(null),
  })
  .prefault({});
