import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';

/** Why a file was not read: nothing is there, it is a link, folder, pipe or device, it is longer than was asked for, or the system refused. */
export type Unread = 'missing' | 'not-file' | 'too-long' | 'unreadable';

/** A file's SHA-256 in hexadecimal, and its length. */
export interface FileDigest {
  readonly sha256: string;
  readonly bytes: number;
}

/** So much of a file is in memory at a time. */
const PIECE = 1 << 20;

/** Nothing there, or a part of its path is no folder. */
const NOTHING: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);
/** A link, a socket, or a folder. */
const NO_FILE: ReadonlySet<string | undefined> = new Set(['ELOOP', 'ENXIO', 'EISDIR']);

/**
 * Reads a plain file and nothing else, up to `most` bytes: no link is followed, and no pipe waited for that somebody may never
 * write to.
 */
export function readPlainFile(path: string, most: number): Buffer | Unread {
  return withPlainFile(path, most, (handle, size) => {
    const bytes = Buffer.alloc(size);
    let length = 0;
    for (let read = -1; length < size && read !== 0; length += read)
      read = readSync(handle, bytes, length, size - length, length);
    return bytes.subarray(0, length);
  });
}

/** The digest of a plain file and of nothing else, however long it is. */
export function digestPlainFile(path: string): FileDigest | Unread {
  return withPlainFile(path, Number.POSITIVE_INFINITY, (handle, size) => {
    const hash = createHash('sha256');
    const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(1, size)));
    let length = 0;
    for (let read = -1; read !== 0; length += read) {
      read = readSync(handle, piece, 0, piece.length, length);
      hash.update(piece.subarray(0, read));
    }
    return { sha256: hash.digest('hex'), bytes: length };
  });
}

function withPlainFile<T>(path: string, most: number, use: (handle: number, size: number) => T): T | Unread {
  let handle: number | undefined;
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return 'missing';
    if (!stats.isFile()) return 'not-file';
    // What took its place since is opened without following it or waiting for it, and looked at once more.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const opened = fstatSync(handle);
    if (!opened.isFile()) return 'not-file';
    return opened.size > most ? 'too-long' : use(handle, opened.size);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    return NOTHING.has(code) ? 'missing' : NO_FILE.has(code) ? 'not-file' : 'unreadable';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
