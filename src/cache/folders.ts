import { copyFileSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

function sizesOf(folder: string): Sizes {
  const sizes: Record<string, number> = {};
  const list = (before: string) => {
    for (const entry of readdirSync(`${folder}/${before}`, { withFileTypes: true })) {
      const name = before + entry.name;
      if (entry.isDirectory()) list(`${name}/`);
      else if (entry.isFile()) sizes[name] = statSync(join(folder, name)).size;
    }
  };
  list('');
  return sizes;
}

/** What a former build made; nothing where it is not kept, or where any of it is missing or cut short. */
async function recall<Facts>(cache: Cache, folder: string): Promise<Kept<Facts> | undefined> {
  try {
    const [seal, text = ''] = (await readFile(`${folder}.json`, 'utf8')).split('\n', 2);
    if (seal !== sealOf(cache, folder, text).toString('base64url')) return undefined;
    const { facts, sizes }: FolderRecord<Facts> = JSON.parse(text);
    const found = sizesOf(folder);
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
  const sizes = sizesOf(folder);
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

/**
 * Puts the files of a kept folder into another: linked, not copied, where the disk can, for nothing ever writes to them again. At once: each
 * link by itself through another thread takes several times as long, and there are thousands.
 */
export function placeFiles({ folder, files }: Kept<unknown>, out: string): void {
  for (const parent of new Set(files.map((file) => dirname(join(out, file))))) mkdirSync(parent, { recursive: true });
  for (const file of files) {
    const [from, to] = [join(folder, file), join(out, file)];
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  }
}

/** Leaves of a kind nothing but these folders. */
export async function forgetOthers(cache: Cache, kind: CacheKind, folders: ReadonlySet<string>): Promise<void> {
  const place = placeOf(cache, kind);
  for (const entry of await readdir(place).catch(() => []))
    if (!folders.has(join(place, entry.replace(/\.json$/, ''))))
      await rm(join(place, entry), { recursive: true, force: true });
}
