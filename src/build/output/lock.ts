import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { commandFailure } from '../../terminal/failures.ts';

/**
 * Holds a folder against a second build or release: an exclusive transaction on an empty SQLite file, which the system
 * itself gives up when the process ends, however it ends. Nothing is written, so a full disk does not stop it.
 * Waits as long as is said for another process that holds the folder. Throws a CommandError where it still does, or the folder cannot
 * be written.
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

/** SQLITE_BUSY and SQLITE_LOCKED, the primary codes for a lock that another holds. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6);
}
