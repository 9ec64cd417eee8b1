import { defineConfig } from 'vitest/config';

/**
 * `unit` needs nothing built; `site` builds the made-up bureau's site once, serves it and finds a browser; `deep` takes long and
 * runs on its own (`npm run test:deep`).
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/reporter.ts'],
    setupFiles: ['tests/keep-out.ts'],
    // All cores: by default one is left out, which on a machine with two is half of them.
    maxWorkers: '100%',
    // A page under load takes longer than the second that is the default.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/dist/**', 'tests/browser/**', 'tests/deep/**', 'tests/published/growth.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/dist/**/*.test.ts', 'tests/browser/**/*.test.ts', 'tests/published/growth.test.ts'],
          globalSetup: ['tests/site-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'deep',
          include: ['tests/deep/**/*.test.ts'],
          globalSetup: ['tests/site-setup.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 1_800_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
