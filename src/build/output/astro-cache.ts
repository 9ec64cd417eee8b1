import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { replaceFile } from './replace-file.ts';

/**
 * Makes a folder ready to be Astro's cache for a root. What it holds names the files of the root by their way from the program's
 * folder: where that is another now, Astro's store goes, and is filled anew. Gives the folder.
 */
export function astroCache(folder: string, root: string, program: string): string {
  const record = join(folder, 'way-from-program');
  const way = relative(program, root);
  mkdirSync(folder, { recursive: true });
  if (existsSync(record) && readFileSync(record, 'utf8') === way) return folder;
  for (const name of readdirSync(folder))
    if (name.startsWith('data-store')) rmSync(join(folder, name), { recursive: true, force: true });
  replaceFile(record, way);
  return folder;
}
