import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type MachineSecret, machineSecret, sealed } from '../../system/machine-secret.ts';
import { readPlainFile } from '../../system/plain-file.ts';
import { LOCKFILE, MODULE_ENDING, packageFolder, SOURCE_FOLDER } from '../../system/program.ts';
import { isOwnState } from '../output/state.ts';
import { listFilesBelow } from '../output/tree.ts';

/** Results kept between runs by what they were made from. Deleting it costs time and nothing else. */
export interface CheckCache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  /** Writes what this run made; what it did not use is forgotten once much of what is kept is such. */
  save(): void;
}

/** The name of content: what it was made from, under the rules as they are now. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
}

/** The program's own sources that decide what is found: a change of any of them empties the cache. */
const SOURCES = ['rules', 'attachments', 'text', 'language', 'locales', 'charts', 'model'];
const SOURCE_FILES = ['errors', 'routes'];

function programVersion(): string {
  const files = SOURCES.flatMap((source) => {
    const full = path.join(SOURCE_FOLDER, source);
    return listFilesBelow(full).map((name) => path.join(full, name));
  });
  const own = SOURCE_FILES.map((name) => path.join(SOURCE_FOLDER, name + MODULE_ENDING));
  // What reads PDFs may be installed later.
  const readers = String(packageFolder('pdfjs-dist') !== undefined);
  return contentKey(readers, ...[...files.sort(), ...own, LOCKFILE].map((file) => readFileSync(file)));
}

/** So many entries that no run uses, for each that is used, are not worth writing all again. */
const TOLERATED = 0.1;

/**
 * The cache of a root, in its `.dafu` folder. Each entry has a seal of this machine's: one that was committed, or changed since, is no
 * entry. A cache that cannot be read or written is as good as an empty one.
 */
export function openCache(root: string, secret: MachineSecret = machineSecret(root)): CheckCache {
  const folder = path.join(root, '.dafu', 'cache');
  const file = path.join(folder, 'check.ndjson');
  const version = programVersion();
  const sealOf = (key: string, entry: string) => sealed(secret, `check ${version}`, `${key} ${entry}`);
  const lineOf = ([key, entry]: readonly [string, string]): Buffer =>
    Buffer.from(`${sealOf(key, entry)} ${key} ${entry}\n`);
  const { entries: before, whole } = readEntries(file, version);
  const used = new Map<string, string>();
  const fresh = new Map<string, string>();
  return {
    get(key) {
      const { seal, entry } = before.get(key) ?? {};
      if (entry === undefined || seal !== sealOf(key, entry)) return undefined;
      used.set(key, entry);
      return JSON.parse(entry);
    },
    set(key, value) {
      fresh.set(key, JSON.stringify(value));
    },
    save() {
      if (!secret.lasting || !isOwnState(root)) return;
      const unused = before.size - used.size;
      const tolerable = unused <= used.size * TOLERATED;
      if (fresh.size === 0 && tolerable) return;
      try {
        if (whole && tolerable) {
          appendFileSync(file, Buffer.concat([...fresh].map(lineOf)));
          return;
        }
        mkdirSync(folder, { recursive: true });
        const temporary = `${file}.${process.pid}`;
        writeFileSync(
          temporary,
          Buffer.concat([Buffer.from(`${version}\n`), ...[...new Map([...used, ...fresh])].map(lineOf)]),
        );
        renameSync(temporary, file);
      } catch {
        rmSync(file, { force: true });
      }
    },
  };
}

/** An entry as it stands, and the seal that stands with it. */
interface SealedEntry {
  readonly seal: string;
  readonly entry: string;
}

/** Entries under a version, and whether more can be written after them: a run that was killed may have left half a line. */
interface Entries {
  readonly entries: ReadonlyMap<string, SealedEntry>;
  readonly whole: boolean;
}

/** What one reading can hold; of 10,000 replies 100 MB are kept. */
const MOST_BYTES = 2 ** 31 - 1;

function readEntries(file: string, version: string): Entries {
  const entries = new Map<string, SealedEntry>();
  const bytes = readPlainFile(file, MOST_BYTES);
  if (typeof bytes === 'string') return { entries, whole: false };
  const first = bytes.indexOf(10);
  if (bytes.toString('utf8', 0, first) !== version) return { entries, whole: false };
  for (let at = first + 1; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    if (end === -1) return { entries, whole: false };
    const line = bytes.toString('utf8', at, end);
    const [seal, key] = line.split(' ', 2);
    if (seal && key) entries.set(key, { seal, entry: line.slice(seal.length + key.length + 2) });
    at = end + 1;
  }
  return { entries, whole: true };
}
