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

const HASH = '#'.charCodeAt(0);
const LAST_OF_CLASS = 's'.charCodeAt(0);
const LAST_OF_DUE = 'e'.charCodeAt(0);
const LAST_OF_DIR = 'r'.charCodeAt(0);
const LAST_OF_LANG = 'g'.charCodeAt(0);

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
  for (let at = html.indexOf('="', Math.max(html.indexOf('</head>'), 0)); at !== -1; at = html.indexOf('="', at + 2)) {
    if (html.charCodeAt(at + 2) === HASH) {
      if (html.startsWith('i-', at + 3)) icons.add(html.slice(at + 5, html.indexOf('"', at + 5)));
      continue;
    }
    // Most attributes are told apart by the last letter of their name.
    switch (html.charCodeAt(at - 1)) {
      case LAST_OF_CLASS: {
        if (!html.startsWith(' clas', at - 6)) break;
        const value = html.slice(at + 2, html.indexOf('"', at + 2));
        code ||= value === 'code';
        diagram ||= value === 'mermaid';
        layout ||= value.includes(' prose note-');
        canvas ||= value === 'canvas' || value === 'page base-page' || value.endsWith(' documents');
        break;
      }
      case LAST_OF_DUE:
        due ||= html.startsWith(' data-du', at - 9);
        break;
      case LAST_OF_DIR:
        language ||= html.startsWith(' di', at - 4);
        break;
      case LAST_OF_LANG:
        language ||= html.startsWith(' lan', at - 5);
        break;
      default:
    }
  }
  return { icons, formula: html.includes('<math'), code, diagram, due, language, layout, canvas };
}
