import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The numbered builds of a folder, oldest first. */
export function listBuilds(folder: string): readonly number[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** A folder that does not exist yet, numbered after every build there is. */
export function freshBuild(folder: string): string {
  return join(folder, String((listBuilds(folder).at(-1) ?? 0) + 1));
}

/** Removes every build but the named ones; unfinished ones go too. */
export function sweepBuilds(folder: string, keep: readonly (string | undefined)[]): void {
  for (const number of listBuilds(folder)) {
    if (!keep.includes(String(number))) rmSync(join(folder, String(number)), { recursive: true, force: true });
  }
}
