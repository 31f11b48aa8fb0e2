import { element, isTyping } from '../search/dom.ts';
import { PALETTE_LIST, searchFrame, searchInput } from '../search/frame.ts';
import { createListbox } from '../search/listbox.ts';
import { optionGroups } from '../search/options.ts';
import { resultCount } from '../search/words.ts';
import { type Finder, type FindRecord, finderOver, hitOf } from './find.ts';

/** Pages listed at once: who sees so many asks for more words. */
const LISTED = 20;

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
  const input = searchInput();
  const told = element('p', { class: 'told', hidden: '' });
  const list = createListbox(input, PALETTE_LIST, () => dialog.close());
  const { dialog, status, show } = searchFrame(input, { parts: [list.root, told], opened: () => answer() });

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
  return show;
}

function wordsFor(total: number): string {
  if (total === 0) return 'No page has all of these words.';
  return total > LISTED ? `${resultCount(total)}, the first ${LISTED} listed. More words find less.` : resultCount(total);
}
