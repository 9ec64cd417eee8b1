import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { DIGEST_BYTES, readKept } from '../../reading/kept-bytes.ts';
import { isSame, isUntouched, type Stamp, stampOf } from './page-record.ts';
import { linkFile } from './take-files.ts';

/** Lines are written together up to so many UTF-16 units. */
const BLOCK = 1 << 20;
const LINE_FEED = 10;

/** Keeps lines, which hold no line feed, as `keep` would keep them joined, but never has all of them in memory. */
function keepLines(folder: string, name: string, lines: Iterable<string>): void {
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
function* readKeptLines(folder: string, name: string): Generator<string> {
  const bytes = Buffer.from((readKept(folder, name) ?? new Uint8Array()).buffer);
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, at);
    yield bytes.toString('utf8', at, end);
    at = end + 1;
  }
}

/** What is known of one file of an output. */
interface KnownFile {
  readonly stamp: Stamp;
  /** What it was made from, for a file that is derived from others. */
  key?: string;
  /** What was read out of it, by name. */
  readonly facts: Record<string, unknown>;
}

/** What a build remembers of the files of the one before it, so that it neither makes nor reads those again that stayed. */
export interface OutputMemory {
  /** Lets a file be the last build's, where that was made from the same `key` and stands untouched; false where it is not. */
  reuse(file: string, key: string): boolean;
  /** The same for a file whose name says what it holds: gives the name that the last build made from `key`. */
  reuseMade(key: string): string | undefined;
  /** Tells from what a file that was just written was made. */
  wrote(file: string, key: string): void;
  /** What `find` gives of a file as it stands, found again only where the file changed. It must survive JSON. */
  fact<Fact>(file: string, name: string, find: () => Fact): Fact;
  /** Keeps what is known for the next build. */
  save(): void;
}

export interface MemoryOptions {
  /** The output that is being made. */
  readonly folder: string;
  /** The last build's output; none where there is none to link to. */
  readonly previous: string | undefined;
  /** The folder that holds the record, and its name there. */
  readonly cache: string;
  readonly name: string;
  /** What decides how files are made and read: with another one nothing is remembered. None: nothing is kept. */
  readonly version: string | undefined;
}

/** Reads a record of this very version: a line for the version, then one for each file. What is damaged counts as none. */
function readRecord({ cache, name, version }: MemoryOptions): Map<string, KnownFile> {
  const files = new Map<string, KnownFile>();
  if (version === undefined) return files;
  const lines = readKeptLines(cache, name);
  if (lines.next().value !== version) return files;
  for (const line of lines) {
    const [file, known]: [string, KnownFile] = JSON.parse(line);
    files.set(file, known);
  }
  return files;
}

function* recordLines(version: string, files: ReadonlyMap<string, KnownFile>): Generator<string> {
  yield version;
  for (const entry of files) yield JSON.stringify(entry);
}

/** Opens what the last build remembered; nothing where its record is missing, damaged or of another version. */
export function openMemory(options: MemoryOptions): OutputMemory {
  const { folder, previous, cache, name, version } = options;
  const before = readRecord(options);
  const now = new Map<string, KnownFile>();

  /** What is known of a file as it stands now. */
  const known = (file: string): KnownFile => {
    const held = now.get(file);
    if (held !== undefined) return held;
    const stamp = stampOf(folder, file) ?? [0, 0, 0];
    const earlier = before.get(file);
    const entry = earlier !== undefined && isSame(earlier.stamp, stamp) ? earlier : { stamp, facts: {} };
    now.set(file, entry);
    return entry;
  };

  const reuse = (file: string, key: string): boolean => {
    const earlier = before.get(file);
    if (previous === undefined || earlier?.key !== key) return false;
    if (!isUntouched(previous, file, earlier.stamp) || !linkFile(previous, folder, file)) return false;
    now.set(file, earlier);
    return true;
  };
  const madeFrom = new Map([...before].flatMap(([file, { key }]) => (key === undefined ? [] : [[key, file]])));

  return {
    reuse,
    reuseMade: (key) => {
      const file = madeFrom.get(key);
      return file !== undefined && reuse(file, key) ? file : undefined;
    },
    wrote: (file, key) => {
      now.delete(file);
      known(file).key = key;
    },
    fact: <Fact>(file: string, fact: string, find: () => Fact): Fact => {
      const { facts } = known(file);
      if (!(fact in facts)) facts[fact] = find();
      return facts[fact] as Fact;
    },
    save: () => {
      if (version === undefined) return;
      keepLines(cache, name, recordLines(version, now));
    },
  };
}

/** A memory of nothing, for a site that is made whole. */
export const noMemory = (folder: string): OutputMemory =>
  openMemory({ folder, previous: undefined, cache: path.join(folder, '..'), name: 'none', version: undefined });
