import { createHmac } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { type Cache, type CacheInput, type CacheKind, cacheKey, placeOf, sealOf } from './index.ts';

/** The length of a seal, which precedes what is kept. */
const SEAL_BYTES = 32;

function readKept(cache: Cache, file: string, key: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const kept = readFileSync(file);
    const bytes = new Uint8Array(kept.subarray(SEAL_BYTES));
    return sealOf(cache, key, bytes).equals(kept.subarray(0, SEAL_BYTES)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Bytes that are slow to make: those that were kept of the same inputs, or else what `make` gives, which is kept. Where they are not whole, or
 * not this machine's, they are made again. With a `name`, one is kept under it, in the place of the one before.
 */
export async function keptBytes<Input extends string>(
  cache: Cache,
  kind: CacheKind<Input>,
  inputs: Readonly<Record<Input, CacheInput>>,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
  name?: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = placeOf(cache, kind);
  const key = cacheKey(cache, kind, inputs);
  const file = join(folder, name ?? key.slice(0, 32));
  const kept = readKept(cache, file, key);
  if (kept !== undefined) return kept;
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([sealOf(cache, key, bytes), bytes]));
  renameSync(unfinished, file);
  return bytes;
}

/** A line that is kept: a key without spaces, and a text without line feeds. */
interface KeptLine {
  readonly key: string;
  readonly text: string;
}

/** Lines are written in blocks of about this many UTF-16 units. */
const BLOCK = 1 << 20;
const LINE_FEED = 10;

const fileOf = (cache: Cache, kind: CacheKind): string => `${placeOf(cache, kind)}.ndjson`;

const sealed = (cache: Cache, { key, text }: KeptLine): string =>
  `${sealOf(cache, key, text).toString('base64url')} ${key} ${text}\n`;

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * What was kept of a kind, line by line; a line whose seal is not this machine's is left out. Returns whether more can be written after it: a
 * run that was killed may have left half a line.
 */
export function* keptLines(cache: Cache, kind: CacheKind): Generator<KeptLine, boolean> {
  const bytes = bytesOf(fileOf(cache, kind));
  if (bytes === undefined) return false;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end === -1) return false;
    const line = bytes.toString('utf8', at, end);
    const [seal = '', key = ''] = line.split(' ', 2);
    const text = line.slice(seal.length + key.length + 2);
    if (seal === sealOf(cache, key, text).toString('base64url')) yield { key, text };
    at = end + 1;
  }
  return true;
}

/** Writes lines in the place of those that were kept, without having all of them in memory. */
export function writeLines(cache: Cache, kind: CacheKind, lines: Iterable<KeptLine>): void {
  const texts = function* () {
    for (const line of lines) yield sealed(cache, line);
  };
  writeBlocks(fileOf(cache, kind), texts());
}

/** Writes texts one after the other as a file that is there whole or not at all. */
function writeBlocks(file: string, texts: Iterable<string>): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const handle = openSync(unfinished, 'w');
  try {
    for (const block of blocksOf(texts)) {
      const bytes = Buffer.from(block);
      for (let from = 0; from < bytes.length; ) from += writeSync(handle, bytes, from);
    }
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, file);
}

function* blocksOf(texts: Iterable<string>): Generator<string> {
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length <= BLOCK) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** What seals a record as a whole; `key` is what all of it rests on. */
const recordSeal = (cache: Cache, kind: CacheKind, key: string) =>
  createHmac('sha256', sealOf(cache, 'record', kind.name, key));

/**
 * Keeps a record of many lines, none of which has a line feed, under one seal at its end: sealing each of a hundred thousand takes longer than
 * writing them. Takes the place of the former record.
 */
export function writeRecord(cache: Cache, kind: CacheKind, key: string, lines: Iterable<string>): void {
  const ended = function* () {
    for (const line of lines) yield `${line}\n`;
  };
  const sealedBlocks = function* () {
    const seal = recordSeal(cache, kind, key);
    for (const block of blocksOf(ended())) {
      seal.update(block);
      yield block;
    }
    yield seal.digest('base64url');
  };
  writeBlocks(fileOf(cache, kind), sealedBlocks());
}

/** The lines of the record that was kept under a key; none where there is no such record, or any of it is not as it was written. */
export function* recordedLines(cache: Cache, kind: CacheKind, key: string): Generator<string> {
  const bytes = bytesOf(fileOf(cache, kind)) ?? Buffer.alloc(0);
  const length = bytes.lastIndexOf(LINE_FEED) + 1;
  const seal = recordSeal(cache, kind, key).update(bytes.subarray(0, length)).digest('base64url');
  if (seal !== bytes.toString('utf8', length)) return;
  for (let at = 0; at < length; ) {
    const end = bytes.indexOf(LINE_FEED, at);
    yield bytes.toString('utf8', at, end);
    at = end + 1;
  }
}

/** Writes lines after those that were kept. */
export function appendLines(cache: Cache, kind: CacheKind, lines: readonly KeptLine[]): void {
  appendFileSync(fileOf(cache, kind), lines.map((line) => sealed(cache, line)).join(''));
}

/** Forgets what was kept of a kind line by line. */
export function removeLines(cache: Cache, kind: CacheKind): void {
  rmSync(fileOf(cache, kind), { force: true });
}
