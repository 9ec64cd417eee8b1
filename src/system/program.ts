import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of the program itself: what `--root` defaults to. */
export const PROJECT_FOLDER = resolve(import.meta.dirname, '../..');

/** The folder of the program's modules: what Astro takes pages and components from. */
export const SOURCE_FOLDER = resolve(import.meta.dirname, '..');

/** The folders in which Node finds the program's packages, the nearest first: those above a folder that hold any. */
export function packageFolders(above: string = PROJECT_FOLDER): readonly string[] {
  const folder = join(above, 'node_modules');
  const own = existsSync(folder) && readdirSync(folder).length > 0 ? [folder] : [];
  return dirname(above) === above ? own : [...own, ...packageFolders(dirname(above))];
}
