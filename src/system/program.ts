import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { filesBelow } from './files.ts';

/** The folder of the program itself. */
export const PROJECT_FOLDER = resolve(import.meta.dirname, '../..');

/** The folder of the program's modules, from which Astro takes pages and components: `src`, or in a package `program`. */
export const SOURCE_FOLDER = resolve(import.meta.dirname, '..');

/** The extension of the program's modules: `.ts`, or `.js` in a package, where they are compiled. */
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

/** Packages that are used where they are installed, which may happen later. */
const OPTIONAL = ['pdfjs-dist'] as const;

/**
 * The fingerprint of the program: SHA-256 over all its code, the versions of its packages, its Node, and which optional
 * packages there are. A program never uses the cache of another. `source` and `lockfile` are those of the program that
 * runs.
 */
export function programFingerprint(source: string = SOURCE_FOLDER, lockfile: string = LOCKFILE): string {
  const hash = createHash('sha256');
  const add = (part: string | Uint8Array) => hash.update(`${part.length}:`).update(part);
  add(process.version);
  for (const name of OPTIONAL) add(String(packageFolder(name) !== undefined));
  const { files, others } = filesBelow(source);
  for (const file of [...files, ...others].sort()) {
    add(file);
    add(readFileSync(join(source, file)));
  }
  add(readFileSync(lockfile));
  return hash.digest('hex');
}
