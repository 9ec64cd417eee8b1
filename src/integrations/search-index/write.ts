import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IndexList, SharedEntries } from '../../search/index-format.ts';
import { CHUNK_PLACES, makeBundle } from './bundle.ts';
import { nameFile, packJson } from './files.ts';
import { forgetOthers, type KeptBundle, keepBundle, keptBundle, placeFile, writeNamed } from './kept.ts';
import { type Indexer, startIndexer } from './pagefind.ts';
import { type BundleSource, sortDocuments } from './sources.ts';

export interface WriteOptions {
  /** The folder that becomes `search/` of the site. It must not hold an older index. */
  readonly out: string;
  /** Where bundles of former builds are kept, and scratch files go. On the disk of `out`, files are linked. */
  readonly cache: string;
  readonly chunkPlaces?: number;
}

/**
 * Has to change whenever the same documents would give other files: then nothing kept from former builds is used.
 * A test fails where the files of a fixed text change and this does not.
 */
export const FORMAT = 'pagefind-1.6.0 dafu-4';

const SCRATCH = 'scratch';

const byCodePoint = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const yearOf = ({ name }: BundleSource) => name.slice(name.indexOf('-') + 1);

function recordOf({ name, key }: BundleSource, chunkPlaces: number): string {
  const hash = createHash('sha256').update(`${FORMAT}\n${chunkPlaces}\n${key}`).digest('hex').slice(0, 16);
  return `${name}-${hash}.json`;
}

/** Writes the index of a site: a bundle for each language and year, those unchanged taken from the cache. */
export async function writeIndex(
  sources: readonly BundleSource[],
  shared: SharedEntries,
  { out, cache, chunkPlaces = CHUNK_PLACES }: WriteOptions,
): Promise<IndexList> {
  let started: Promise<Indexer> | undefined;
  const indexer = () => {
    started ??= startIndexer(join(cache, SCRATCH));
    return started;
  };
  const used = new Map<string, { record: string; kept: KeptBundle }>();
  try {
    // One after another, so that the memory needed is that of the largest bundle; the languages of a year side by side.
    for (const source of [...sources].sort((one, other) => byCodePoint(yearOf(other), yearOf(one)))) {
      const { name } = source;
      const record = recordOf(source, chunkPlaces);
      const make = async () => {
        const documents = sortDocuments(await source.documents());
        return keepBundle(cache, record, await makeBundle({ name, documents, chunkPlaces }, await indexer()));
      };
      const kept = (await keptBundle(cache, record)) ?? (await make());
      for (const path of kept.paths) await placeFile(cache, path, out);
      used.set(name, { record, kept });
    }
  } finally {
    await (await started)?.close();
    await rm(join(cache, SCRATCH), { recursive: true, force: true });
  }
  // The reader's newest years are asked first.
  const bundles = [...used].sort(([one], [other]) => byCodePoint(other, one)).map(([, { kept }]) => kept);
  await forgetOthers(
    cache,
    new Set(Array.from(used.values(), ({ record }) => record)),
    new Set(bundles.flatMap(({ paths }) => paths)),
  );
  const sharedFile = nameFile('shared', packJson(shared));
  await writeNamed(out, sharedFile);
  const list: IndexList = { version: 2, bundles: bundles.map(({ entry }) => entry), shared: sharedFile.path };
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'index.json'), `${JSON.stringify(list)}\n`);
  return list;
}
