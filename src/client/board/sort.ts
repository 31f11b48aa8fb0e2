const RANKS = ['highest', 'high', 'medium', 'low', 'lowest'];
const STATES = ['proposed', 'open', 'in-progress', 'on-hold', 'done', 'cancelled'];

/**
 * Makes the column heads of the board buttons that ask for an order (`owner`, `-owner`; '' is by due date). Returns the function that brings rows
 * into an order: by due date they lie in buckets, by anything else in one list.
 */
export function sortBoard(board: HTMLElement, rows: readonly HTMLElement[], ask: (by: string) => void): (by: string | undefined) => void {
  const table = board.querySelector('table');
  const heads = [...board.querySelectorAll<HTMLTableCellElement>('[data-sort-by]')];
  const homes = rows.map((row) => [row, row.parentElement] as const);
  let current = '';
  for (const head of heads) {
    const by = head.dataset['sortBy'] ?? '';
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'sort' });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => ask(by === 'due' ? '' : current === by ? `-${by}` : by));
  }
  return (by = '') => {
    current = heads.some((head) => head.dataset['sortBy'] === by.replace(/^-/, '')) ? by : '';
    const name = current.replace(/^-/, '');
    for (const head of heads) {
      head.ariaSort = head.dataset['sortBy'] === (name || 'due') ? (current.startsWith('-') ? 'descending' : 'ascending') : null;
    }
    board.classList.toggle('sorted', name !== '');
    if (name === '' || !table) {
      for (const [row, home] of homes) home?.append(row);
      return;
    }
    const order = [...rows].sort(comparing(name));
    const list =
      board.querySelector<HTMLElement>('.one-list') ??
      table.appendChild(Object.assign(document.createElement('tbody'), { className: 'one-list' }));
    list.append(...(current.startsWith('-') ? order.reverse() : order));
  };
}

/** Names by the language of the page, ranks and states by their order; those without come last, equals stay by due date. */
function comparing(name: string): (a: HTMLElement, b: HTMLElement) => number {
  if (name === 'priority') return (a, b) => RANKS.indexOf(a.dataset['rank'] ?? '') - RANKS.indexOf(b.dataset['rank'] ?? '');
  if (name === 'state') return (a, b) => STATES.indexOf(a.dataset['state'] ?? '') - STATES.indexOf(b.dataset['state'] ?? '');
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const of = (row: HTMLElement) => row.dataset[name] ?? '';
  return (a, b) => Number(of(a) === '') - Number(of(b) === '') || collator.compare(of(a), of(b));
}
