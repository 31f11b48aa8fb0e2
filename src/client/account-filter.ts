/** The index of accounts can be limited to those gone quiet; `#show=quiet` is the address of that. Counts are those of today. */
export function filterAccounts(): void {
  const page = document.querySelector<HTMLElement>('.accounts');
  const quiet = document.querySelector<HTMLInputElement>('#f-quiet');
  const all = document.querySelector<HTMLInputElement>('#f-all');
  if (!page || !quiet || !all) return;
  const count = page.querySelector('[data-n="quiet"]');
  if (count) count.textContent = String(page.querySelectorAll('.roster .stale').length);
  const follow = () => {
    (location.hash === '#show=quiet' ? quiet : all).checked = true;
  };
  for (const input of [quiet, all]) {
    input.addEventListener('change', () =>
      history.replaceState(null, '', quiet.checked ? '#show=quiet' : location.pathname + location.search),
    );
  }
  window.addEventListener('hashchange', follow);
  follow();
}
