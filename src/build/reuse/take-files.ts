import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { isUntouched, type Stamp } from './page-record.ts';

/** Links a file of an earlier build into an output; false where the disk cannot. */
export function linkFile(from: string, to: string, file: string): boolean {
  const target = path.join(to, file);
  const link = () => linkSync(path.join(from, file), target);
  try {
    link();
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return false;
  }
  try {
    mkdirSync(path.dirname(target), { recursive: true });
    link();
    return true;
  } catch {
    return false;
  }
}

/** Folders that files are taken from and to. */
interface TakeOptions {
  /** The last build's output. */
  readonly previous: string;
  /** The output of the build before that, which is no longer needed and may be used up. */
  readonly discarded: string | undefined;
  /** The output that is being made. */
  readonly out: string;
}

/**
 * Takes unchanged files of the last build, each with the stamp that it has there, into another output without copying them: whole folders
 * of the discarded build that hold the same files, hard links for the rest. Otherwise a build with one change would spend most of its time
 * making and removing ten thousand folders. Gives the files that were taken.
 */
export function takeFiles(
  wanted: ReadonlyMap<string, Stamp>,
  { previous, discarded, out }: TakeOptions,
): ReadonlySet<string> {
  const taken =
    discarded !== undefined && existsSync(discarded) && statSync(discarded).dev === statSync(out).dev
      ? moveFiles(wanted, discarded, out)
      : new Set<string>();
  for (const [file, stamp] of wanted)
    if (!taken.has(file) && isUntouched(previous, file, stamp) && linkFile(previous, out, file)) taken.add(file);
  return taken;
}

/** Every folder that one of the files is in, at any depth. */
function foldersOf(files: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const file of files)
    for (let folder = path.posix.dirname(file); folder !== '.' && !folders.has(folder); ) {
      folders.add(folder);
      folder = path.posix.dirname(folder);
    }
  return folders;
}

/**
 * Moves the wanted files of one output into another. Unwanted files are not moved: writing over them would also change the last build's, to
 * which they are linked.
 */
function moveFiles(wanted: ReadonlyMap<string, Stamp>, from: string, to: string): Set<string> {
  const folders = foldersOf(wanted.keys());
  const kept = new Set<string>();

  /** Removes all that is not wanted from a folder, and the folder where nothing is left. */
  const prune = (folder: string): boolean => {
    let left = false;
    for (const entry of readdirSync(path.join(from, folder), { withFileTypes: true })) {
      const name = `${folder}/${entry.name}`;
      const stamp = wanted.get(name);
      if (entry.isDirectory() && folders.has(name)) {
        left = prune(name) || left;
      } else if (stamp !== undefined && isUntouched(from, name, stamp)) {
        kept.add(name);
        left = true;
      } else rmSync(path.join(from, name), { recursive: true, force: true });
    }
    if (!left) rmSync(path.join(from, folder), { recursive: true, force: true });
    return left;
  };

  /** Moves a folder, or its contents where the target exists. */
  const move = (name: string): void => {
    const target = path.join(to, name);
    if (!existsSync(target)) renameSync(path.join(from, name), target);
    else if (kept.has(name)) kept.delete(name);
    else for (const child of readdirSync(path.join(from, name))) move(`${name}/${child}`);
  };

  for (const name of readdirSync(from)) if (folders.has(name) && prune(name)) move(name);
  return kept;
}
