import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One file of a built site. */
export interface OutputFile {
  readonly hash: string;
  readonly inode: number;
  readonly bytes: number;
}

/** Every file under a folder by its path, with what tells whether a build wrote or changed it. */
export function outputFiles(folder: string): Map<string, OutputFile> {
  const found = new Map<string, OutputFile>();
  const collect = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = path.posix.join(below, entry.name);
      if (entry.isDirectory()) collect(name);
      else {
        const bytes = readFileSync(path.join(folder, name));
        const { ino } = statSync(path.join(folder, name));
        found.set(name, { hash: createHash('sha1').update(bytes).digest('base64'), inode: ino, bytes: bytes.length });
      }
    }
  };
  collect('');
  return found;
}

/** How one built site differs from the one before it. */
export interface OutputChange {
  readonly files: number;
  readonly mb: number;
  /** Files that were rewritten; the others are the earlier build's own, linked. */
  readonly written_files: number;
  readonly written_mb: number;
  /** Files whose bytes are new, or that are new or gone: what a deployment has to send. */
  readonly changed_files: number;
}

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;

/** Compares a built site with the one before it. */
export function outputChange(
  before: ReadonlyMap<string, OutputFile>,
  after: ReadonlyMap<string, OutputFile>,
): OutputChange {
  const inodes = new Set([...before.values()].map(({ inode }) => inode));
  const written = [...after.values()].filter(({ inode }) => !inodes.has(inode));
  const size = (files: Iterable<OutputFile>) => megabytes([...files].reduce((sum, { bytes }) => sum + bytes, 0));
  const changed = [...after].filter(([name, { hash }]) => before.get(name)?.hash !== hash).length;
  const gone = [...before.keys()].filter((name) => !after.has(name)).length;
  return {
    files: after.size,
    mb: size(after.values()),
    written_files: written.length,
    written_mb: size(written),
    changed_files: changed + gone,
  };
}
