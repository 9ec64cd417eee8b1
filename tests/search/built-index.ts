import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { documentSources } from '../../src/build/search-index/sources.ts';
import { type SharedParts, writeIndex } from '../../src/build/search-index/write.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { SearchDocument } from '../../src/model/search-document.ts';
import { exactMatches } from '../../src/search/exact.ts';
import { NO_FILTERS } from '../../src/search/facets.ts';
import { type DocumentTable, fromTable, pagefindLanguage } from '../../src/search/index-format.ts';
import { remember } from '../../src/search/kept.ts';
import type { SearchOutcome, SearchRequest } from '../../src/search/outcome.ts';
import { openLanguage, type PagefindInstance } from '../../src/search/pagefind.ts';
import { parseQuery } from '../../src/search/query.ts';
import { createSearcher, type IndexSource } from '../../src/search/search.ts';
import { cacheIn } from '../dafu.ts';

/** Bytes that a browser would have loaded. */
interface Loaded {
  requests: number;
  bytes: number;
}

/** Where the files of an index that a test has opened seem to be. */
const ADDRESS = 'https://index.example/';

/** The indexes that are open, by the first part of their path: Pagefind's script asks `fetch`, which has no folders. */
const folders = new Map<string, { folder: string; loaded: Loaded }>();

const network = globalThis.fetch;
globalThis.fetch = async (input, options) => {
  const address = String(input);
  if (!address.startsWith(ADDRESS)) return network(input, options);
  const [, name = '', path = ''] = /^([^/]+)\/([^?]*)/.exec(address.slice(ADDRESS.length)) ?? [];
  const open = folders.get(name);
  if (!open) return new Response(null, { status: 404 });
  const bytes = await readFile(join(open.folder, path)).catch(() => undefined);
  if (!bytes) return new Response(null, { status: 404 });
  open.loaded.requests += 1;
  open.loaded.bytes += bytes.length;
  return new Response(new Uint8Array(bytes));
};

/** Reads an index from a folder with Pagefind's own script, and counts the bytes that a browser would have loaded. */
export function folderSource(
  folder: string,
): IndexSource & { readonly loaded: Loaded; readonly instances: readonly PagefindInstance[] } {
  const name = `index-${folders.size + 1}`;
  const loaded: Loaded = { requests: 0, bytes: 0 };
  const instances: PagefindInstance[] = [];
  folders.set(name, { folder, loaded });
  /** Servers send JSON compressed; Pagefind's files are as they are. */
  const read = async (path: string) => {
    const bytes = await readFile(join(folder, path));
    loaded.requests += 1;
    loaded.bytes += gzipSync(bytes).length;
    return bytes.toString('utf8');
  };
  const part = remember(async (path: string) => JSON.parse(await read(path)));
  return {
    loaded,
    instances,
    list: async () => JSON.parse(await read('index.json')),
    shared: part,
    figures: part,
    variants: part,
    async open(entry) {
      const tables = entry.indexes.map(async ({ table }) => fromTable((await part(table)) satisfies DocumentTable));
      // Every language, and every index of a test, has a script of its own, since instances of one script share its WebAssembly.
      const script: { createInstance(options: object): PagefindInstance } = await import(
        pathToFileURL(join(folder, entry.locale, 'pagefind.js')).href
      );
      return openLanguage(entry, `${ADDRESS}${name}/`, await Promise.all(tables), (options) => {
        const instance = script.createInstance({ ...options, language: pagefindLanguage(entry.locale) });
        instances.push(instance);
        return instance;
      });
    },
  };
}

export const NOTHING_SHARED: SharedParts = { terms: [], figures: [], labels: {} };

/** A built index, opened. */
export interface OpenIndex {
  readonly folder: string;
  readonly loaded: Loaded;
  /** Pagefind's own, one or two a language. */
  readonly instances: readonly PagefindInstance[];
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
  const open = remember(source.open);
  const searcher = createSearcher({ ...source, open });
  const { languages } = await source.list();
  const opened = await Promise.all(languages.map(open));
  const addresses = new Map(documents.map(({ locale, kind, id, url }) => [`${locale} ${kind} ${id}`, url]));
  return {
    folder,
    loaded: source.loaded,
    instances: source.instances,
    async containing(text) {
      const query = parseQuery(text);
      if (!query) return [];
      const found = opened.map(async (language) => {
        const matches = await exactMatches(language, query, NO_FILTERS);
        return Array.from(
          matches.keys(),
          ({ kind, id }) => addresses.get(`${language.entry.locale} ${kind} ${id}`) ?? 'unknown',
        );
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
  shared: SharedParts = NOTHING_SHARED,
): Promise<BuiltIndex> {
  const root = await mkdtemp(join(tmpdir(), 'dafu-search-'));
  const folder = join(root, 'index');
  await writeIndex(documentSources(documents), shared, { out: folder, cache: cacheIn(join(root, 'cache')) });
  return { ...(await openIndex(folder, documents)), remove: () => rm(root, { recursive: true, force: true }) };
}
