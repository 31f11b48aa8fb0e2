const KEY = 'dossier-theme';

export type ThemeName = 'light' | 'dark';

/** The theme chosen on this site, or null for the system's. Storage may be closed to files and private windows. */
export function storedTheme(): ThemeName | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
}

/** The radios in the foot show the remembered theme, and remember a new one. */
export function rememberTheme(): void {
  const radio = (name: string) => document.querySelector<HTMLInputElement>(`#theme-${name}`);
  const stored = radio(storedTheme() ?? 'auto');
  if (stored) stored.checked = true;
  for (const name of ['auto', 'light', 'dark']) {
    radio(name)?.addEventListener('change', () => {
      if (name === 'auto') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = name;
      try {
        if (name === 'auto') localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, name);
      } catch {
        // The choice then holds for this page.
      }
    });
  }
}
