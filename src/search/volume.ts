import {
  bucketOf,
  chunkOf,
  type Listed,
  type ListedPostings,
  type Postings,
  readChunk,
  readListed,
  readPostings,
} from './chunk.ts';
import {
  type DocumentEntry,
  fromColumns,
  type IndexList,
  offsetsOf,
  type PackedFile,
  type SharedEntries,
  type StoredDocument,
  type VolumeEntry,
  type VolumeTable,
} from './index-format.ts';
import type { Variants } from './variants.ts';

/** Where the index is read from: the browser's network, or in tests a folder. Fails where a file cannot be had. */
export interface IndexSource {
  /** The parsed `index.json`. */
  list(): Promise<IndexList>;
  /** A whole file, unpacked, by its path below the index's folder. */
  file(path: string): Promise<Uint8Array>;
  /** One piece of a packed file, unpacked. */
  piece(path: string, offset: number, length: number): Promise<Uint8Array>;
}

/** One volume (index-format.ts), opened: its table is there, chunks and documents come when they are asked for. */
export interface Volume {
  readonly entry: VolumeEntry;
  readonly documents: readonly DocumentEntry[];
  /** Where a pair stands. */
  postings(token: string): Promise<Postings>;
  /** Which documents have a token of the closing list. */
  listed(token: string): Promise<ListedPostings>;
  document(index: number): Promise<StoredDocument>;
}

const NO_BYTES = new Uint8Array();
const decoder = new TextDecoder();

/** Keeps what was loaded; what failed is asked for again the next time. */
export function remember<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const loading = load(key);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  };
}

/** The same for what there is one of. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  const kept = remember(load);
  return () => kept(undefined);
}

/** The files are this project's own, written by the same version and named by their hash: their shape is not checked again. */
async function readJson<Value>(bytes: Promise<Uint8Array>): Promise<Value> {
  return JSON.parse(decoder.decode(await bytes));
}

/** What all volumes share: the glossary, figures, and the labels of filters. */
export function readShared(source: IndexSource, path: string): Promise<SharedEntries> {
  return readJson<SharedEntries>(source.file(path));
}

/** The characters that are written in two ways. */
export function readVariants(source: IndexSource, path: string): Promise<Variants> {
  return readJson<Variants>(source.file(path));
}

/** Reads pieces of a packed file by their number. */
function pieces(source: IndexSource, packed: PackedFile): (number: number) => Promise<Uint8Array> {
  const offsets = offsetsOf(packed);
  return async (number) => {
    const [offset, length] = [offsets[number], packed.lengths[number]];
    if (offset === undefined || length === undefined) throw new RangeError(`No piece ${number} in ${packed.path}`);
    return length === 0 ? NO_BYTES : source.piece(packed.path, offset, length);
  };
}

/** The place of each bundle's first document, from how many documents bundles have. */
function firstDocuments(bundles: readonly number[]): number[] {
  let first = 0;
  return bundles.map((documents) => {
    first += documents;
    return first - documents;
  });
}

type ReadInto<Value> = (packed: Uint8Array, postings: Map<number, Value>, before: number) => void;

/** Opens a volume. */
export async function openVolume(source: IndexSource, entry: VolumeEntry): Promise<Volume> {
  const table = await readJson<VolumeTable>(source.file(entry.table));
  const [terms, texts] = [pieces(source, table.terms), pieces(source, table.texts)];
  const chunk = remember(async (number: number) => readChunk(await terms(number)));
  const document = remember((number: number) => readJson<StoredDocument>(texts(number)));
  const firsts = firstDocuments(table.bundles);
  const read = async <Value>(token: string, take: ReadInto<Value>): Promise<ReadonlyMap<number, Value>> => {
    const tokens = await chunk(chunkOf(bucketOf(token), table.terms.lengths.length));
    const postings = new Map<number, Value>();
    for (const [bundle, packed] of tokens.get(token) ?? []) take(packed, postings, firsts[bundle] ?? 0);
    return postings;
  };
  return {
    entry,
    documents: fromColumns(table.documents),
    postings: (token) => read<readonly number[]>(token, readPostings),
    listed: (token) => read<Listed>(token, readListed),
    document,
  };
}
