import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes an empty folder for this process's build. Whoever asks must be the only one to render: all that stands in `parent` is removed,
 * since it was left by processes that were killed. Whether those still run is not asked of the system: a process whose parent was
 * killed can stand in its table long after it ended.
 */
export function freshStaging(parent: string): string {
  rmSync(parent, { recursive: true, force: true });
  const folder = join(parent, String(process.pid));
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Moves a folder to where nothing is: by renaming on the same disk, by copying to another. */
export function moveFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    // With a filter Node copies file by file and says what the disk said; without one it calls a full disk an input/output error.
    cpSync(from, to, { recursive: true, preserveTimestamps: true, filter: () => true });
    rmSync(from, { recursive: true });
  }
}

/** The numbered builds of a folder, oldest first. */
function listBuilds(folder: string): readonly number[] {
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
