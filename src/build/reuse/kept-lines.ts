import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DIGEST_BYTES, readKept } from '../../reading/kept-bytes.ts';

/** Lines are written together up to so many UTF-16 units. */
const BLOCK = 1 << 20;
const LINE_FEED = 10;

/** Keeps lines, which hold no line feed, as `keep` would keep them joined, but never has all of them in memory. */
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
  const bytes = Buffer.from((readKept(folder, name) ?? new Uint8Array()).buffer);
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, at);
    yield bytes.toString('utf8', at, end);
    at = end + 1;
  }
}
