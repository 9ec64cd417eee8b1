import { existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { commandFailure } from '../../terminal/failures.ts';

/** What is at an output path. */
type Standing = 'nothing' | 'link' | 'folder';

/** Finds what is at a path. Throws a CommandError where it is a file, which no command makes as its output. */
export function standing(path: string): Standing {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 'nothing';
  if (stats.isSymbolicLink()) return 'link';
  if (stats.isDirectory()) return 'folder';
  throw commandFailure((words) => words.outHoldsOther(path));
}

/** Makes a path a link to a folder in one step, so that readers see either the old or the new one whole. */
export function switchLink(path: string, folder: string): void {
  const next = besides(path, 'next-link');
  rmSync(next, { force: true });
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(relative(realpathSync(dirname(path)), realpathSync(folder)), next);
  renameSync(next, path);
}

/** Where the next build of a plain output folder is made: beside it, and so on the same disk. */
export function nextFolder(path: string): string {
  return besides(path, 'next');
}

/** The folder that is locked while something is made for a plain output folder. */
export function lockOf(path: string): string {
  return besides(path, 'lock');
}

/**
 * Replaces a plain folder by a finished one. A folder with files in it cannot be renamed over: the old one is moved aside first, and
 * `repairFolder` moves it back where the process ended between the two steps.
 */
export function switchFolder(path: string, folder: string): void {
  const previous = besides(path, 'previous');
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(path)) renameSync(path, previous);
  renameSync(folder, path);
  rmSync(previous, { recursive: true, force: true });
}

/** Repairs what a killed `switchFolder` or `switchLink` left behind. */
export function repairFolder(path: string): void {
  const previous = besides(path, 'previous');
  if (existsSync(previous)) {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) renameSync(previous, path);
    else rmSync(previous, { recursive: true, force: true });
  }
  rmSync(besides(path, 'next-link'), { force: true });
}

/**
 * Refuses a link that `switchLink` did not make to something directly below `parent`; without `parent`, every link. Throws a CommandError.
 * Anything that is not a link passes.
 */
export function refuseOthersLink(path: string, parent?: string): void {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const target = resolve(dirname(path), readlinkSync(path));
  if (dirname(target) !== parent) throw commandFailure((words) => words.outIsLink(path, target));
}

/** The last part of the path that a link points at; undefined where there is no link. */
export function linkedName(path: string): string | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? basename(readlinkSync(path)) : undefined;
}

/** A path beside another, named after its purpose: `.dist.next`. */
export const besides = (path: string, purpose: string): string => join(dirname(path), `.${basename(path)}.${purpose}`);

/**
 * Locks a folder against a second build or release: an exclusive transaction on an empty SQLite file, which the system releases when the
 * process ends for whatever reason. Nothing is written, so a full disk does not stop it. Waits up to the given time for another process
 * that holds the lock. Throws a CommandError where it still does, or where the folder cannot be written.
 */
export function lockFolder(folder: string, waitMilliseconds = 0): Disposable {
  const file = join(folder, 'lock');
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    database = new DatabaseSync(file, { timeout: waitMilliseconds });
    database.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw commandFailure((words) => words.locked(folder), error);
    const why = error instanceof Error ? error.message : String(error);
    throw commandFailure((words) => words.notWritable(folder, why), error);
  }
  const held = database;
  return { [Symbol.dispose]: () => held.close() };
}

/** SQLITE_BUSY and SQLITE_LOCKED, the primary codes for a lock held by another. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6);
}
