import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchDocument } from '../../model/search-document.ts';
import type { BundleEntry, IndexList, SharedEntries } from '../../search/index-format.ts';
import { type BundleFacts, packJson, placeBundle, writeBundle } from './bundle.ts';
import { CHUNK_PLACES, type Indexer, startIndexer } from './pagefind.ts';

export interface WriteOptions {
  /** The folder that becomes `search/` of the site. It must not hold an older index. */
  readonly out: string;
  /** Where bundles of former builds are kept, and scratch files go. On the disk of `out`, files are linked. */
  readonly cache: string;
  readonly chunkPlaces?: number;
}

/** Changes when the same documents would give other files: then nothing kept from former builds is used. */
const FORMAT = 'pagefind-1.6.0 dafu-2';

const byCodePoint = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Replies by language and year, all else by language; newest years first, each bundle sorted by id. */
export function groupDocuments(documents: readonly SearchDocument[]): Map<string, SearchDocument[]> {
  const groups = new Map<string, SearchDocument[]>();
  for (const document of documents) {
    // Whatever is no reply is little: one bundle of it saves requests.
    const year = document.kind === 'reply' ? (document.date?.slice(0, 4) ?? 'undated') : 'other';
    const name = `${document.locale}-${year}`;
    const group = groups.get(name);
    if (group) group.push(document);
    else groups.set(name, [document]);
  }
  for (const group of groups.values())
    group.sort((one, other) => byCodePoint(one.kind, other.kind) || byCodePoint(one.id, other.id));
  return new Map([...groups].sort(([one], [other]) => byCodePoint(other, one)));
}

/** A hash of all that decides what a bundle's files hold: the same documents give the same files. */
function hashDocuments(documents: readonly SearchDocument[], chunkPlaces: number): string {
  const hash = createHash('sha256').update(`${FORMAT} ${chunkPlaces}\n`);
  for (const document of documents) hash.update(JSON.stringify(document));
  return hash.digest('hex').slice(0, 12);
}

/** Writes a bundle into the cache unless it is there. */
async function keptBundle(
  documents: readonly SearchDocument[],
  folder: string,
  indexer: () => Promise<Indexer>,
): Promise<BundleFacts> {
  const factsFile = join(folder, 'facts.json');
  const known = await readFile(factsFile, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known);
  const unfinished = `${folder}.unfinished`;
  for (const stale of [unfinished, folder]) await rm(stale, { recursive: true, force: true });
  const facts = await writeBundle(documents, unfinished, await indexer());
  await writeFile(join(unfinished, 'facts.json'), JSON.stringify(facts));
  // Only a whole bundle gets its name: a build that was killed leaves none that looks finished.
  await rename(unfinished, folder);
  return facts;
}

/** Leaves nothing in the cache but the bundles of this build. */
async function forgetOthers(cache: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(cache))
    if (!kept.has(name)) await rm(join(cache, name), { recursive: true, force: true });
}

/** Writes the index of a site: a bundle for each language and year, those unchanged taken from the cache. */
export async function writeIndex(
  documents: readonly SearchDocument[],
  shared: SharedEntries,
  { out, cache, chunkPlaces = CHUNK_PLACES }: WriteOptions,
): Promise<IndexList> {
  let started: Promise<Indexer> | undefined;
  const indexer = () => {
    started ??= startIndexer(join(cache, 'scratch'), chunkPlaces);
    return started;
  };
  const bundles: BundleEntry[] = [];
  try {
    // One after another, so that the memory needed is that of the largest bundle.
    for (const [name, group] of groupDocuments(documents)) {
      const path = `${name}-${hashDocuments(group, chunkPlaces)}`;
      const { chunks, foreign } = await keptBundle(group, join(cache, path), indexer);
      await placeBundle(join(cache, path), join(out, path), { documents: group.length, chunks });
      const [locale, year] = [group[0]?.locale ?? 'zh', name.slice(name.indexOf('-') + 1)];
      bundles.push({ locale, year, path, documents: group.length, foreign });
    }
  } finally {
    await (await started)?.close();
  }
  await forgetOthers(cache, new Set(bundles.map(({ path }) => path)));
  const packed = packJson(shared);
  const sharedPath = `shared-${createHash('sha256').update(packed).digest('hex').slice(0, 12)}.bin`;
  await mkdir(out, { recursive: true });
  await writeFile(join(out, sharedPath), packed);
  const list: IndexList = { version: 1, bundles, shared: sharedPath };
  await writeFile(join(out, 'index.json'), `${JSON.stringify(list)}\n`);
  return list;
}
