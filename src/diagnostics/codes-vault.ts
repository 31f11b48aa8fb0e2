import type { DiagnosticInfo } from './diagnostic.ts';

/** Findings of connecting notes: links, embeds, accounts, people, pages, what is left out. */
export const VAULT_CODES = {
  'accent-adapted': {
    severity: 'info',
    title: 'Accent colour adapted',
    about:
      'Text in the colour of `theme.accent` could not be read well on light pages (contrast below 4.5 to 1), so a darker one of the same hue is used there.',
    hint: 'Nothing to do, or set `theme.accent` to a darker colour.',
    settled: true,
  },
  'link-healed': {
    severity: 'info',
    title: 'Link healed',
    about: 'Obsidian finds no note for this link; Dossier found the one that must be meant.',
    hint: 'Correct the link in the note, so that Obsidian follows it too.',
  },
  'link-missing': {
    severity: 'info',
    title: 'Link to no note',
    about: 'No note has this name. The link leads to a page that lists every mention of it.',
    hint: 'Write the note, or correct the name.',
  },
  'link-ambiguous': {
    severity: 'warning',
    title: 'Link could mean several notes',
    about: 'Several notes fit equally well, so none is chosen.',
    hint: 'Write the path of the one you mean.',
  },
  'name-shared': {
    severity: 'info',
    title: 'Link by a name that several notes have',
    about: 'No note of that name lies in the same folder, so Obsidian takes the one with the shortest path. Another may be meant.',
    hint: 'Nothing to do if it is the right one; else write the path of the one you mean.',
    settled: true,
  },
  'subpath-missing': {
    severity: 'warning',
    title: 'Heading or block not found',
    about: 'The note exists but not the heading or block behind the `#`. The link leads to the top of the note.',
    hint: 'Correct the part behind the `#`.',
  },
  'embed-missing': {
    severity: 'warning',
    title: 'Embedded file not found',
    about: 'The page shows a placeholder in its place.',
    hint: 'Add the file to the vault, or remove the embed.',
  },
  'canvas-unreadable': {
    severity: 'error',
    title: 'Canvas can not be read',
    about: 'A .canvas file must be JSON (JSON Canvas 1.0). The page of this one shows its text instead of a drawing.',
    hint: 'Mend the line named, or take the file from a backup: Obsidian can not open it either.',
  },
  'canvas-part-unread': {
    severity: 'warning',
    title: 'Part of a canvas not read',
    about: 'A card or a line of the canvas is not as the format says. It is left out, or drawn as far as it can be.',
    hint: 'Open the canvas in Obsidian and draw that part again, or mend the line named in the file.',
  },
  'base-unreadable': {
    severity: 'error',
    title: 'Base can not be read',
    about: 'A .base file must be YAML. The page of this one shows its text and nothing else.',
    hint: 'Mend the line named. Text with `: ` or ` #` in it, or a `!` or `[` at its start, needs quotes.',
  },
  'base-part-unread': {
    severity: 'warning',
    title: 'Part of a base not read',
    about: 'A part of the base is not as Obsidian writes it. The page leaves it out; the source on that page has it.',
    hint: 'Compare the part named with a base that Obsidian has made.',
  },
  'embed-cycle': {
    severity: 'warning',
    title: 'Notes embed each other',
    about: 'The note would contain itself. Where it would, a link stands instead.',
    hint: 'Replace one of the embeds by a link.',
  },
  'embed-depth': {
    severity: 'warning',
    title: 'Embeds too deep',
    about: 'Embeds inside embeds are shown five levels deep; what lies below is a link.',
    hint: 'Embed the innermost note directly.',
  },
  'account-conflict': {
    severity: 'warning',
    title: 'Account in dispute',
    about: 'Frontmatter, tags, text and folder name different accounts. The note is kept out of every brief.',
    hint: 'Let all of them name the same account.',
  },
  'last-contact-disputed': {
    severity: 'info',
    title: 'Last contact disagrees',
    about: 'The date in the account note is not the date of the newest meeting. The newer one is shown.',
    hint: 'Correct `last_contact`, or remove it: it is worked out from the meetings.',
  },
  'owner-inferred': {
    severity: 'info',
    title: 'Owner inferred',
    about: 'A short name was taken for the only known person whom it fits here.',
    hint: 'Nothing to do if it is right; else write the full name or use `people` in dossier.yaml.',
    settled: true,
  },
  'owner-ambiguous': {
    severity: 'warning',
    title: 'Owner could be several people',
    about: 'The name fits several known people. The action stays with the name as written, unless it stands elsewhere with a clear owner.',
    hint: 'Write the full name, or use `people` in dossier.yaml.',
  },
  'account-twice': {
    severity: 'warning',
    title: 'Two notes for one account',
    about: 'Two notes say they are the account of one name. The first by path is shown as the account; the other has a page of its own.',
    hint: 'Join the notes, or give one of them another title.',
  },
  'account-alike': {
    severity: 'warning',
    title: 'Accounts that look alike',
    about:
      'Two names of accounts look the same to a reader, by letters of other scripts that are drawn alike, or differ only in punctuation, space or accents. They are two accounts, with a page each.',
    hint: 'If they are one, write the name in one way, or add the other as an alias in the account note.',
  },
  'remote-image': {
    severity: 'info',
    title: 'Image from another site',
    about: 'It is shown as a link, so that reading a page tells no other site about it.',
    hint: 'Save the image in the vault, or set `images.remote` in dossier.yaml.',
  },
  'asset-missing': {
    severity: 'warning',
    title: 'File could not be copied',
    about: 'A page shows this file, but it could not be read when the site was written.',
    hint: 'Check that the file is there and can be read.',
  },
  'asset-not-shipped': {
    severity: 'warning',
    title: 'File is not copied',
    about: 'Scripts, XML documents and the like could run on the site as if they were part of it. Links to them are plain text.',
    hint: 'Link to a PDF or an image of it instead, or to where it is published.',
  },
  'note-withheld': {
    severity: 'info',
    title: 'Note left out',
    about: 'A rule of the vault or of its config keeps this note out of the site.',
    hint: 'Nothing to do if that is meant; the message names the rule.',
    settled: true,
  },
} as const satisfies Record<string, DiagnosticInfo>;
