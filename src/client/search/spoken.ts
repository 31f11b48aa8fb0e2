import { element } from './dom.ts';

/** A line for those who listen. */
export interface SpokenLine {
  readonly root: HTMLElement;
  /** Says this once nothing newer has come for a while: a line at every key would talk over what is typed. */
  readonly say: (text: string) => void;
}

const SETTLED = 500;

export function spokenLine(): SpokenLine {
  const root = element('span', { class: 'vh', role: 'status' });
  const say = settling((text) => {
    root.textContent = text;
  });
  return { root, say };
}

/** Writes a text when no other has come since; until then nothing, so that the same words again are news, too. */
export function settling(write: (text: string) => void): (text: string) => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(pause);
    write('');
    if (text !== '') pause = setTimeout(() => write(text), SETTLED);
  };
}
