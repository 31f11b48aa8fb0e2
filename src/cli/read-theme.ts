import { withMdx } from '../output/mdx-theme.ts';
import { type LoadedTheme, loadTheme } from '../output/theme.ts';
import type { Site } from '../site.ts';
import { readSourceFolder, readThemeFolder } from './package-root.ts';

/** The theme for a site, with its MDX pages compiled if it has any. `onCompile` is told before that, since it takes seconds. */
export async function readTheme(site: Site, onCompile: () => void): Promise<LoadedTheme> {
  const theme = loadTheme(readThemeFolder());
  return withMdx(theme, site.mdx, { source: readSourceFolder(), digest: theme.digest, onCompile });
}
