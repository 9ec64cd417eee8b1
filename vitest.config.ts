import { defineConfig } from 'vitest/config';

/** Milliseconds after which a test hangs. No test judges how fast a machine is, and that of continuous integration is busy. */
const HANGS = 300_000;

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
    testTimeout: HANGS,
    hookTimeout: HANGS,
    // What a page or a process does next is waited for; by default for one second only.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/dist/**', 'tests/browser/**', 'tests/deep/**', 'tests/published/growth.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/dist/**/*.test.ts', 'tests/browser/**/*.test.ts', 'tests/published/growth.test.ts'],
          globalSetup: ['tests/site-setup.ts'],
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
