import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** How a file is known to be unchanged: a file system changes one of these with every write. */
const stampSchema = z.tuple([z.number(), z.number(), z.number()]);

/** Size in bytes, time of the last change in milliseconds, and inode of a file. */
export type Stamp = z.infer<typeof stampSchema>;

const pageSchema = z.strictObject({
  /** SHA-256 over all that the page was made from. */
  digest: z.string(),
  /** What it read besides the reply that it shows, by name. */
  reads: z.array(z.string()),
  stamp: stampSchema,
});

const recordSchema = z.strictObject({
  version: z.literal(3),
  pages: z.record(z.string(), pageSchema),
});

/** What is known of a page that was made: from what, and which file it is. */
export type MadePage = z.infer<typeof pageSchema>;

/** The pages of the last build that can be used again, by their path in the output. */
export type PageRecord = ReadonlyMap<string, MadePage>;

/** Reads a record of pages; a missing, damaged or older one counts as none. */
export function readPageRecord(file: string): PageRecord {
  try {
    return new Map(Object.entries(recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).pages));
  } catch {
    return new Map();
  }
}

/** The text of a record of pages. */
export function formatPageRecord(pages: PageRecord): string {
  return JSON.stringify({ version: 3, pages: Object.fromEntries(pages) });
}

/** The stamp of a file in a folder, or `undefined` where there is none. */
export function stampOf(folder: string, file: string): Stamp | undefined {
  const stats = statSync(path.join(folder, file), { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ino] : undefined;
}

/** Whether two stamps belong to the same state of the same file. */
export const isSame = (one: Stamp, other: Stamp): boolean => one.every((value, index) => value === other[index]);

/** Whether a file still has a stamp. */
export function isUntouched(folder: string, file: string, stamp: Stamp): boolean {
  const now = stampOf(folder, file);
  return now !== undefined && isSame(now, stamp);
}

/**
 * Writes the response for a path of the site; false where a file is already there, such as one of `public/`. Synchronously: Astro hands
 * each page to other threads three times, which for thousands of small files is most of the cost.
 */
export function writePage(out: string, file: string, content: string | Uint8Array): boolean {
  const target = path.join(out, file);
  const write = () => writeFileSync(target, content, { flag: 'wx' });
  try {
    write();
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT') throw error;
  }
  mkdirSync(path.dirname(target), { recursive: true });
  write();
  return true;
}
