/** Filter of an account's timeline. It lives in the address (`#period=2025&show=decisions`), so that a filtered timeline can be linked. */
const NAMES = ['period', 'show'] as const;

/** Brings the filter to life: the choice is kept in the address, each choice says what it would leave, and links on the page choose. */
export function siftTimeline(): void {
  const sift = document.querySelector<HTMLElement>('.sift');
  if (!sift) return;
  openTarget(sift);
  const inputs = [...sift.querySelectorAll<HTMLInputElement>('.sieve input')];
  if (inputs.length === 0) return;
  const rows = [...sift.querySelectorAll<HTMLElement>('.meeting')].map((row) => ({
    year: row.closest<HTMLElement>('.year')?.dataset['y'] ?? '',
    kinds: (row.dataset['k'] ?? '').split(' '),
    recent: row.dataset['r'] !== undefined,
  }));
  const fits = (row: (typeof rows)[number], { id }: HTMLInputElement): boolean => {
    if (id.endsWith('-all')) return true;
    if (id === 't-recent') return row.recent;
    return id.startsWith('t-y') ? row.year === id.slice(3) : row.kinds.includes(id.slice(2));
  };
  const show = () => {
    const chosen = inputs.filter((input) => input.checked);
    for (const input of inputs) {
      const others = chosen.filter((other) => other.name !== input.name);
      const count = rows.filter((row) => fits(row, input) && others.every((other) => fits(row, other))).length;
      const n = input.closest('label')?.querySelector('.n');
      if (n) n.textContent = String(count);
    }
    const status = sift.querySelector('[role="status"]');
    const left = rows.filter((row) => chosen.every((input) => fits(row, input))).length;
    if (status) status.textContent = `${left} of ${rows.length} shown`;
  };
  const take = () => {
    const words = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
    for (const name of NAMES) {
      const group = inputs.filter((input) => input.name === name);
      const wanted = group.find((input) => input.value === words.get(name)) ?? group[0];
      if (wanted) wanted.checked = true;
    }
    show();
  };
  sift.addEventListener('change', () => {
    const chosen = inputs
      .filter((input) => input.checked && input.value !== 'all')
      .map(({ name, value }): [string, string] => [name, value]);
    const text = new URLSearchParams(chosen).toString();
    history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search);
    show();
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-show]') : null;
    const wanted = inputs.find((input) => input.name === 'show' && input.value === link?.dataset['show']);
    if (!wanted) return;
    wanted.checked = true;
    wanted.dispatchEvent(new Event('change', { bubbles: true }));
  });
  window.addEventListener('hashchange', () => {
    openTarget(sift);
    if (location.hash.includes('=')) take();
  });
  if (location.hash.includes('=')) {
    take();
    sift.querySelector('#timeline')?.scrollIntoView();
  } else show();
}

/** A year that the address names stands open. */
function openTarget(sift: HTMLElement): void {
  const year = location.hash.startsWith('#y-') ? sift.querySelector<HTMLDetailsElement>(`#${CSS.escape(location.hash.slice(1))}`) : null;
  if (year) year.open = true;
}
