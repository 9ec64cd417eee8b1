import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SearchDocument } from '../../model/search-document.ts';
import type { BundleEntry, IndexList, SharedEntries } from '../../search/index-format.ts';
import { type BundleFile, bundleFiles, hanCharacters, hashFiles, packJson } from './bundle.ts';
import { CHUNK_PLACES, type Indexer, startIndexer } from './pagefind.ts';

export interface WriteOptions {
  /** The folder that becomes `search/` of the site. It must not hold an older index. */
  readonly out: string;
  /** Where bundles of former builds are kept, and scratch files go. */
  readonly cache: string;
  readonly chunkPlaces?: number;
}

/** Changes when the same documents would give other files: then nothing kept from former builds is used. */
const FORMAT = 'pagefind-1.6.0 dafu-1';

const byCodePoint = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Replies by language and year, all else by language; newest years first, each bundle sorted by id. */
export function groupDocuments(documents: readonly SearchDocument[]): Map<string, SearchDocument[]> {
  const groups = new Map<string, SearchDocument[]>();
  for (const document of documents) {
    // Whatever is no reply is little: one bundle of it saves requests.
    const year = document.kind === 'reply' ? (document.date?.slice(0, 4) ?? 'undated') : 'other';
    const name = `${document.locale}-${year}`;
    groups.set(name, [...(groups.get(name) ?? []), document]);
  }
  for (const group of groups.values())
    group.sort((one, other) => byCodePoint(one.kind, other.kind) || byCodePoint(one.id, other.id));
  return new Map([...groups].sort(([one], [other]) => byCodePoint(other, one)));
}

async function writeAll(folder: string, files: readonly BundleFile[]): Promise<void> {
  for (const path of new Set(files.map((file) => dirname(join(folder, file.path)))))
    await mkdir(path, { recursive: true });
  await Promise.all(files.map((file) => writeFile(join(folder, file.path), file.bytes)));
}

/** Writes a bundle into the cache unless it is there; gives its folder there and its hash. */
async function keptBundle(
  documents: readonly SearchDocument[],
  { cache, chunkPlaces }: WriteOptions,
  indexer: () => Promise<Indexer>,
): Promise<{ folder: string; hash: string }> {
  const input = createHash('sha256')
    .update(`${FORMAT} ${chunkPlaces ?? CHUNK_PLACES}`)
    .update(JSON.stringify(documents));
  const kept = join(cache, input.digest('hex').slice(0, 16));
  const folder = join(kept, 'files');
  const hashFile = join(kept, 'hash');
  const known = await readFile(hashFile, 'utf8').catch(() => undefined);
  if (known !== undefined) return { folder, hash: known };
  const files = await bundleFiles(documents, await indexer());
  const hash = hashFiles(files);
  const unfinished = `${kept}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(kept, { recursive: true, force: true });
  await writeAll(join(unfinished, 'files'), files);
  await writeFile(join(unfinished, 'hash'), hash);
  // Only a whole bundle gets its name: a build that was killed leaves none that looks finished.
  await rename(unfinished, kept);
  return { folder, hash };
}

/** Writes the index of a site: a bundle for each language and year, those unchanged taken from the cache. */
export async function writeIndex(
  documents: readonly SearchDocument[],
  shared: SharedEntries,
  options: WriteOptions,
): Promise<IndexList> {
  let started: Promise<Indexer> | undefined;
  const indexer = () => {
    started ??= startIndexer(join(options.cache, 'scratch'), options.chunkPlaces);
    return started;
  };
  const bundles: BundleEntry[] = [];
  try {
    // One after another, so that the memory needed is that of the largest bundle.
    for (const [name, group] of groupDocuments(documents)) {
      const { folder, hash } = await keptBundle(group, options, indexer);
      const path = `${name}-${hash}`;
      await cp(folder, join(options.out, path), { recursive: true });
      const locale = group[0]?.locale ?? 'zh';
      const year = name.slice(name.indexOf('-') + 1);
      const han = locale === 'zh' ? undefined : hanCharacters(group);
      bundles.push({ locale, year, path, documents: group.length, han });
    }
  } finally {
    await (await started)?.close();
  }
  const packed = packJson(shared);
  const sharedPath = `shared-${createHash('sha256').update(packed).digest('hex').slice(0, 12)}.bin`;
  await mkdir(options.out, { recursive: true });
  await writeFile(join(options.out, sharedPath), packed);
  const list: IndexList = { version: 1, bundles, shared: sharedPath };
  await writeFile(join(options.out, 'index.json'), `${JSON.stringify(list)}\n`);
  return list;
}
