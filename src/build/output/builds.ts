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

/** The name of the build that was made before another; undefined where there is none. */
export function buildBefore(folder: string, name: string | undefined): string | undefined {
  const before = listBuilds(folder).findLast((number) => number < Number(name));
  return before === undefined ? undefined : String(before);
}

/** Removes every build but the named ones; unfinished ones go too. */
export function sweepBuilds(folder: string, keep: readonly (string | undefined)[]): void {
  for (const number of listBuilds(folder)) {
    if (!keep.includes(String(number))) rmSync(join(folder, String(number)), { recursive: true, force: true });
  }
}
