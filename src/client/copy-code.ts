import { copyButton, statusLine } from './clipboard.ts';

/** Gives every block of code a button that copies its text. Pages without a script have none. */
function offerCopies(): void {
  const status = statusLine();
  for (const block of document.querySelectorAll<HTMLElement>('div.code')) {
    const code = block.querySelector('pre > code');
    if (!code) continue;
    const text = () => (code.textContent ?? '').replace(/\n$/u, '');
    block.append(copyButton({ what: 'code', label: 'Copy', status, text, select: () => getSelection()?.selectAllChildren(code) }));
  }
}

offerCopies();
