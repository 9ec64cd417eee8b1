import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { stampOf, stampSchema } from '../reuse/page-record.ts';

const knownSchema = z.record(z.string(), z.strictObject({ stamp: stampSchema, sha256: z.string() }));
type Known = z.infer<typeof knownSchema>;

/** What an earlier build knew of its files; what is missing, damaged or of another form counts as nothing. */
function readKnown(record: string): Known {
  try {
    return knownSchema.parse(JSON.parse(readFileSync(record, 'utf8')));
  } catch {
    return {};
  }
}

/**
 * The SHA-256 of built files by path. A file that an earlier build left as it is, by size, time and inode, is not read
 * again: what was known of it stands in `record`, which is written anew.
 */
export function hashFiles(folder: string, files: readonly string[], record: string): Map<string, string> {
  const before = readKnown(record);
  const known: Known = {};
  for (const path of files) {
    const stamp = stampOf(folder, path);
    if (!stamp) continue;
    const earlier = before[path];
    const same = earlier?.stamp.every((value, index) => value === stamp[index]) ? earlier : undefined;
    known[path] = same ?? { stamp, sha256: sha256Of(join(folder, path)) };
  }
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, JSON.stringify(known));
  return new Map(Object.entries(known).map(([path, { sha256 }]) => [path, sha256]));
}

const sha256Of = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
