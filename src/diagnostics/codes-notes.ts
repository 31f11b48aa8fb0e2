import type { DiagnosticInfo } from './diagnostic.ts';

/** Findings of understanding one note: properties, dates, tags, Markdown. */
export const NOTE_CODES = {
  'tags-comma-string': {
    severity: 'warning',
    title: 'Tags in one string',
    about: 'Obsidian takes `tags: a, b` as one text with a comma in it, which is no tag.',
    hint: 'Write the tags as a list: `tags: [a, b]`.',
  },
  'tags-not-text': {
    severity: 'warning',
    title: 'Tag is not text',
    about: 'Obsidian drops numbers, and texts with spaces, from the tag list.',
    hint: 'Put quotes around the tag and at least one letter into it.',
  },
  'link-unquoted': {
    severity: 'warning',
    title: 'Link without quotes',
    about: 'YAML reads `key: [[Note]]` as a list in a list, so Obsidian sees no link. Dossier reads the link that must be meant.',
    hint: 'Put quotes around it: `key: "[[Note]]"`.',
  },
  'date-invalid': {
    severity: 'warning',
    title: 'Not a date',
    about: 'A date must be written YYYY-MM-DD and exist in the calendar. The value is shown as text and sorts nowhere.',
    hint: 'Write it as YYYY-MM-DD.',
  },
  'language-invalid': {
    severity: 'info',
    title: 'Not a language tag',
    about:
      'The key `lang` names the language of a note for fonts, line breaks and screen readers. Without one the script of the text decides.',
    hint: 'Write a tag such as `en`, `pt-BR` or `zh-Hant`.',
  },
  'cssclass-unknown': {
    severity: 'info',
    title: 'Unknown CSS class',
    about: 'A note may ask for a layout by `cssclasses`, from a list of those that are common in Obsidian. Other classes change nothing.',
    hint: 'Nothing to do, or take a layout from the page on writing notes.',
    settled: true,
  },
  'task-date-invalid': {
    severity: 'warning',
    title: 'Task date does not exist',
    about: 'The Tasks plugin reads the field, but there is no such day. The task counts as having no such date.',
    hint: 'Correct the date after the emoji or field name.',
  },
  'task-date-unread': {
    severity: 'warning',
    title: 'Task date cannot be read',
    about:
      'Behind the sign or key of a date stands none written YYYY-MM-DD. The Tasks plugin takes it as text; the task counts as having no such date.',
    hint: 'Write the day as YYYY-MM-DD behind the sign.',
  },
  'task-field-repeated': {
    severity: 'info',
    title: 'Task field repeated',
    about: 'A field stands twice in one task with different values. The one further left counts, as in the Tasks plugin.',
    hint: 'Keep one of them.',
  },
  'task-field-unread': {
    severity: 'info',
    title: 'Task field not read',
    about: 'The Tasks plugin reads fields from the end of the line and stops at any other text; what stands before it is part of the text.',
    hint: 'Move dates and other fields to the end of the line, and write values the plugin knows.',
  },
  'comment-unclosed': {
    severity: 'warning',
    title: 'Comment is not closed',
    about: 'A line that is just `%%` opens a comment; without a second one it hides the rest of the note.',
    hint: 'Add a line `%%` where the comment ends.',
  },
  'table-split-link': {
    severity: 'warning',
    title: 'Table splits a link',
    about: 'A `|` inside a link in a table ends the cell, in Obsidian too.',
    hint: 'Write `\\|` inside the link.',
  },
  'table-cells-dropped': {
    severity: 'warning',
    title: 'Table row is too long',
    about: 'Cells beyond the columns of the head are left out, as Obsidian and GitHub do.',
    hint: 'Add columns to the head, or write `\\|` for a `|` that is text.',
  },
  'math-unreadable': {
    severity: 'warning',
    title: 'Formula could not be read',
    about: 'A formula holds a command that is not known, or its braces do not match. The page shows its TeX in its place.',
    hint: 'Correct the formula, or write `\\$` where a dollar sign is meant.',
  },
  'nesting-too-deep': {
    severity: 'warning',
    title: 'Nested too deeply',
    about: 'Lists and quotes are read up to some thirty levels. What lies deeper is shown as plain text.',
    hint: 'Flatten the list or quote.',
  },
  'raw-html-removed': {
    severity: 'info',
    title: 'HTML removed',
    about: 'Scripts, styles, frames, drawings, players and form fields that a note writes as HTML never reach a page.',
    hint: 'Use Markdown for it (`![[file]]`, a link), or leave it out.',
  },
  'page-failed': {
    severity: 'error',
    title: 'Page could not be drawn',
    about: 'Drawing this page broke; every other page is complete.',
    hint: 'Please report it, with the note if you can.',
  },
} as const satisfies Record<string, DiagnosticInfo>;
