import { mkdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolders } from '../../system/program.ts';

/**
 * Makes the folder that is Astro's root, below a folder of the bureau's cache, and gives its path. It is not the bureau's folder itself:
 * from its root Astro takes `.env`, `tsconfig.json`, `package.json`, packages and `.astro`, and a commit to the content could put code
 * there. Links in and above it lead to the program's own packages, so that the bundler and the pages find them wherever the bureau's folder
 * is.
 */
export function astroFolder(folder: string, packages: readonly string[] = packageFolders()): string {
  let place = folder;
  for (const [index, target] of packages.toReversed().entries()) {
    if (index > 0) place = join(place, 'nearer');
    mkdirSync(place, { recursive: true });
    link(join(place, 'node_modules'), target);
  }
  // Astro reads the nearest package.json at or above its root: without this one, that of the bureau, which may be broken.
  writeFileSync(join(place, 'package.json'), '{ "private": true, "type": "module" }\n');
  return place;
}

/** Astro's folder for builds of a root, below the folder of their cache; or for a numbered part of the pages. */
export const renderingFolder = (cache: string, part?: number): string =>
  astroFolder(join(cache, part === undefined ? 'astro' : `astro-${part}`));

function link(path: string, target: string): void {
  try {
    if (readlinkSync(path) === target) return;
  } catch {
    // The link does not exist yet, or something else is there.
  }
  rmSync(path, { recursive: true, force: true });
  // On Windows only a junction needs no special permission.
  symlinkSync(target, path, 'junction');
}
