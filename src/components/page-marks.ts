/** What only some pages have, and what those load for it (`page-extras.ts`). */
export type Feature =
  | 'formula'
  | 'code'
  | 'diagram'
  /** A block that names a language or a direction of its own. */
  | 'language'
  /** A layout that a note asks for. */
  | 'layout'
  /** Components of an MDX page, or its text. */
  | 'mdx'
  /** A drawn canvas, the page of a base, a list of either. */
  | 'canvas'
  /** The timeline of an account with its filter, or the tables of people. */
  | 'record'
  /** Findings, or what to do about a name without a note. */
  | 'findings'
  /** When someone was met, told by a script against today. */
  | 'contacts'
  /** The log of decisions. */
  | 'log'
  /** The first page. */
  | 'home'
  /** The first page of a brief. */
  | 'cover'
  /** The page of all actions, or the index of accounts. */
  | 'lists'
  | 'timeline';

/** What a finished page uses of what only some pages need, told by its text: embedded notes and every template count alike. */
export interface PageMarks {
  /** Names of the glyphs it refers to (`href="#i-…"`), as written. */
  readonly icons: ReadonlySet<string>;
  /** A due date that a script may mark as late or soon. */
  readonly due: boolean;
  readonly features: ReadonlySet<Feature>;
}

/** Features by the whole value of a class attribute, as the templates write it. */
const BY_CLASS: ReadonlyMap<string, Feature> = new Map<string, Feature>([
  ['code', 'code'],
  ['mermaid', 'diagram'],
  ['canvas', 'canvas'],
  ['page base-page', 'canvas'],
  ['sift', 'record'],
  ['year', 'record'],
  ['names', 'record'],
  ['table board-grid', 'record'],
  ['table lists met-table', 'record'],
  ['page health', 'findings'],
  ['page absent', 'findings'],
  ['page log', 'log'],
  ['page home', 'home'],
  ['sheet', 'cover'],
  ['page board', 'lists'],
  ['page accounts', 'lists'],
  ['page timeline', 'timeline'],
]);

const HASH = '#'.charCodeAt(0);
const LAST_OF_CLASS = 's'.charCodeAt(0);
const LAST_OF_DUE = 'e'.charCodeAt(0);
const LAST_OF_DIR = 'r'.charCodeAt(0);
const LAST_OF_MET = 't'.charCodeAt(0);
const LAST_OF_LANG = 'g'.charCodeAt(0);

/**
 * Reads the marks from attribute to attribute, since pages are many and most hold none of them. Text of notes can not look like a mark, for it
 * is escaped.
 */
export function marksOf(html: string): PageMarks {
  const icons = new Set<string>();
  const features = new Set<Feature>();
  let due = false;
  for (let at = html.indexOf('="', Math.max(html.indexOf('</head>'), 0)); at !== -1; at = html.indexOf('="', at + 2)) {
    if (html.charCodeAt(at + 2) === HASH) {
      if (html.startsWith('i-', at + 3)) icons.add(html.slice(at + 5, html.indexOf('"', at + 5)));
      continue;
    }
    // Most attributes are told apart by the last letter of their name.
    switch (html.charCodeAt(at - 1)) {
      case LAST_OF_CLASS: {
        if (!html.startsWith(' clas', at - 6)) break;
        const feature = featureOf(html.slice(at + 2, html.indexOf('"', at + 2)));
        if (feature !== undefined) features.add(feature);
        break;
      }
      case LAST_OF_DUE:
        due ||= html.startsWith(' data-du', at - 9);
        break;
      case LAST_OF_DIR:
        if (html.startsWith(' di', at - 4)) features.add('language');
        break;
      case LAST_OF_LANG:
        if (html.startsWith(' lan', at - 5)) features.add('language');
        break;
      case LAST_OF_MET:
        if (html.startsWith(' data-met', at - 9)) features.add('contacts');
        break;
      default:
    }
  }
  if (html.includes('<math')) features.add('formula');
  return { icons, due, features };
}

function featureOf(value: string): Feature | undefined {
  const feature = BY_CLASS.get(value);
  if (feature !== undefined) return feature;
  if (value.startsWith('asked') || value.endsWith(' mdx-text')) return 'mdx';
  return value.includes(' prose note-') ? 'layout' : value.endsWith(' documents') ? 'canvas' : undefined;
}
