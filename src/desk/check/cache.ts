import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FOLDER } from '../options.ts';

/** Results kept between runs by what they were made from. Deleting it costs time and nothing else. */
export interface CheckCache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  /** Writes what this run used; what it did not use is forgotten. */
  save(): void;
}

/** The name of content: what it was made from, under the rules as they are now. */
export function contentKey(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
}

/** The program's own sources that decide what is found: a change of any of them empties the cache. */
const SOURCES = ['src/rules', 'src/markdown', 'src/model', 'src/errors.ts', 'package-lock.json'];

function programVersion(): string {
  const files = SOURCES.flatMap((source) => {
    const full = path.join(PROJECT_FOLDER, source);
    if (/\.\w+$/.test(source)) return [full];
    return readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  });
  return contentKey(...files.sort().map((file) => readFileSync(file)));
}

/** The cache of a root, in its `.dafu` folder. A cache that cannot be read or written is as good as an empty one. */
export function openCache(root: string): CheckCache {
  const folder = path.join(root, '.dafu', 'cache');
  const file = path.join(folder, 'check.ndjson');
  const version = programVersion();
  const before = readEntries(file, version);
  const used = new Map<string, string>();
  let fresh = 0;
  return {
    get(key) {
      const entry = before.get(key);
      if (entry === undefined) return undefined;
      used.set(key, entry);
      return JSON.parse(entry);
    },
    set(key, value) {
      fresh += 1;
      used.set(key, JSON.stringify(value));
    },
    save() {
      if (fresh === 0 && used.size === before.size) return;
      try {
        mkdirSync(folder, { recursive: true });
        const temporary = `${file}.${process.pid}`;
        const lines = [version, ...[...used].map(([key, entry]) => `${key} ${entry}`)];
        writeFileSync(temporary, Buffer.concat(lines.map((line) => Buffer.from(`${line}\n`))));
        renameSync(temporary, file);
      } catch {
        rmSync(file, { force: true });
      }
    },
  };
}

function readEntries(file: string, version: string): Map<string, string> {
  const entries = new Map<string, string>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return entries;
  }
  const first = bytes.indexOf(10);
  if (bytes.toString('utf8', 0, first) !== version) return entries;
  for (let at = first + 1; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    if (end === -1) break;
    const line = bytes.toString('utf8', at, end);
    const space = line.indexOf(' ');
    entries.set(line.slice(0, space), line.slice(space + 1));
    at = end + 1;
  }
  return entries;
}
