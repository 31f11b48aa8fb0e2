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
}

const HASH = 0x23;
const QUOTE = 0x22;
const EQUALS = 0x3d;
const LESS = 0x3c;

/**
 * Reads the marks in one pass, since pages are many and most hold none of them: looks closer only at `<`, at `#`, and at the `=` of an
 * attribute. Text of notes can not look like a mark, for it is escaped.
 */
export function marksOf(html: string): PageMarks {
  const icons = new Set<string>();
  let formula = false;
  let code = false;
  let diagram = false;
  let due = false;
  let language = false;
  let layout = false;
  let canvas = false;
  const body = html.indexOf('</head>');
  for (let at = Math.max(body, 0); at < html.length; at += 1) {
    const unit = html.charCodeAt(at);
    if (unit === LESS) {
      formula ||= html.startsWith('math', at + 1);
      code ||= html.startsWith('div class="code"', at + 1);
      diagram ||= html.startsWith('pre class="mermaid"', at + 1);
      canvas ||= html.startsWith('div class="canvas"', at + 1) || html.startsWith('main class="page base-page"', at + 1);
    } else if (unit === EQUALS && html.charCodeAt(at + 1) === QUOTE) {
      if (html.charCodeAt(at + 2) === HASH && html.startsWith('i-', at + 3)) icons.add(html.slice(at + 5, html.indexOf('"', at + 5)));
      else if (html.startsWith(' class', at - 6)) {
        const classes = html.slice(at + 2, html.indexOf('"', at + 2));
        layout ||= classes.includes(' prose note-');
        canvas ||= classes.endsWith(' documents');
      } else if (html.startsWith(' data-due', at - 9)) due = true;
      else language ||= html.startsWith(' dir', at - 4) || html.startsWith(' lang', at - 5);
    }
  }
  return { icons, formula, code, diagram, due, language, layout, canvas };
}
