import * as z from 'zod';
import { isoDate, mappingOf, text, textList } from './values.ts';

/** What one brief shows. Everything not named here is withheld. */
export const briefProfile = z
  .strictObject({
    /** The accounts it is about, exactly as their notes name them. Default: the account given on the command line. */
    accounts: textList.default([]),
    /** Headings whose sections are left out, with all below them. Case does not count. */
    sections: textList.default([]),
    /** Frontmatter keys shown beyond title, date, account, participants and tags. */
    properties: textList.default([]),
    /** Tags left out, in frontmatter and text, with all below them. Tags that mark private parts and proposed actions keep their meaning. */
    tags: textList.default([]),
    /** Which actions are shown. Default: all. */
    actions: z.enum(['all', 'open', 'none']).default('all'),
    /** Show e-mail addresses; without it they are blacked out. Default: false. */
    emails: z.boolean().default(false),
    /** Show where notes came from: `source`, `source_ref` and Source lines with their links. Default: false. */
    sources: z.boolean().default(false),
    /** Texts that are blacked out wherever they stand, case does not count. */
    redact: textList.default([]),
    /** First day: dated notes before it are left out. */
    since: isoDate.nullable().default(null),
    /** Last day: dated notes after it are left out. */
    until: isoDate.nullable().default(null),
    /** A line at the foot of every page, such as a notice of confidentiality. */
    footer: text.nullable().default(null),
    /** Findings of the audit that are known and accepted: the names or words it quotes. */
    acknowledge: textList.default([]),
    /** Which files besides images may go along when an included page shows them, as globs (`*.pdf`). Default: none. */
    attachments: textList.default([]),
  })
  .refine(({ since, until }) => since === null || until === null || since <= until, {
    path: ['until'],
    message: 'a day not before `since`',
  });

/**
 * Profiles for `dossier brief`, by a name of your choice. A brief named like its account is used for that account by itself.
 */
export const briefs = mappingOf(briefProfile.prefault({})).prefault({});
