import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

const DIGEST_BYTES = 32;
/** Lines are written together up to so many UTF-16 units. */
const BLOCK = 1 << 20;
const LINE_FEED = 10;

/** Keeps lines, which hold no line feed, under a name: their SHA-256 first. They are never all in memory. */
export function keepLines(folder: string, name: string, lines: Iterable<string>): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  const unfinished = `${file}.${process.pid}`;
  const handle = openSync(unfinished, 'w');
  try {
    const hash = createHash('sha256');
    let block = '';
    let at = DIGEST_BYTES;
    const write = () => {
      const bytes = Buffer.from(block);
      hash.update(bytes);
      for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from, bytes.length - from, at + from);
      at += bytes.length;
      block = '';
    };
    for (const line of lines) {
      block += `${line}\n`;
      if (block.length > BLOCK) write();
    }
    write();
    writeSync(handle, hash.digest(), 0, DIGEST_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, file);
}

/** The lines that were kept under a name, one at a time; none where nothing was kept or where it is not whole. */
export function* readKeptLines(folder: string, name: string): Generator<string> {
  const bytes = readWhole(path.join(folder, name));
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, at);
    yield bytes.toString('utf8', at, end);
    at = end + 1;
  }
}

/** The bytes of a file after the SHA-256 that it begins with; none where that is not theirs. */
function readWhole(file: string): Buffer {
  try {
    const bytes = readFileSync(file);
    const kept = bytes.subarray(DIGEST_BYTES);
    const whole = createHash('sha256').update(kept).digest().equals(bytes.subarray(0, DIGEST_BYTES));
    return whole ? kept : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}
