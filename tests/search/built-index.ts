import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { documentSources } from '../../src/integrations/search-index/sources.ts';
import { writeIndex } from '../../src/integrations/search-index/write.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { exactMatches } from '../../src/search/exact.ts';
import { NO_FILTERS } from '../../src/search/filters.ts';
import type { SharedEntries } from '../../src/search/index-format.ts';
import type { SearchOutcome, SearchRequest } from '../../src/search/outcome.ts';
import { parseQuery } from '../../src/search/query.ts';
import { createSearcher } from '../../src/search/search.ts';
import { type IndexSource, openVolume, remember } from '../../src/search/volume.ts';

/** Reads an index from a folder, and counts the bytes that a browser would have loaded. */
export function folderSource(folder: string): IndexSource & { readonly read: { requests: number; bytes: number } } {
  const read = { requests: 0, bytes: 0 };
  const count = (bytes: Buffer) => {
    read.requests += 1;
    read.bytes += bytes.length;
    return bytes;
  };
  const load = remember((path: string) => readFile(join(folder, path)));
  return {
    read,
    list: async () => JSON.parse(count(await load('index.json')).toString('utf8')),
    file: async (path) => inflateRawSync(count(await load(path))),
    piece: async (path, offset, length) => inflateRawSync(count((await load(path)).subarray(offset, offset + length))),
  };
}

export const NOTHING_SHARED: SharedEntries = { terms: [], figures: [], topics: {}, answered: {} };

/** A built index, opened. */
export interface OpenIndex {
  readonly folder: string;
  /** The addresses of all documents that contain the query, sorted. Shows no results, so it is quick. */
  containing(text: string): Promise<string[]>;
  search(
    text: string,
    locale?: Locale,
    request?: Partial<SearchRequest>,
    early?: (outcome: SearchOutcome) => void,
  ): Promise<SearchOutcome>;
}

/** Opens an index of documents that was written before. */
export async function openIndex(folder: string, documents: readonly SearchDocument[]): Promise<OpenIndex> {
  const source = folderSource(folder);
  const searcher = createSearcher(source);
  const { volumes } = await source.list();
  const open = await Promise.all(volumes.map((entry) => openVolume(source, entry)));
  const addresses = new Map(documents.map(({ locale, kind, id, url }) => [`${locale} ${kind} ${id}`, url]));
  return {
    folder,
    async containing(text) {
      const query = parseQuery(text);
      if (!query) return [];
      const found = open.map(async (volume) => {
        const matches = await exactMatches(volume, query);
        return Array.from(matches.keys(), (place) => {
          const { kind, id } = volume.documents[place] ?? {};
          return addresses.get(`${volume.entry.locale} ${kind} ${id}`) ?? 'unknown';
        });
      });
      return (await Promise.all(found)).flat().sort();
    },
    search: (text, locale = 'zh', request = {}, early) =>
      searcher.search({ text, locale, filters: NO_FILTERS, order: 'relevance', limit: 10, ...request }, early),
  };
}

/** An index in a folder of its own, until it is removed. */
export interface BuiltIndex extends OpenIndex {
  remove(): Promise<void>;
}

/** Writes an index of documents and opens it. */
export async function buildIndex(
  documents: readonly SearchDocument[],
  shared: SharedEntries = NOTHING_SHARED,
): Promise<BuiltIndex> {
  const root = await mkdtemp(join(tmpdir(), 'dafu-search-'));
  const folder = join(root, 'search');
  await writeIndex(documentSources(documents), shared, { out: folder, cache: join(root, 'cache') });
  return { ...(await openIndex(folder, documents)), remove: () => rm(root, { recursive: true, force: true }) };
}
