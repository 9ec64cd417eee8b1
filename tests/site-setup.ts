import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type FoundChromium, findChromium } from '../src/release/printing/chromium.ts';
import { copyOfBureau } from './dafu.ts';
import { startSite } from './start-site.ts';

/** The day that the tests take for today, so that nothing they see depends on when they run. */
export const TEST_DAY = '2026-11-23';

const PROJECT = resolve(import.meta.dirname, '..');

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    dist: string;
    /** The served site's address with its base, ending in `/`. */
    address: string;
    chromium: FoundChromium;
  }
}

/** Builds the made-up bureau once into a folder of its own, serves it on a free port and finds a browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  const root = copyOfBureau();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/main.ts', 'build', '--root', root, '--today', TEST_DAY, '--lang', 'en'],
    { cwd: PROJECT, encoding: 'utf8' },
  );
  if (status !== 0) {
    rmSync(root, { recursive: true });
    throw new Error(`The site could not be built for the tests:\n${stdout}${stderr}`);
  }
  const site = await startSite(['--root', root]);
  project.provide('dist', join(root, 'dist'));
  project.provide('address', site.address);
  project.provide('chromium', chromium);
  return async () => {
    await site.stop();
    rmSync(root, { recursive: true });
  };
}
