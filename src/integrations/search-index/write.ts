import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { byCodeUnit } from '../../model/code-unit-order.ts';
import type { IndexList, SharedEntries, VolumeEntry } from '../../search/index-format.ts';
import { type BundleFacts, makeBundle } from './bundle.ts';
import { nameFile, packJson } from './files.ts';
import { forgetOthers, type Kept, keptOr, placeFile, writeNamed } from './kept.ts';
import { type BundleSource, sortDocuments } from './sources.ts';
import { characterVariants } from './variants.ts';
import { CHUNK_BYTES, makeVolume, planVolumes } from './volume.ts';

export interface WriteOptions {
  /** The folder that becomes `search/` of the site. It must not hold an older index. */
  readonly out: string;
  /** Where bundles of former builds are kept. On the disk of `out`, files are linked. */
  readonly cache: string;
  /** How large a chunk is on average, not compressed. */
  readonly chunkBytes?: number;
  /** Told how many bundles there are already, and how many there will be. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Has to change whenever the same documents would give other files: then nothing kept from former builds is used.
 * A test fails where the files of a fixed text change and this does not.
 */
export const FORMAT = 'dafu-8';

const yearOf = ({ name }: BundleSource) => name.slice(name.indexOf('-') + 1);

const recordOf = (name: string, ...key: readonly string[]) =>
  `${name}-${createHash('sha256')
    .update([FORMAT, ...key].join('\n'))
    .digest('hex')
    .slice(0, 16)}.json`;

/** A bundle or a volume that is in the cache, and what it is known by there. */
interface Used<Facts> extends Kept<Facts> {
  readonly record: string;
}

/** Bundles newest year first, those unchanged from the cache. */
async function useBundles(
  sources: readonly BundleSource[],
  { cache, onProgress }: WriteOptions,
): Promise<Used<BundleFacts>[]> {
  const used: Used<BundleFacts>[] = [];
  // One after another, so that the memory needed is that of the largest bundle; the languages of a year side by side.
  for (const source of [...sources].sort((one, other) => byCodeUnit(yearOf(other), yearOf(one)))) {
    onProgress?.(used.length, sources.length);
    const { name, key } = source;
    const record = recordOf(name, key);
    const make = async () => makeBundle({ name, documents: sortDocuments(await source.documents()) });
    used.push({ record, ...(await keptOr(cache, record, make)) });
  }
  return used;
}

/** Writes the index of a site: what is unchanged of its bundles (one a language and year) and volumes is taken from the cache. */
export async function writeIndex(
  sources: readonly BundleSource[],
  shared: SharedEntries,
  options: WriteOptions,
): Promise<IndexList> {
  const { out, cache, chunkBytes = CHUNK_BYTES } = options;
  const bundles = await useBundles(sources, options);
  const volumes: Used<VolumeEntry>[] = [];
  for (const [, own] of Map.groupBy(bundles, ({ facts }) => facts.locale))
    for (const plan of planVolumes(own.map(({ facts }) => facts))) {
      const records = own.filter(({ facts }) => plan.bundles.includes(facts)).map(({ record }) => record);
      const record = recordOf(`volume-${plan.name}`, String(chunkBytes), ...records);
      const volume = await keptOr(cache, record, () => makeVolume(plan, cache, chunkBytes));
      for (const path of volume.paths) await placeFile(cache, path, out);
      volumes.push({ record, ...volume });
    }
  const used = [...bundles, ...volumes];
  await forgetOthers(cache, new Set(used.map(({ record }) => record)), new Set(used.flatMap(({ paths }) => paths)));
  const sharedFile = nameFile('shared', packJson(shared));
  const variantsFile = nameFile('variants', packJson(characterVariants()));
  await writeNamed(out, sharedFile);
  await writeNamed(out, variantsFile);
  const entries = volumes.map(({ facts }) => facts).sort((one, other) => byCodeUnit(other.locale, one.locale));
  const list: IndexList = { version: 3, volumes: entries, shared: sharedFile.path, variants: variantsFile.path };
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'index.json'), `${JSON.stringify(list)}\n`);
  return list;
}
