import {
  type BundleEntry,
  type BundleTable,
  chunkOf,
  type IndexList,
  type Postings,
  readChunk,
  type SharedEntries,
  type StoredDocument,
} from './index-format.ts';

/** Where the index is read from: the browser's network, or in tests a folder. Fails where a file cannot be had. */
export interface IndexSource {
  /** The parsed `index.json`. */
  list(): Promise<IndexList>;
  /** An unpacked file, by its path below the index's folder. */
  file(path: string): Promise<Uint8Array>;
}

/** One bundle, opened: its table is there, chunks and documents come when they are asked for. */
export interface Bundle {
  readonly entry: BundleEntry;
  readonly table: BundleTable;
  postings(token: string): Promise<Postings>;
  document(index: number): Promise<StoredDocument>;
}

const NOTHING: Postings = new Map();
const decoder = new TextDecoder();

/** Keeps what was loaded; what failed is asked for again the next time. */
export function remember<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const loading = load(key);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  };
}

/** The files are this project's own, written by the same version and named by their hash: their shape is not checked again. */
async function readJson<Value>(source: IndexSource, path: string): Promise<Value> {
  return JSON.parse(decoder.decode(await source.file(path)));
}

/** What all bundles share: the glossary, figures, and the labels of filters. */
export function readShared(source: IndexSource, path: string): Promise<SharedEntries> {
  return readJson<SharedEntries>(source, path);
}

/** Opens a bundle. */
export async function openBundle(source: IndexSource, entry: BundleEntry): Promise<Bundle> {
  const table = await readJson<BundleTable>(source, `${entry.path}/table.bin`);
  const chunk = remember(async (number) => readChunk(await source.file(`${entry.path}/t/${number}.pf_index`)));
  const document = remember((number) => readJson<StoredDocument>(source, `${entry.path}/d/${number}.bin`));
  return {
    entry,
    table,
    async postings(token) {
      const number = chunkOf(table.chunks, token);
      if (number < 0) return NOTHING;
      return (await chunk(String(number))).get(token) ?? NOTHING;
    },
    document: (index) => document(String(index)),
  };
}
