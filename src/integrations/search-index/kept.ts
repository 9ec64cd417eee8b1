import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isNamedBy, type NamedFile, PARTS } from './files.ts';

/** What is remembered of a bundle or a volume: all but the bytes of its files. */
export interface Kept<Facts> {
  readonly facts: Facts;
  readonly paths: readonly string[];
}

/** The folder of the cache that has one record for each of them. */
const RECORDS = 'bundles';

/** Writes a file so that it is there whole or not at all. */
async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.unfinished`, bytes);
  await rename(`${file}.unfinished`, file);
}

async function isWhole(cache: string, path: string): Promise<boolean> {
  const bytes = await readFile(join(cache, path)).catch(() => undefined);
  return bytes !== undefined && isNamedBy(path, bytes);
}

/** What a former build made; nothing where it is not kept, or where any of it is missing or damaged. */
async function recall<Facts>(cache: string, record: string): Promise<Kept<Facts> | undefined> {
  const text = await readFile(join(cache, RECORDS, record), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const kept: Kept<Facts> = JSON.parse(text);
    const whole = await Promise.all(kept.paths.map((path) => isWhole(cache, path)));
    return whole.every(Boolean) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What the cache has under a record; else it is made, and kept for builds to come: its files first, so that a build that
 * is killed leaves no record of half of it.
 */
export async function keptOr<Facts>(
  cache: string,
  record: string,
  make: () => Promise<{ readonly facts: Facts; readonly files: readonly NamedFile[] }>,
): Promise<Kept<Facts>> {
  const known = await recall<Facts>(cache, record);
  if (known) return known;
  const { facts, files } = await make();
  for (const { path, bytes } of files) await writeWhole(join(cache, path), bytes);
  const kept: Kept<Facts> = { facts, paths: files.map(({ path }) => path) };
  await writeWhole(join(cache, RECORDS, record), JSON.stringify(kept));
  return kept;
}

/** Puts a file into the site: linked, not copied, where the disk can, for nothing ever writes to it again. */
export async function placeFile(cache: string, path: string, out: string): Promise<void> {
  const [from, to] = [join(cache, path), join(out, path)];
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}

/** Writes a file that is not kept. */
export function writeNamed(out: string, { path, bytes }: NamedFile): Promise<void> {
  return writeWhole(join(out, path), bytes);
}

/** The file of the cache that says in which bundles replies are. */
export const REPLY_FACTS = 'replies.json';

async function removeAllBut(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (!kept.has(name)) await rm(join(folder, name), { recursive: true, force: true });
}

/** Leaves nothing in the cache but what this build used. */
export async function forgetOthers(
  cache: string,
  records: ReadonlySet<string>,
  paths: ReadonlySet<string>,
): Promise<void> {
  await removeAllBut(cache, new Set([RECORDS, PARTS, REPLY_FACTS]));
  await removeAllBut(join(cache, RECORDS), records);
  await removeAllBut(join(cache, PARTS), new Set(Array.from(paths, (path) => basename(path))));
}
