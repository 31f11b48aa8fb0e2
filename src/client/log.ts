/** Filters of the log of decisions. They live in the address (`#account=…&year=…`), so that a filtered log can be linked. */
type Filters = Partial<Record<(typeof NAMES)[number], string>>;

const NAMES = ['account', 'year'] as const;

/** Makes filters of the links by account and year. Without the script, and on a page of several, they lead to pages and months. */
function runLog(): void {
  const log = document.querySelector<HTMLElement>('main.log');
  if (!log?.querySelector('[data-filter]')) return;
  const go = (next: Filters): void => {
    const text = new URLSearchParams(Object.entries(next)).toString();
    history.replaceState(null, '', text === '' ? location.pathname + location.search : `#${text}`);
    show(log, next);
  };
  log.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('[data-clear]')) go({});
    const link = target?.closest<HTMLElement>('[data-filter]');
    const name = NAMES.find((one) => one === link?.dataset['filter']);
    if (!link || !name || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { [name]: now, ...rest } = filtersFromHash();
    const value = link.dataset['value'];
    go(now === value || value === undefined ? rest : { ...rest, [name]: value });
  });
  window.addEventListener('hashchange', () => show(log, filtersFromHash()));
  show(log, filtersFromHash());
}

function filtersFromHash(): Filters {
  const words = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
  return Object.fromEntries(NAMES.flatMap((name) => (words.get(name) ? [[name, words.get(name)]] : [])));
}

function show(log: HTMLElement, { account, year }: Filters): void {
  let left = 0;
  for (const month of log.querySelectorAll<HTMLElement>('section.part')) {
    let own = 0;
    for (const row of month.querySelectorAll<HTMLElement>('.decision')) {
      row.hidden = account !== undefined && row.dataset['account'] !== account;
      if (!row.hidden) own += row.querySelectorAll('.ruling').length;
    }
    month.hidden = own === 0 || (year !== undefined && month.dataset['year'] !== year);
    const count = month.querySelector('[data-count]');
    if (count) count.textContent = `${own} decision${own === 1 ? '' : 's'}`;
    if (!month.hidden) left += own;
  }
  for (const link of log.querySelectorAll<HTMLElement>('[data-filter]')) {
    const chosen = link.dataset['filter'] === 'year' ? year : account;
    if (chosen === link.dataset['value']) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  const said = log.querySelector<HTMLElement>('[data-chosen]');
  if (!said) return;
  const names = [account, year].filter((name) => name !== undefined);
  said.hidden = names.length === 0;
  const clear = Object.assign(document.createElement('button'), { type: 'button', className: 'chip', textContent: 'Show all' });
  clear.dataset['clear'] = '';
  said.replaceChildren(`Only ${names.join(', ')}: ${left} decision${left === 1 ? '' : 's'}`, clear);
}

runLog();
