import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Cache, type CacheInput, type CacheKind, cacheKey, placeOf, sealOf } from './index.ts';

/** A folder that was made, and what is known of it. */
export interface Kept<Facts> {
  readonly facts: Facts;
  readonly folder: string;
  /** Its files, by their paths in it. */
  readonly files: readonly string[];
}

interface FolderRecord<Facts> {
  readonly facts: Facts;
  readonly sizes: Sizes;
}

/** The bytes of the files of a folder, by their paths in it. */
type Sizes = Readonly<Record<string, number>>;

async function sizesOf(folder: string): Promise<Sizes> {
  const sizes: Record<string, number> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) sizes[relative(folder, path).replaceAll('\\', '/')] = (await stat(path)).size;
  }
  return sizes;
}

/** What a former build made; nothing where it is not kept, or where any of it is missing or cut short. */
async function recall<Facts>(cache: Cache, folder: string): Promise<Kept<Facts> | undefined> {
  try {
    const [seal, text = ''] = (await readFile(`${folder}.json`, 'utf8')).split('\n', 2);
    if (seal !== sealOf(cache, folder, text).toString('base64url')) return undefined;
    const { facts, sizes }: FolderRecord<Facts> = JSON.parse(text);
    const found = await sizesOf(folder);
    const whole = Object.entries(sizes).every(([file, size]) => found[file] === size);
    return whole ? { facts, folder, files: Object.keys(sizes).sort() } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A folder of a kind by what it is made from; where it is not there whole, `make` fills it again. What is known of it is written last, so that
 * a build that is killed leaves no half folder that counts. `label` begins its name.
 */
export async function keptFolder<Input extends string, Facts>(
  cache: Cache,
  kind: CacheKind<Input>,
  { label, inputs }: { readonly label: string; readonly inputs: Readonly<Record<Input, CacheInput>> },
  make: (folder: string) => Promise<Facts>,
): Promise<Kept<Facts>> {
  const place = placeOf(cache, kind);
  const folder = join(place, `${label}${cacheKey(cache, kind, inputs).slice(0, 32)}`);
  const known = await recall<Facts>(cache, folder);
  if (known) return known;
  await mkdir(place, { recursive: true });
  for (const old of [folder, `${folder}.unfinished`]) await rm(old, { recursive: true, force: true });
  const facts = await make(`${folder}.unfinished`);
  await rename(`${folder}.unfinished`, folder);
  const sizes = await sizesOf(folder);
  const text = JSON.stringify({ facts, sizes });
  await writeWhole(`${folder}.json`, `${sealOf(cache, folder, text).toString('base64url')}\n${text}`);
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

/** Leaves of a kind nothing but these folders. */
export async function forgetOthers(cache: Cache, kind: CacheKind, folders: ReadonlySet<string>): Promise<void> {
  const place = placeOf(cache, kind);
  for (const entry of await readdir(place).catch(() => []))
    if (!folders.has(join(place, entry.replace(/\.json$/, ''))))
      await rm(join(place, entry), { recursive: true, force: true });
}
