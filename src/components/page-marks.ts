/** What a finished page uses of what only some pages need, told by its text: embedded notes and every template count alike. */
export interface PageMarks {
  /** Names of the glyphs it refers to (`href="#i-…"`), as written. */
  readonly icons: ReadonlySet<string>;
  readonly formula: boolean;
  readonly code: boolean;
  readonly diagram: boolean;
  /** A due date that a script may mark as late or soon. */
  readonly due: boolean;
  /** A block that names a language or a direction of its own. */
  readonly language: boolean;
  /** A layout that a note asks for. */
  readonly layout: boolean;
  /** A drawn canvas, the page of a base, a list of either. */
  readonly canvas: boolean;
  /** The timeline of an account with its filter, or the tables of people. */
  readonly record: boolean;
}

/**
 * Reads the marks from attribute to attribute, since pages are many and most hold none of them. Text of notes can not look like a mark, for it
 * is escaped.
 */
export function marksOf(html: string): PageMarks {
  const icons = new Set<string>();
  let code = false;
  let diagram = false;
  let due = false;
  let language = false;
  let layout = false;
  let canvas = false;
  let record = false;
  for (let at = html.indexOf('="', Math.max(html.indexOf('</head>'), 0)); at !== -1; at = html.indexOf('="', at + 2)) {
    if (html.startsWith('#i-', at + 2)) icons.add(html.slice(at + 5, html.indexOf('"', at + 5)));
    else if (html.startsWith(' class', at - 6)) {
      const value = html.slice(at + 2, html.indexOf('"', at + 2));
      code ||= value === 'code';
      diagram ||= value === 'mermaid';
      layout ||= value.includes(' prose note-');
      record ||=
        value === 'sift' || value === 'year' || value === 'table board-grid' || value === 'table lists met-table' || value === 'names';
      canvas ||= value === 'canvas' || value === 'page base-page' || value.endsWith(' documents');
    } else if (html.startsWith(' data-due', at - 9)) due = true;
    else language ||= html.startsWith(' dir', at - 4) || html.startsWith(' lang', at - 5);
  }
  return { icons, formula: html.includes('<math'), code, diagram, due, language, layout, canvas, record };
}
