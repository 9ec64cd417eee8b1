import { CACHES, type Cache, type CacheKind, cacheKey } from '../../cache/index.ts';
import { recordedLines, writeRecord } from '../../cache/kept.ts';
import { isSame, isUntouched, type Stamp, stampOf } from './page-record.ts';
import { linkFile } from './take-files.ts';

/** What is known of one file of an output. */
interface KnownFile {
  readonly stamp: Stamp;
  /** What it was made from, for a file that is derived from others. */
  key?: string;
  /** What was read out of it, by name. */
  readonly facts: Record<string, unknown>;
}

/** What a build remembers of the files of the one before, so that unchanged files are neither made nor read again. */
export interface OutputMemory {
  /** Takes over the last build's file where that was made from the same `key` and is untouched; false otherwise. */
  reuse(file: string, key: string): boolean;
  /** The same for a file named by its content: gives the name that the last build made from `key`. */
  reuseMade(key: string): string | undefined;
  /** Records what a file that was just written was made from. */
  wrote(file: string, key: string): void;
  /** What `find` gives for a file, called again only where the file changed. Must be valid JSON. */
  fact<Fact>(file: string, name: string, find: () => Fact): Fact;
  /** What `fact` would give for a file, without calling `find`; undefined where it is not known. */
  known<Fact>(file: string, name: string): Fact | undefined;
  /** Keeps what is known for the next build. */
  save(): void;
}

interface MemoryOptions {
  /** The output that is being made. */
  readonly folder: string;
  /** The last build's output; none where there is none to link to. */
  readonly previous: string | undefined;
  /** Where the record is kept, and of which kind; left out where nothing is kept. */
  readonly cache: Cache | undefined;
  readonly kind: CacheKind<'site'>;
  /** What decides, besides the program, how files are made and read: for another site nothing is remembered. */
  readonly site: unknown;
}

/** The key of the record of a site's files. */
const versionOf = (cache: Cache, { kind, site }: MemoryOptions): string =>
  cacheKey(cache, kind, { site: JSON.stringify(site) });

/** Reads the record of the same program and site: a line for each file. A damaged record counts as none. */
function readRecord(options: MemoryOptions): Map<string, KnownFile> {
  const { cache, kind } = options;
  if (cache === undefined) return new Map();
  const files = new Map<string, KnownFile>();
  for (const line of recordedLines(cache, kind, versionOf(cache, options))) {
    const [file, known]: [string, KnownFile] = JSON.parse(line);
    files.set(file, known);
  }
  return files;
}

function* recordLines(files: ReadonlyMap<string, KnownFile>): Generator<string> {
  for (const entry of files) yield JSON.stringify(entry);
}

/** Opens what the last build remembered; nothing where its record is missing, damaged or of another version. */
export function openMemory(options: MemoryOptions): OutputMemory {
  const { folder, previous, cache, kind } = options;
  const before = readRecord(options);
  const now = new Map<string, KnownFile>();

  /** What is known of a file as it is now. */
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
    known: <Fact>(file: string, fact: string) => known(file).facts[fact] as Fact | undefined,
    save: () => {
      if (cache !== undefined) writeRecord(cache, kind, versionOf(cache, options), recordLines(now));
    },
  };
}

/**
 * Tells a record that files of the output were replaced by others of the same bytes, such as those that an earlier release has: what is
 * known of them holds for these. Otherwise each build from then on would make and read them again.
 */
export function recordReplaced(
  { folder, cache, kind, site }: Omit<MemoryOptions, 'previous' | 'cache'> & { readonly cache: Cache },
  replaced: ReadonlySet<string>,
): void {
  const key = versionOf(cache, { folder, cache, kind, site, previous: undefined });
  const lines = Array.from(recordedLines(cache, kind, key), (line) => {
    const [name = ''] = NAME_OF_LINE.exec(line) ?? [];
    if (!replaced.has(JSON.parse(name))) return line;
    const [file, known]: [string, KnownFile] = JSON.parse(line);
    return JSON.stringify([file, { ...known, stamp: stampOf(folder, file) ?? known.stamp }]);
  });
  if (lines.length > 0) writeRecord(cache, kind, key, lines);
}

/** The name of the file that a line of a record begins with: parsing whole lines takes longer than all the rest. */
const NAME_OF_LINE = /(?<=^\[)"(?:[^"\\]|\\.)*"/;

/** An empty memory, for a full build. */
export const noMemory = (folder: string): OutputMemory =>
  openMemory({ folder, previous: undefined, cache: undefined, kind: CACHES.texts, site: undefined });
