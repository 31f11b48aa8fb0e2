import { defineConfig } from 'vitest/config';

/** Builds the command line and the theme once before tests that use them. */
const compiled = { globalSetup: ['tests/support/compile.ts'] };

export default defineConfig({
  test: {
    // Left to itself, Vitest keeps one core free: half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/brief/**', 'tests/**/*.browser.test.ts'],
          // Property tests take their time on a busy machine; how long is no finding.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          setupFiles: ['tests/support/seed.ts'],
          include: ['tests/site/**/*.test.ts', 'tests/brief/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...compiled,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          ...compiled,
        },
      },
    ],
  },
});
