import { element, keyHint } from './dom.ts';
import { type SpokenLine, spokenLine } from './spoken.ts';
import { searchGlyph } from './words.ts';

/** The frame of a search dialog, for the search of a site and that of a brief in one file alike. */
export interface SearchFrame {
  /** A combobox over the list with the id `PALETTE_LIST`. */
  readonly input: HTMLInputElement;
  readonly status: SpokenLine;
  /** A modal `dialog` that gives the focus back when it closes. */
  readonly dialog: HTMLDialogElement;
  /** Opens it, or brings the keyboard back to its box. */
  readonly show: () => void;
}

export interface SearchFrameParts {
  /** What stands between the box and the keys. */
  readonly parts: readonly HTMLElement[];
  /** What stands behind the keys. */
  readonly after?: readonly HTMLElement[];
  readonly opened: () => void;
  /** It has closed, and was not asked for again meanwhile. */
  readonly closed?: () => void;
}

/** Id of the list of results. */
export const PALETTE_LIST = 'palette-found';

/** The box of a search dialog. */
export function searchInput(): HTMLInputElement {
  return element('input', {
    id: 'palette-q',
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': PALETTE_LIST,
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '200',
  });
}

/** Puts a search dialog together around its box. It stands in the document only while it is open. */
export function searchFrame(input: HTMLInputElement, { parts, after = [], opened, closed }: SearchFrameParts): SearchFrame {
  const close = element('button', { type: 'button' }, 'Close');
  const label = element('label', { class: 'vh', for: input.id }, 'Search all notes');
  const form = element('form', { role: 'search', class: 'ask' }, label, searchGlyph(), input, close);
  const status = spokenLine();
  const keys = element(
    'p',
    { class: 'keys' },
    keyHint(['↑', '↓'], 'move'),
    keyHint(['Enter'], 'open'),
    keyHint(['Esc'], 'close'),
    ...after,
  );
  const dialog = element('dialog', { class: 'palette', 'aria-label': 'Search' }, form, ...parts, status.root, keys);
  form.addEventListener('submit', (event) => event.preventDefault());
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    // The event comes a task later: by then the dialog may have been asked for again.
    if (dialog.open) return;
    closed?.();
    dialog.remove();
  });
  const show = (): void => {
    if (!dialog.open) {
      document.body.append(dialog);
      dialog.showModal();
      opened();
    }
    input.focus();
    input.select();
  };
  return { input, status, dialog, show };
}
