/** Where the preview's own script and its stream of changes are; no page of a site begins like this. */
export const RELOAD_SCRIPT_PATH = '/__dossier/reload.js';
export const EVENTS_PATH = '/__dossier/events';

/** Reloads the page when the server says that it changed, or comes back after a restart; the place in the page is kept. */
export const RELOAD_SCRIPT = `(() => {
  const key = 'dossier-scroll ' + location.pathname;
  const at = sessionStorage.getItem(key);
  if (at !== null) {
    sessionStorage.removeItem(key);
    scrollTo({ top: Number(at), behavior: 'instant' });
  }
  const reload = () => {
    sessionStorage.setItem(key, String(scrollY));
    location.reload();
  };
  let server = null;
  const events = new EventSource('${EVENTS_PATH}?page=' + encodeURIComponent(location.pathname));
  events.addEventListener('change', reload);
  events.addEventListener('hello', ({ data }) => {
    if (server !== null && server !== data) reload();
    server = data;
  });
})();
`;

/** A page with the reload script linked at its end. */
export function withReloadScript(html: string): string {
  const tag = `<script src="${RELOAD_SCRIPT_PATH}"></script>`;
  const end = html.lastIndexOf('</body>');
  return end === -1 ? html + tag : html.slice(0, end) + tag + html.slice(end);
}
