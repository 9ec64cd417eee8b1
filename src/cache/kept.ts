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

/** Length of the seal in front of each entry. */
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
 * Bytes that are slow to make: the cached ones for the same inputs, or else what `make` returns, which is then cached. Damaged entries and those of
 * another machine are made again. With a `name`, the entry is stored under it and replaces the previous one.
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

/** A cached line: a key without spaces and a text without line feeds. */
interface KeptLine {
  readonly key: string;
  readonly text: string;
}

/** Lines are written in blocks of about this size, in UTF-16 units. */
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
 * The cached lines of a kind; lines whose seal does not match are skipped. The generator's return value says whether lines may be appended: a
 * killed run may have left half a line.
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

/** Replaces the cached lines of a kind, streaming them to the file. */
export function writeLines(cache: Cache, kind: CacheKind, lines: Iterable<KeptLine>): void {
  const texts = function* () {
    for (const line of lines) yield sealed(cache, line);
  };
  writeBlocks(fileOf(cache, kind), texts());
}

/** Writes the concatenation of texts to a file, atomically. */
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

/** The running seal of a whole record; `key` identifies the inputs that it depends on. */
const recordSeal = (cache: Cache, kind: CacheKind, key: string) =>
  createHmac('sha256', sealOf(cache, 'record', kind.name, key));

/**
 * Caches a record of many lines, none of which contains a line feed, with one seal at the end: sealing a hundred thousand lines one by one takes
 * longer than writing them. Replaces the previous record.
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

/** The lines of the record cached under a key; none if there is no such record or it was altered. */
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

/** Appends lines to the cached ones of a kind. */
export function appendLines(cache: Cache, kind: CacheKind, lines: readonly KeptLine[]): void {
  appendFileSync(fileOf(cache, kind), lines.map((line) => sealed(cache, line)).join(''));
}

/** Removes the cached lines of a kind. */
export function removeLines(cache: Cache, kind: CacheKind): void {
  rmSync(fileOf(cache, kind), { force: true });
}
