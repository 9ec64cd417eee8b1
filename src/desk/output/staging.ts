import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes an empty folder for this process's build, and removes those of processes that ended without doing so. */
export function freshStaging(parent: string): string {
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid || !runs(Number(name)))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
  const folder = join(parent, String(process.pid));
  mkdirSync(folder);
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

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
