import * as z from 'zod';
import { textList } from './values.ts';

/**
 * Which notes the site leaves out, besides those that say `private: true`, `draft: true` or `publish: false` themselves, and those whose
 * frontmatter can not be read but mentions one of these. A note left out leaves no trace on the site: links to it look like links to notes that
 * were never written, and attachments that only it uses stay behind. `dossier check` and `dossier inspect` list it.
 */
export const publish = z
  .strictObject({
    /** Notes whose path fits one of these globs. */
    exclude: textList.default([]),
    /** Notes with one of these tags, or one below it. With or without `#`. */
    tags: textList.transform((tags) => tags.map((tag) => tag.replace(/^#/u, ''))).prefault([]),
    /** Show only notes that say `publish: true`. Default: false. */
    requirePublish: z.boolean().default(false),
  })
  .prefault({});
