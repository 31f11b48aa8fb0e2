import fs from 'node:fs';
import path from 'node:path';
import { EXIT } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';
import { readVaultFolder } from './vault-folder.ts';

const TEMPLATE = `# Settings of this vault for Dossier. Every key is optional; the values shown are examples or defaults.
# Take the "#" away from the lines of a setting to use it.

# Name of the site. Default: the name of the folder.
#title: Field notes

# Whose vault it is: the person that @Myself in an action means.
#owner: Ines Okafor

# How dates are written, and the language of the pages (BCP 47).
#locale: en-GB

# Where the site will be published. Needed for feeds and the sitemap only.
#site:
#  url: https://notes.example.com/

# Files that belong to the site, and files that do not, as globs from the vault's root.
#include: ["**"]
#ignore:
#  - Inbox/_drafts/**

# What a note is (account, meeting, person, project, daily, note), by folder or by its "type".
#kinds:
#  folders:
#    Clients: account
#  types:
#    partner: account

# Other spellings of a person.
#people:
#  Tomas Lindqvist: [Tomas, T. Lindqvist]

# Further names of the sections with a meaning of their own
# (summary, actions, decisions, facts, topics, context, related, attendees).
#sections:
#  actions: [Follow-ups]

# Only list items with this tag count as tasks.
#tasks:
#  globalFilter: "#task"

# Notes that stay out of the site. Notes with "publish: false", "private: true" or "draft: true" always do.
#publish:
#  exclude: [Private/**]
#  tags: [private]
#  requirePublish: false

# Whether pages show images from other sites, or a link in their place.
#images:
#  remote: false

# How bad a finding is (error, warning, info, off), by its code.
#check:
#  severity:
#    link-missing: off
`;

/** `dossier init`: writes a commented `dossier.yaml` into a folder that has none. Returns the exit code. */
export async function runInit(folder: string): Promise<number> {
  const file = path.join(readVaultFolder(folder), 'dossier.yaml');
  try {
    fs.writeFileSync(file, TEMPLATE, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(`${file} is there already`, 'Edit it, or move it away first.');
  }
  process.stdout.write(`Wrote ${path.relative(process.cwd(), file)}. Every line in it is a comment: take the # away from what you need.\n`);
  return EXIT.fine;
}
