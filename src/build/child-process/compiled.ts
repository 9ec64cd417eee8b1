import { readdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { CACHES, type Cache, placeOf } from '../../cache/index.ts';

/** More files than these are not the program's modules but pages' code, which every build bundles to another place. */
const MOST_FILES = 8_000;

/**
 * Lets this process, from here on, and those that it starts take modules as Node compiled them for an earlier run (`module.enableCompileCache`),
 * which is a third of what starting them costs. Node compares each with its source, but believes what it finds: so they are kept in the
 * root's cache, whose folder only this machine can name. Nothing is kept where the environment says where, or that nothing is.
 */
export function keepCompiled(cache: Cache): void {
  const { NODE_COMPILE_CACHE, NODE_DISABLE_COMPILE_CACHE } = process.env;
  if (!cache.lasting || NODE_COMPILE_CACHE !== undefined || NODE_DISABLE_COMPILE_CACHE !== undefined) return;
  const folder = placeOf(cache, CACHES.code);
  if (countFiles(folder) > MOST_FILES) rmSync(folder, { recursive: true, force: true });
  enableCompileCache(folder);
  process.env.NODE_COMPILE_CACHE = folder;
}

/** How many files are in the folders of a folder; none where there is no such folder. */
function countFiles(folder: string): number {
  try {
    return readdirSync(folder).reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0);
  } catch {
    return 0;
  }
}
