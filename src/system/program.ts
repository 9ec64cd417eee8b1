import { existsSync, readdirSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';

/** The folder of the program itself. */
export const PROJECT_FOLDER = resolve(import.meta.dirname, '../..');

/** The folder of the program's modules, from which Astro takes pages and components: `src`, or in a package `program`. */
export const SOURCE_FOLDER = resolve(import.meta.dirname, '..');

/** How the names of the program's modules end: `.ts`, or in a package, where they are compiled, `.js`. */
export const MODULE_ENDING = extname(import.meta.filename);

/** Whether the program is a package that somebody installed, and not its own repository. */
export const IS_PACKAGE = MODULE_ENDING === '.js';

/** The file that says which libraries the program was tested with, each with its hash. */
export const LOCKFILE = join(PROJECT_FOLDER, IS_PACKAGE ? 'npm-shrinkwrap.json' : 'package-lock.json');

/** The folders in which Node finds the program's packages, the nearest first: those above a folder that hold any. */
export function packageFolders(above: string = PROJECT_FOLDER): readonly string[] {
  const folder = join(above, 'node_modules');
  const own = existsSync(folder) && readdirSync(folder).length > 0 ? [folder] : [];
  return dirname(above) === above ? own : [...own, ...packageFolders(dirname(above))];
}

/** The folder of a package that the program uses, as Node finds it; undefined where it is not installed. */
export const packageFolder = (name: string): string | undefined =>
  packageFolders()
    .map((folder) => join(folder, name))
    .find((folder) => existsSync(join(folder, 'package.json')));
