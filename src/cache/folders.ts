import { copyFileSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Cache, type CacheInput, type CacheKind, cacheKey, placeOf, sealOf } from './index.ts';

/** A cached folder and the facts recorded about it. */
export interface Kept<Facts> {
  readonly facts: Facts;
  readonly folder: string;
  /** Paths of its files, relative to it, sorted. */
  readonly files: readonly string[];
}

interface FolderRecord<Facts> {
  readonly facts: Facts;
  readonly sizes: Sizes;
}

/** Size in bytes of each file of a folder, by its path there. */
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

/** What an earlier build cached; undefined if it was not, or if a file is missing or truncated. */
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
 * The cached folder for the given inputs; if it is missing or incomplete, `make` fills a new one at the path it is given and returns its facts.
 * The record is written last, so that a killed build leaves no incomplete folder that counts. `label` prefixes the folder's name.
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

/** Writes a file atomically, creating its folder where needed. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.unfinished`, bytes);
  await rename(`${file}.unfinished`, file);
}

/**
 * Places the files of a cached folder in another: as hard links where the file system allows, since nothing writes to them again. Synchronous:
 * there are thousands, and each asynchronous link takes several times as long.
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

/** Removes every folder of a kind except the given ones. */
export async function forgetOthers(cache: Cache, kind: CacheKind, folders: ReadonlySet<string>): Promise<void> {
  const place = placeOf(cache, kind);
  for (const entry of await readdir(place).catch(() => []))
    if (!folders.has(join(place, entry.replace(/\.json$/, ''))))
      await rm(join(place, entry), { recursive: true, force: true });
}
