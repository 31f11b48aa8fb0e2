import { element, isTyping, keyHint } from '../search/dom.ts';
import { createListbox } from '../search/listbox.ts';
import { optionGroups } from '../search/options.ts';
import { spokenLine } from '../search/spoken.ts';
import { resultCount, searchGlyph } from '../search/words.ts';
import { type Finder, type FindRecord, finderOver, hitOf } from './find.ts';

/** Pages listed at once: who sees so many asks for more words. */
const LISTED = 20;
const LIST = 'palette-found';

/** Opens the search on `/`, Ctrl-K and the button in the head. `records` is asked for once, when the reader first searches. */
export function offerSearch(records: () => readonly FindRecord[]): void {
  let dialog: (() => void) | null = null;
  const open = (): void => {
    dialog ??= createDialog(finderOver(records()));
    dialog();
  };
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
    if (!command && !slash) return;
    event.preventDefault();
    open();
  });
  for (const button of document.querySelectorAll('button.find')) button.addEventListener('click', open);
}

/** Gives the function that shows it. */
function createDialog(finder: Finder): () => void {
  const input = element('input', {
    id: 'palette-q',
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': LIST,
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '200',
  });
  const close = element('button', { type: 'button' }, 'Close');
  const label = element('label', { class: 'vh', for: input.id }, 'Search all notes');
  const form = element('form', { role: 'search', class: 'ask' }, label, searchGlyph(), input, close);
  const told = element('p', { class: 'told', hidden: '' });
  const status = spokenLine();
  const list = createListbox(input, LIST, () => dialog.close());
  const hints = [keyHint(['↑', '↓'], 'move'), keyHint(['Enter'], 'open'), keyHint(['Esc'], 'close')];
  const dialog = element(
    'dialog',
    { class: 'palette', 'aria-label': 'Search' },
    form,
    list.root,
    told,
    status.root,
    element('p', { class: 'keys' }, ...hints),
  );

  const answer = (): void => {
    const query = input.value.trim();
    const found = query === '' ? [] : finder.find(query);
    list.put(
      optionGroups(
        found.slice(0, LISTED).map((record) => hitOf(record, query)),
        '',
      ),
      true,
    );
    const words = query === '' ? '' : wordsFor(found.length);
    told.textContent = found.length > 0 && found.length <= LISTED ? '' : words;
    told.hidden = told.textContent === '';
    status.say(words);
  };

  input.addEventListener('input', answer);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') list.active()?.click();
    else if (!list.key(event.key)) return;
    event.preventDefault();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    // The event comes a task later: by then the dialog may have been asked for again.
    if (!dialog.open) dialog.remove();
  });
  return () => {
    if (!dialog.open) {
      document.body.append(dialog);
      dialog.showModal();
      answer();
    }
    input.focus();
    input.select();
  };
}

function wordsFor(total: number): string {
  if (total === 0) return 'No page has all of these words.';
  return total > LISTED ? `${resultCount(total)}, the first ${LISTED} listed. More words find less.` : resultCount(total);
}
