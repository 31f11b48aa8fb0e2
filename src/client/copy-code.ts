/** How long a button says what it did, in milliseconds. */
const SAID = 2000;

/** Gives every block of code a button that copies its text. Pages without a script have none. */
function offerCopies(): void {
  const status = Object.assign(document.createElement('p'), { className: 'vh' });
  status.setAttribute('role', 'status');
  document.body.append(status);
  for (const block of document.querySelectorAll<HTMLElement>('div.code')) {
    const code = block.querySelector('pre > code');
    if (code) block.append(copyButton(code, status));
  }
}

function copyButton(code: Element, status: HTMLElement): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy no-print', textContent: 'Copy' });
  button.setAttribute('aria-label', 'Copy code');
  let timer = 0;
  button.addEventListener('click', async () => {
    const copied = await copy(code);
    button.textContent = copied ? 'Copied' : 'Selected';
    status.textContent = copied ? 'Code copied' : 'Code selected, copy it with the keyboard';
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      button.textContent = 'Copy';
      status.textContent = '';
    }, SAID);
  });
  return button;
}

/** Copies the text; where the browser does not allow that (plain http), selects it and tries the old way. */
async function copy(code: Element): Promise<boolean> {
  const text = (code.textContent ?? '').replace(/\n$/u, '');
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return document.execCommand('copy');
  }
}

offerCopies();
