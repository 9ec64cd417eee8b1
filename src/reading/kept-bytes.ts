import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** What stands before the bytes that are kept: their SHA-256. */
export const DIGEST_BYTES = 32;
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** What was kept in `folder` under a name, or `undefined` where nothing was or where it is not whole. */
export function readKept(folder: string, name: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const file = readFileSync(path.join(folder, name));
    const bytes = new Uint8Array(file.subarray(DIGEST_BYTES));
    return digestOf(bytes).equals(file.subarray(0, DIGEST_BYTES)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps bytes that are slow to make, with their SHA-256 before them; `name` must say all that they were made from. */
export function keep(folder: string, name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([digestOf(bytes), bytes]));
  renameSync(unfinished, file);
}
