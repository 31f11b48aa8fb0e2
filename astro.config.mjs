import { fileURLToPath } from 'node:url';
import { defineConfig, passthroughImageService } from 'astro/config';
import { themeAssets } from './tools/theme-assets.mjs';

/** Compiles the theme into a module that renders one page at a time (`src/theme.ts`); nothing is served by it. */
function compiledTheme() {
  return {
    name: 'compiled-theme',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, addMiddleware }) => {
        // Bundling everything makes the compiled theme run without node_modules; in dev it would break CommonJS packages.
        if (command === 'build') {
          updateConfig({
            vite: {
              environments: { ssr: { resolve: { noExternal: true } } },
              resolve: {
                alias: [
                  { find: /^astro\/compiler-runtime$/, replacement: fileURLToPath(new URL('./src/theme-runtime.ts', import.meta.url)) },
                ],
              },
            },
          });
        }
        if (command === 'dev') addMiddleware({ order: 'pre', entrypoint: new URL('./src/theme-dev.ts', import.meta.url) });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'compiled-theme',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./src/theme.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: { serverOutput: 'stable', staticOutput: 'unsupported', sharpImageService: 'unsupported' },
        });
      },
    },
  };
}

export default defineConfig({
  output: 'server',
  outDir: './build/theme',
  cacheDir: './node_modules/.astro',
  // Vault and output are no part of the theme's own files.
  publicDir: './public',
  build: { format: 'file', assets: 'assets', client: './client/', server: './server/', inlineStylesheets: 'never' },
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  adapter: compiledTheme(),
  integrations: [themeAssets()],
  vite: {
    build: { sourcemap: false },
    server: {
      watch: { ignored: [fileURLToPath(new URL('./build/**', import.meta.url)), fileURLToPath(new URL('./dist/**', import.meta.url))] },
    },
  },
});
