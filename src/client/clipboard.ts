/** How long a button says what it did, in milliseconds. */
const SAID = 2000;

/** A hidden live region at the end of the page, for what buttons did. */
export function statusLine(): HTMLElement {
  const status = Object.assign(document.createElement('p'), { className: 'vh' });
  status.setAttribute('role', 'status');
  document.body.append(status);
  return status;
}

/** What a button that copies is made of. */
export interface CopyButton {
  /** For screen readers: what is copied (`code`). */
  readonly what: string;
  readonly label: string;
  readonly status: HTMLElement;
  readonly text: () => string;
  /** Selects the text where the browser does not let it be copied (plain http), so that the reader can copy it. */
  readonly select: () => void;
}

/** A button that copies a text and says so, on itself and aloud. */
export function copyButton({ what, label, status, text, select }: CopyButton): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy no-print', textContent: label });
  button.setAttribute('aria-label', `Copy ${what}`);
  let timer = 0;
  button.addEventListener('click', async () => {
    const copied = await copy(text(), select);
    button.textContent = copied ? 'Copied' : 'Selected';
    status.textContent = copied ? `Copied ${what}` : `Selected ${what}, copy it with the keyboard`;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      button.textContent = label;
      status.textContent = '';
    }, SAID);
  });
  return button;
}

async function copy(text: string, select: () => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    select();
    return document.execCommand('copy');
  }
}
