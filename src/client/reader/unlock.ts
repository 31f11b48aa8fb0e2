import { sha256 } from '@noble/hashes/sha2.js';
import { bytesFrom, jsonBlock, unpackBlocks } from './blocks.ts';
import { openBlocks } from './book.ts';
import { SEARCH_BLOCK } from './book-format.ts';
import { type Sealed, sealedFrom } from './sealed-format.ts';
import { startReading } from './start.ts';
import { unseal } from './unseal.ts';

// The page of a locked brief: asks for the passphrase, and puts the brief in its own place. What was locked is never kept anywhere but in
// the memory of this page: loaded again, it is locked again.

const form = document.querySelector<HTMLFormElement>('form');
const input = document.querySelector<HTMLInputElement>('#passphrase');
const show = document.querySelector<HTMLInputElement>('#show');
const button = document.querySelector<HTMLButtonElement>('button');
const status = document.querySelector<HTMLElement>('#status');
const problem = document.querySelector<HTMLElement>('#problem');
const progress = document.querySelector<HTMLProgressElement>('progress');

function readSealed(): Sealed | null {
  try {
    return sealedFrom(bytesFrom(document.getElementById('sealed')?.textContent ?? ''), sha256);
  } catch {
    return null;
  }
}

if (form && input && show && button && status && progress && problem) {
  const sealed = readSealed();
  for (const waiting of document.querySelectorAll<HTMLElement>('[data-waiting]')) waiting.hidden = true;
  if (sealed === null) {
    problem.textContent = 'This file is damaged: it is not as it was written. Ask for it again.';
  } else {
    form.hidden = false;
    input.focus();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void tryPassphrase(sealed);
    });
    show.addEventListener('change', () => {
      input.type = show.checked ? 'text' : 'password';
    });
  }

  const busy = (on: boolean): void => {
    button.disabled = on;
    input.readOnly = on;
    progress.hidden = !on;
    progress.removeAttribute('value');
    status.textContent = on ? 'Unlocking…' : '';
  };

  const tryPassphrase = async (sealedBrief: Sealed): Promise<void> => {
    if (button.disabled) return;
    problem.textContent = '';
    if (input.value.trim() === '') {
      say('Type the passphrase first.');
      return;
    }
    busy(true);
    // Told with every frame: timers wait behind a script that gives way to the browser between its steps.
    const expect = (milliseconds: number): void => {
      const start = performance.now();
      status.textContent = `Unlocking takes about ${Math.max(1, Math.round(milliseconds / 1000))} s here…`;
      const tell = (): void => {
        if (!button.disabled) return;
        progress.value = Math.min(0.98, (performance.now() - start) / milliseconds);
        requestAnimationFrame(tell);
      };
      tell();
    };
    try {
      // Painted first: what follows keeps the page busy.
      await new Promise((resolve) => setTimeout(resolve, 30));
      const text = await unseal(sealedBrief, input.value, expect);
      busy(false);
      if (text === null) say('That is not the passphrase of this brief. Capitals count; spaces at its ends do not.');
      else open(text);
    } catch (error) {
      busy(false);
      say(`It could not be opened: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  const say = (words: string): void => {
    problem.textContent = words;
    input.setAttribute('aria-invalid', 'true');
    input.focus();
    input.select();
  };
}

/** Puts the brief in the place of this page, by the way that briefs of many pages go too: data becomes elements, no markup is parsed. */
function open(text: Uint8Array): void {
  const blocks = unpackBlocks(text);
  const { index, book, nodes } = openBlocks(blocks);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(index.style);
  document.querySelector('style')?.remove();
  document.adoptedStyleSheets = [sheet];
  document.documentElement.lang = index.lang;
  document.body.replaceChildren(...nodes);
  if (index.asOf !== '') document.body.dataset['asOf'] = index.asOf;
  startReading(book, () => jsonBlock(blocks, SEARCH_BLOCK));
}
