import { mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../../system/program.ts';

/**
 * Makes the folder that is Astro's root for a bureau's, below a folder of the bureau's cache, and gives it. It is not the bureau's folder
 * itself: from its root Astro takes `.env`, `tsconfig.json`, `package.json`, packages and `.astro`, and whoever commits content
 * could put code there. Links in and above it are the program's own packages, so that the bundler and the pages find them wherever
 * the bureau's folder is.
 */
export function astroFolder(folder: string, packages: readonly string[] = packageFolders()): string {
  let place = folder;
  for (const [index, target] of packages.toReversed().entries()) {
    if (index > 0) place = join(place, 'nearer');
    mkdirSync(place, { recursive: true });
    link(join(place, 'node_modules'), target);
  }
  // Astro reads the nearest package.json of its root or above: without one here the bureau's, which may be broken.
  writeFileSync(join(place, 'package.json'), '{ "private": true, "type": "module" }\n');
  return place;
}

/** Astro's folder for builds of a root, by the folder in which they keep what the next one can use; or for a numbered part of their pages. */
export const renderingFolder = (cache: string, part?: number): string =>
  astroFolder(join(cache, part === undefined ? 'astro' : `astro-${part}`));

function link(path: string, target: string): void {
  try {
    if (readlinkSync(path) === target) return;
  } catch {
    // There is none yet, or something else is there.
  }
  rmSync(path, { recursive: true, force: true });
  // On Windows only a junction needs no right of its own.
  symlinkSync(target, path, 'junction');
}
