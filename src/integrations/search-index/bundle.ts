import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SearchDocument } from '../../model/search-document.ts';
import { documentTokens, searchedTexts } from '../../search/document-tokens.ts';
import type { BundleTable, DocumentEntry, StoredDocument } from '../../search/index-format.ts';
import { unitsOf } from '../../search/units.ts';
import type { Indexer } from './pagefind.ts';

/** A file of a bundle: its path below the bundle's folder, and its bytes. */
export interface BundleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** JSON, compressed. The bytes depend on the value alone: zlib writes no time, and the system's mark is blanked. */
export function packJson(value: unknown): Uint8Array {
  const packed = gzipSync(JSON.stringify(value), { level: 9 });
  packed[9] = 0xff;
  return packed;
}

function stored({ url, title, number, date, passages }: SearchDocument): StoredDocument {
  return { url, title, number, date, passages: passages.map(({ anchor, text }) => [anchor, text]) };
}

/** The files of one bundle. */
export async function bundleFiles(documents: readonly SearchDocument[], indexer: Indexer): Promise<BundleFile[]> {
  const tokenised = documents.map(documentTokens);
  const { chunks } = await indexer.index(tokenised.map(({ tokens }) => tokens));
  const entries = documents.map((document, place): DocumentEntry => {
    const { titlePairs = 0, listStart = 0 } = tokenised[place] ?? {};
    const { id, kind, date = '', topics, answered = '' } = document;
    return { id, kind, date, topics, answered, titlePairs, listStart };
  });
  const table: BundleTable = { chunks: chunks.map(({ from }) => from), documents: entries };
  return [
    { path: 'table.bin', bytes: packJson(table) },
    ...chunks.map(({ bytes }, number) => ({ path: `t/${number}.pf_index`, bytes })),
    ...documents.map((document, number) => ({ path: `d/${number}.bin`, bytes: packJson(stored(document)) })),
  ];
}

/** A short hash of files, of their paths and their bytes. */
export function hashFiles(files: readonly BundleFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}

/** The distinct Han characters of documents, sorted. */
export function hanCharacters(documents: readonly SearchDocument[]): string {
  const units = documents.flatMap(searchedTexts).flatMap(unitsOf);
  const characters = new Set(units.filter((unit) => unit.kind === 'han').map((unit) => unit.text));
  return [...characters].sort().join('');
}
