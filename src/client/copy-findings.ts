import { copyButton, statusLine } from './clipboard.ts';

/** Gives the health page buttons that copy findings as `dossier check` prints them, and pages of names without a note one for the name. */
function offerCopies(): void {
  const status = statusLine();
  const kinds = [...document.querySelectorAll<HTMLElement>('.kind')];
  const offer = (place: Element | null, kind: readonly HTMLElement[], what: string, label: string): void => {
    const text = () => kind.map(linesOf).join('\n');
    place?.append(copyButton({ what, label, status, text, select: () => showSelected(place, text()) }));
  };
  for (const kind of kinds)
    offer(kind.querySelector('.kind-head'), [kind], `findings: ${kind.querySelector('h3')?.firstChild?.textContent?.trim()}`, 'Copy');
  if (kinds.length > 1) offer(document.querySelector('.copies'), kinds, 'all findings', 'Copy all');
  for (const name of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const text = () => name.textContent ?? '';
    name.after(copyButton({ what: text(), label: 'Copy', status, text, select: () => getSelection()?.selectAllChildren(name) }));
  }
}

/** One line a finding: `path:line  message`. */
function linesOf(kind: HTMLElement): string {
  const lines: string[] = [];
  let left = 0;
  for (const finding of kind.querySelectorAll<HTMLElement>('.finding')) {
    const said = finding.querySelector('.what');
    const message = said ? sourceOf(said) : '';
    const places = finding.querySelectorAll('.where li');
    if (places.length === 0) lines.push(message);
    for (const place of places) {
      const [first, ...more] = place.querySelectorAll<HTMLElement>(':is(a:not(.link), b)');
      const path = (first?.textContent ?? '').replace(/:\d+$/u, '');
      if (first) lines.push(`${first.textContent}  ${first.dataset['says'] ?? message}`);
      for (const line of more) lines.push(`${path}:${line.textContent}  ${line.dataset['says'] ?? message}`);
    }
  }
  for (const { dataset } of kind.querySelectorAll<HTMLElement>('[data-left]')) left += Number(dataset['left']);
  if (left > 0) lines.push(`and ${left} more, see dossier check`);
  return `${lines.join('\n')}\n`;
}

/** A message with its backticks, which the page shows as code. */
function sourceOf(message: Element): string {
  return [...message.childNodes].map((node) => (node.nodeName === 'CODE' ? `\`${node.textContent}\`` : node.textContent)).join('');
}

/** Shows the text in a field of its own, selected, for browsers that copy nothing unasked. */
function showSelected(place: Element, text: string): void {
  const known = place.nextElementSibling;
  const field = known instanceof HTMLTextAreaElement ? known : document.createElement('textarea');
  Object.assign(field, { readOnly: true, rows: 8, value: text, className: 'plain' });
  field.setAttribute('aria-label', 'Findings as text');
  place.after(field);
  field.select();
}

offerCopies();
