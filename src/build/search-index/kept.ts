import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** A folder that was made, and what is known of it. */
export interface Kept<Facts> {
  readonly facts: Facts;
  readonly folder: string;
  /** Its files, by their paths in it. */
  readonly files: readonly string[];
}

/** The file in the folder of indexes that says which replies are of which language and year. */
export const REPLY_FACTS = 'replies.json';

interface Record<Facts> {
  readonly facts: Facts;
  readonly sizes: Readonly<{ [file: string]: number }>;
}

async function sizesOf(folder: string): Promise<{ [file: string]: number }> {
  const sizes: { [file: string]: number } = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) sizes[relative(folder, path).replaceAll('\\', '/')] = (await stat(path)).size;
  }
  return sizes;
}

/** What a former build made; nothing where it is not kept, or where any of it is missing or cut short. */
async function recall<Facts>(folder: string): Promise<Kept<Facts> | undefined> {
  try {
    const { facts, sizes }: Record<Facts> = JSON.parse(await readFile(`${folder}.json`, 'utf8'));
    const found = await sizesOf(folder);
    const whole = Object.entries(sizes).every(([file, size]) => found[file] === size);
    return whole ? { facts, folder, files: Object.keys(sizes).sort() } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A folder of the cache by its name; where it is not there whole, `make` fills it again. What is known of it is written last, so that
 * a build that is killed leaves no half folder that counts.
 */
export async function keptOr<Facts>(
  cache: string,
  name: string,
  make: (folder: string) => Promise<Facts>,
): Promise<Kept<Facts>> {
  const folder = join(cache, name);
  const known = await recall<Facts>(folder);
  if (known) return known;
  await mkdir(cache, { recursive: true });
  for (const old of [folder, `${folder}.unfinished`]) await rm(old, { recursive: true, force: true });
  const facts = await make(`${folder}.unfinished`);
  await rename(`${folder}.unfinished`, folder);
  const sizes = await sizesOf(folder);
  await writeWhole(`${folder}.json`, JSON.stringify({ facts, sizes }));
  return { facts, folder, files: Object.keys(sizes).sort() };
}

/** Writes a file so that it is there whole or not at all. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.unfinished`, bytes);
  await rename(`${file}.unfinished`, file);
}

/** Puts the files of a kept folder into another: linked, not copied, where the disk can, for nothing ever writes to them again. */
export async function placeFiles({ folder, files }: Kept<unknown>, out: string): Promise<void> {
  for (const parent of new Set(files.map((file) => dirname(join(out, file))))) await mkdir(parent, { recursive: true });
  for (const file of files) {
    const [from, to] = [join(folder, file), join(out, file)];
    await link(from, to).catch(() => copyFile(from, to));
  }
}

/** Leaves nothing in the cache but these folders. */
export async function forgetOthers(cache: string, names: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(cache).catch(() => []))
    if (entry !== REPLY_FACTS && !names.has(entry.replace(/\.json$/, '')))
      await rm(join(cache, entry), { recursive: true, force: true });
}
