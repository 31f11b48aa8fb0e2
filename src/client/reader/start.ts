import { moveByKeys } from '../keys.ts';
import { rememberTheme, storedTheme } from '../theme-choice.ts';
import type { Book } from './book.ts';
import type { FindRecord } from './find.ts';
import { offerSearch } from './find-dialog.ts';
import { navigate } from './navigate.ts';

/** Brings a brief to life whose frame stands in the document. */
export function startReading(book: Book, records: () => readonly FindRecord[]): void {
  document.documentElement.dataset['reader'] = '';
  const theme = storedTheme();
  if (theme) document.documentElement.dataset['theme'] = theme;
  // There is nothing to search with until now; a brief that is not to be searched has no button for it.
  const buttons = document.querySelectorAll<HTMLButtonElement>('button.find');
  for (const button of buttons) button.hidden = false;
  // The address names pages here, so the way past the head goes by focus alone.
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    const main = document.getElementById('main');
    if (!main) return;
    main.tabIndex = -1;
    main.focus();
  });
  rememberTheme();
  moveByKeys();
  if (buttons.length > 0) offerSearch(records);
  navigate(book);
}
