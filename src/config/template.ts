// Prose lines start with "# ", settings with "#" alone: taking that away from every setting gives a valid file that names each key once.
const TEMPLATE = `# Settings for this vault. Every key is optional: without this file Dossier
# reads the same notes and works out titles, accounts and people by itself.
# To use a setting, remove the # in front of it (and of the lines it belongs to).

# Name of the site. Without it: the name of the vault's folder.
#title: Field Notes

# Whose vault it is. An action given to @Myself belongs to this person.
#owner: Ines Okafor

# How dates and numbers are written on the pages.
#locale: en-GB

# Where the site will be reachable. Pages work anywhere without it; links of the
# 404 page and of tables and calendars of actions need it.
#site:
#  url: https://notes.example.com/

# Which files belong to the vault, as globs. Without it: all of them.
#include:
#  - '**'

# Which files do not: globs, folders, or names at any depth. Files and folders
# that start with a dot are always ignored.
#ignore:
#  - Templates
#  - Inbox/_drafts/**
#  - '*.tmp'

# What a note is, where its frontmatter does not say so. Kinds: account,
# meeting, person, project, daily, note.
#kinds:
#  folders:
#    People: person
#    Projects: project
#    Journal: daily
#  types:
#    call: meeting

# Other spellings of one person. A first name that fits only one person of an
# account needs no entry.
#people:
#  Tomas Lindqvist: [Tomas L., T. Lindqvist]

# Further names of the headings that Dossier understands.
#sections:
#  summary: [Overview]
#  actions: [To do]
#  decisions: [Agreed]
#  facts: [Good to know]
#  topics: [Themes]
#  context: [History]
#  related: [See also]
#  attendees: [Present]

# Count only check boxes with this text as actions, as set in the Tasks plugin.
#tasks:
#  globalFilter: '#task'

# Which notes stay out, besides those that say so themselves (private: true,
# draft: true, publish: false).
#publish:
#  exclude:
#    - Personal/**
#  tags: [internal]
#  requirePublish: false

# Profiles for "dossier brief". One named like its account is used for it.
#briefs:
#  Northwind Grocers:
#    accounts: [Northwind Grocers]
#    # Headings left out with all below them.
#    sections: [Internal notes]
#    # Frontmatter keys shown beyond title, date, account, participants, tags.
#    properties: [stage]
#    # Tags left out, with all below them.
#    tags: [risk]
#    # all, open or none.
#    actions: open
#    # Show e-mail addresses, and where notes came from.
#    emails: false
#    sources: false
#    # Texts blacked out wherever they stand.
#    redact: [Project Falcon]
#    since: 2025-01-01
#    until: 2025-12-31
#    footer: Confidential. For Northwind Grocers only.
#    # Findings of the audit that are known and accepted.
#    acknowledge: [Halden Rail]
#    # Files besides images that may go along.
#    attachments: ['*.pdf']

# Full-text search; offline: whether it works from a folder opened by double
# click, too (auto: unless the wiki is large; always, never); text: full, or
# excerpts on a machine with little memory.
#search:
#  enabled: true
#  offline: auto
#  text: full

# Show images from other sites in place. Opening a page then tells those sites.
#images:
#  remote: false

# .mdx files that may run. They are programs: name only your own.
#mdx:
#  trusted:
#    - Site/*.mdx

# Address of an "edit this note" link.
#links:
#  editUrl: obsidian://open?vault=Field%20Notes&file={path}

# The one accent colour.
#theme:
#  accent: '#2563eb'

# How much a finding matters, by its code: error, warning, info or off.
#check:
#  severity:
#    link-missing: warning
#    text-repaired: off
`;

/** The text of a new `dossier.yaml`: every key explained and commented out, so that it changes nothing until a line is uncommented. */
export function configTemplate(): string {
  return TEMPLATE;
}
