import type { DiagnosticInfo } from './diagnostic.ts';

/** Findings of reading files: names, bytes, damaged text, frontmatter. */
export const READING_CODES = {
  'file-vanished': {
    severity: 'warning',
    title: 'File vanished',
    about: 'The file was listed but could not be opened a moment later, not even at a second try.',
    hint: 'Something else is moving files (a sync client, an archive script). Run the command again when it is done.',
  },
  'file-unreadable': {
    severity: 'error',
    title: 'File or folder could not be read',
    about: 'The operating system refused to hand out the file or folder.',
    hint: 'Check its permissions, or add it to `ignore` in dossier.yaml.',
  },
  'file-too-large': {
    severity: 'warning',
    title: 'File is very large',
    about:
      'A note above 1 MB is shown as plain text without links, tags or tasks. A note above 32 MB is not read at all, nor is a canvas or base above 4 MB.',
    hint: 'Split the note, or move raw exports out of the vault.',
  },
  'file-not-regular': {
    severity: 'warning',
    title: 'Not a regular file',
    about: 'Symbolic links, pipes, sockets and devices are not followed: they could lead outside the vault.',
    hint: 'Copy the file into the vault if it belongs there.',
  },
  'encoding-unreadable': {
    severity: 'error',
    title: 'File is not readable text',
    about:
      'A note must be UTF-8, or UTF-16 with a byte order mark, without NUL bytes. Anything else is refused rather than shown half-read.',
    hint: 'Save the file as UTF-8.',
  },
  'name-not-nfc': {
    severity: 'info',
    title: 'File name in decomposed form',
    about: 'The name is stored with separate accents (as older Macs do). Dossier reads it in composed form, so links match.',
    hint: 'Nothing to do. Renaming the file in Obsidian stores the composed form.',
    settled: true,
  },
  'name-collision': {
    severity: 'error',
    title: 'Two files with one name',
    about: 'Two file names differ only in how their accents are stored, so they are one name to every reader. The second one is left out.',
    hint: 'Rename one of the two files.',
  },
  'name-case-duplicate': {
    severity: 'warning',
    title: 'Names differ only in case',
    about: 'Obsidian does not tell upper and lower case apart in links, and on macOS and Windows the two files would overwrite each other.',
    hint: 'Rename one of the two files.',
  },
  'name-damaged': {
    severity: 'warning',
    title: 'Damaged file name',
    about:
      'The name looks like UTF-8 that was once read as Windows-1252 or Windows-1254 (`ZÃ¼rich` for `Zürich`). No file is renamed. Where the damage is certain, the page is called by the mended name and links find it in either spelling.',
    hint: 'Rename the file in Obsidian, which corrects the links to it.',
  },
  'text-repaired': {
    severity: 'info',
    title: 'Damaged text mended',
    about: 'UTF-8 text had once been read as Windows-1252 or Windows-1254 (`â€™` for `’`). The pages show the mended text.',
    hint: 'Nothing to do for the site. `dossier inspect` lists each change under `repairs`, for mending the notes themselves.',
    settled: true,
  },
  'text-damaged': {
    severity: 'warning',
    title: 'Damaged text left',
    about: 'The note holds sequences that look like wrongly read UTF-8 but can not be mended with certainty.',
    hint: 'Mend the text by hand, or write the note again from its source.',
  },
  'frontmatter-invalid': {
    severity: 'error',
    title: 'Frontmatter is not valid YAML',
    about: 'The block at the top of the note could not be read, so the note has no properties. Its body is shown.',
    hint: 'Mend the line named. Text with `: ` or ` #` in it needs quotes.',
  },
  'frontmatter-duplicate-key': {
    severity: 'error',
    title: 'Frontmatter names a key twice',
    about: 'Which of the two values counts can not be known, so none of the block is used.',
    hint: 'Remove one of the two lines.',
  },
  'frontmatter-not-a-mapping': {
    severity: 'warning',
    title: 'Frontmatter holds no keys',
    about: 'The block at the top holds a list or plain text instead of `key: value` lines. It is shown as part of the note.',
    hint: 'Write `key: value` lines, or put an empty line above the first `---` when it is meant as a rule.',
  },
  'frontmatter-unclosed': {
    severity: 'error',
    title: 'Frontmatter is not closed',
    about: 'The note starts with `---` and a property but no line that is just `---` ends the block, so the note has no properties.',
    hint: 'Add a line `---` below the last property.',
  },
  'frontmatter-misplaced': {
    severity: 'warning',
    title: 'Frontmatter is not on the first line',
    about: 'Properties count only when the file starts with `---`; here something stands before it, or the line is not exactly `---`.',
    hint: 'Remove what stands before the block, and write exactly three dashes.',
  },
  'frontmatter-language': {
    severity: 'error',
    title: 'Frontmatter in another language',
    about: 'Only YAML (and JSON, which is YAML) is read. Blocks such as `---js` or `+++` are never run or read.',
    hint: 'Write the properties as YAML between two lines `---`.',
  },
  'frontmatter-too-large': {
    severity: 'error',
    title: 'Frontmatter is too large',
    about: 'The block is above 64 KB, or becomes so when its references are filled in, or nests deeper than 20 levels.',
    hint: 'Move the data into the body of the note or into a file of its own.',
  },
  'frontmatter-withheld': {
    severity: 'error',
    title: 'Note withheld: privacy flags can not be read',
    about: 'The unreadable frontmatter mentions publish, private or draft. Since it may say so, the note is shown nowhere.',
    hint: 'Mend the frontmatter; the finding beside this one says where.',
  },
  'mdx-untrusted': {
    severity: 'warning',
    title: 'MDX is not run',
    about: 'An .mdx file is a program. It is shown as text, unless `mdx.trusted` in dossier.yaml names it.',
    hint: 'Name it under mdx.trusted in dossier.yaml if you wrote it; rename it to .md if it is a plain note.',
  },
  'mdx-pattern-unmatched': {
    severity: 'warning',
    title: 'A trusted place holds no MDX page',
    about: 'A pattern under `mdx.trusted` in dossier.yaml names no .mdx file of the vault.',
    hint: "Patterns count from the vault's folder, and letter case counts.",
  },
  'mdx-syntax': {
    severity: 'error',
    title: 'MDX page can not be read',
    about: 'The text of a trusted MDX page is no valid MDX. The page shows it as text; other pages are not affected.',
    hint: 'Mend the line. In MDX, `<` and `{` begin a program: write them as \\< and \\{ where they are text.',
  },
  'mdx-import': {
    severity: 'error',
    title: 'MDX page imports something',
    about: 'The components of a page are at hand without an import, and nothing else can be had by one. The page is shown as text.',
    hint: 'Take the line out. What the page needs of its own can stand in it, behind `export const`.',
  },
  'mdx-component': {
    severity: 'error',
    title: 'Unknown component',
    about: 'An MDX page uses a component that there is none of. A line that says so stands in its place.',
    hint: 'Components are Accounts, Timeline, Actions, Decisions, NoteList and Embed.',
  },
  'mdx-attribute': {
    severity: 'warning',
    title: 'Attribute not understood',
    about: 'A component of an MDX page has an attribute that it does not know, or one whose value has the wrong form.',
    hint: 'The manual lists the attributes of every component.',
  },
  'mdx-value': {
    severity: 'warning',
    title: 'Component asks for something that is not there',
    about: 'An attribute of a component names an account, person, tag, folder, kind or note that the site does not have.',
    hint: 'Check the spelling. A note that a rule keeps out counts as absent.',
  },
  'mdx-element': {
    severity: 'warning',
    title: 'HTML that a page can not show',
    about: 'Pages run no scripts and take no styles of their own, and addresses in HTML tags are not followed into the vault.',
    hint: 'Use classes of the theme, and `[[…]]` for notes and files.',
  },
} as const satisfies Record<string, DiagnosticInfo>;
