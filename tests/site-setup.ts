import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type FoundChromium, findChromium } from '../src/release/printing/chromium.ts';
import { copyOfBureau } from './dafu.ts';
import { startBuilt } from './start-site.ts';

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
  const site = await startBuilt(root);
  project.provide('dist', join(root, 'dist'));
  project.provide('address', site.address);
  project.provide('chromium', chromium);
  return site.stop;
}
